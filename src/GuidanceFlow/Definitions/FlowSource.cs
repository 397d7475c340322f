using System.Collections.Immutable;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions;

/// <summary>Placeholder.</summary>
public sealed class FlowSource
{
    private readonly FlowDefinition _definition;

    private FlowSource(FlowDefinition definition) => _definition = definition;

    /// <summary>Placeholder.</summary>
    public static FlowSource FromDefinition(FlowDefinition definition) => new(definition);

    /// <summary>Placeholder.</summary>
    public static FlowSource FromFile(string path) => throw new NotSupportedException(path);

    internal FlowReadResult Read() => new(_definition, [], new M(_definition.Id));

    private sealed class M(string id) : ISourceMap
    {
        public SourceLocation LocateValue(SourcePath path) => new(id, 0, 0, path.ToString());

        public SourceLocation LocateName(SourcePath path) => LocateValue(path);

        public SourceLocation LocateInText(SourcePath path, int offset) => LocateValue(path);
    }
}

internal sealed record FlowReadResult(FlowDefinition? Definition, ImmutableArray<Diagnostic> Diagnostics, ISourceMap Map);
