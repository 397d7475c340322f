using System.Globalization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>What the passes share: the definition, its outline, and the findings so far.</summary>
internal sealed class CompilationContext(FlowDefinition definition, ISourceMap map)
{
    private const int MostFindings = 1_000;
    private const int MostHints = 100;

    private readonly List<Diagnostic> _diagnostics = [];
    private int _beyond;

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

    public bool HasErrors { get; private set; }

    /// <summary>Whether findings still look for the name an author may have meant; after many of them that would take longer than it helps.</summary>
    public bool MayHint => _diagnostics.Count < MostHints;

    public void Report(DiagnosticDescriptor descriptor, SourcePath path, string message) => Add(descriptor, message, () => map.LocateValue(path));

    public void ReportName(DiagnosticDescriptor descriptor, SourcePath path, string message) => Add(descriptor, message, () => map.LocateName(path));

    public void ReportInText(DiagnosticDescriptor descriptor, SourcePath path, int offset, string message) => Add(descriptor, message, () => map.LocateInText(path, offset));

    /// <summary>The findings by place, each once; those at one place in the order they were made. What is beyond the limit is counted.</summary>
    public IEnumerable<Diagnostic> Findings()
    {
        IEnumerable<Diagnostic> findings = _diagnostics.Distinct().OrderBy(diagnostic => diagnostic.Location.Line).ThenBy(diagnostic => diagnostic.Location.Column);
        return _beyond == 0
            ? findings
            : findings.Append(new Diagnostic(DiagnosticCatalog.Unreadable, map.LocateValue(SourcePath.Root), string.Create(CultureInfo.InvariantCulture, $"There are {_beyond} more problems, which are not listed. Correct these first.")));
    }

    // Ids and names may hold anything before they are checked; a finding stays on one line all the same.
    private void Add(DiagnosticDescriptor descriptor, string message, Func<SourceLocation> locate)
    {
        HasErrors |= descriptor.Severity == DiagnosticSeverity.Error;
        if (_diagnostics.Count < MostFindings)
        {
            _diagnostics.Add(new Diagnostic(descriptor, locate(), Spelling.OneLine(message)));
        }
        else
        {
            _beyond++;
        }
    }
}
