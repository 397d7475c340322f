using System.Collections.Immutable;
using GuidanceFlow.Definitions.Reading;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions;

/// <summary>What came of reading a translation. Immutable.</summary>
public sealed record TranslationReadResult
{
    internal TranslationReadResult(TranslationDefinition? definition, ImmutableArray<Diagnostic> diagnostics, ISourceMap map)
    {
        Definition = definition;
        Diagnostics = diagnostics;
        Map = map;
        Recovered = definition;
    }

    /// <summary>The translation; null when there is an error among <see cref="Diagnostics"/>.</summary>
    public TranslationDefinition? Definition { get; }

    /// <summary>Everything that was found, in the order of the file.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>What could be read in spite of findings; null when nothing could.</summary>
    internal TranslationDefinition? Recovered { get; private init; }

    internal ISourceMap Map { get; }

    internal static TranslationReadResult Of(DefinitionRead<TranslationDefinition> read) =>
        new(read.Definition, read.Diagnostics, read.Map) { Recovered = read.Recovered };
}
