using System.Collections.Immutable;
using GuidanceFlow.Definitions.Reading;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions;

/// <summary>What came of reading a flow. Immutable.</summary>
public sealed record FlowReadResult
{
    internal FlowReadResult(FlowDefinition? definition, ImmutableArray<Diagnostic> diagnostics, ISourceMap map)
    {
        Definition = definition;
        Diagnostics = diagnostics;
        Map = map;
    }

    /// <summary>The flow; null when there is an error among <see cref="Diagnostics"/>.</summary>
    public FlowDefinition? Definition { get; }

    /// <summary>Everything that was found, in the order of the file.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>What could be read in spite of findings, so that the compiler can say what else is wrong; null when nothing could.</summary>
    internal FlowDefinition? Recovered { get; init; }

    /// <summary>Finds the parts of the definition in the text they were read from.</summary>
    internal ISourceMap Map { get; }

    internal static FlowReadResult Of(DefinitionRead<FlowDefinition> read) => new(read.Definition, read.Diagnostics, read.Map) { Recovered = read.Recovered };

    /// <summary>The flow.</summary>
    /// <exception cref="FlowFormatException">There is an error among <see cref="Diagnostics"/>.</exception>
    public FlowDefinition GetOrThrow() => Definition ?? throw new FlowFormatException(Diagnostics);
}
