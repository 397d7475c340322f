using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>What the passes share: the definition, its outline, and the findings so far.</summary>
internal sealed class CompilationContext(FlowDefinition definition, ISourceMap map)
{
    private readonly List<Diagnostic> _diagnostics = [];

    public FlowDefinition Definition { get; } = definition;

    /// <summary>Every step in the order of the file.</summary>
    public List<StepPlace> Places { get; } = [];

    public Dictionary<string, StepPlace> PlacesById { get; } = new(StringComparer.Ordinal);

    public List<FlowStage> Stages { get; } = [];

    /// <summary>The fallback each stage has for itself, by stage.</summary>
    public Dictionary<FlowStage, FallbackDefinition?> StageFallbacks { get; } = [];

    /// <summary>Inputs, then data, by slot.</summary>
    public List<DataDefinition> Variables { get; } = [];

    public Dictionary<string, int> Slots { get; } = new(StringComparer.Ordinal);

    public int InputCount => Definition.Inputs.Count;

    /// <summary>Every use of a template or expression, for the analyses over paths.</summary>
    public List<TemplateUse> Uses { get; } = [];

    public bool HasErrors => _diagnostics.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public void Report(DiagnosticDescriptor descriptor, SourcePath path, string message) => Add(descriptor, map.LocateValue(path), message);

    public void ReportName(DiagnosticDescriptor descriptor, SourcePath path, string message) => Add(descriptor, map.LocateName(path), message);

    public void ReportInText(DiagnosticDescriptor descriptor, SourcePath path, int offset, string message) => Add(descriptor, map.LocateInText(path, offset), message);

    /// <summary>The findings by place, each once; those at one place in the order they were made.</summary>
    public IEnumerable<Diagnostic> Findings() => _diagnostics.Distinct().OrderBy(diagnostic => diagnostic.Location.Line).ThenBy(diagnostic => diagnostic.Location.Column);

    // Ids and names may hold anything before they are checked; a finding stays on one line all the same.
    private void Add(DiagnosticDescriptor descriptor, SourceLocation location, string message) =>
        _diagnostics.Add(new Diagnostic(descriptor, location, Spelling.OneLine(message)));
}
