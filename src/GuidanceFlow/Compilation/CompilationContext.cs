using System.Globalization;
using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Prompts;

namespace GuidanceFlow.Compilation;

/// <summary>What the passes share: the definition, its outline, and the findings so far.</summary>
internal sealed class CompilationContext(FlowDefinition definition, ISourceMap map)
{
    private const int MostFindings = 1_000;
    private const int MostHints = 100;

    private readonly List<Finding> _diagnostics = [];
    private int _beyond;

    public FlowDefinition Definition { get; } = definition;

    /// <summary>Every step in the order of the file.</summary>
    public List<StepPlace> Places { get; } = [];

    public Dictionary<string, StepPlace> PlacesById { get; } = new(StringComparer.Ordinal);

    public List<FlowStage> Stages { get; } = [];

    /// <summary>The fallback each stage has for itself, by stage.</summary>
    public Dictionary<FlowStage, FallbackDefinition?> StageFallbacks { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>What each stage says to answers that were not understood, and where the stage stands.</summary>
    public Dictionary<FlowStage, (RetryDefinition? Retry, SourcePath Path)> StageRetries { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>What each stage does at silence, and where the stage stands.</summary>
    public Dictionary<FlowStage, (SilenceDefinition? Silence, SourcePath Path)> StageSilences { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The first step of each interrupt that has steps.</summary>
    public Dictionary<string, int> InterruptSteps { get; } = new(StringComparer.Ordinal);

    /// <summary>Inputs, then data, by slot.</summary>
    public List<DataDefinition> Variables { get; } = [];

    public Dictionary<string, int> Slots { get; } = new(StringComparer.Ordinal);

    public int InputCount => Definition.Inputs.Count;

    /// <summary>Every use of a template or expression, for the analyses over paths.</summary>
    public List<TemplateUse> Uses { get; } = [];

    /// <summary>The translations that could be read.</summary>
    public List<TranslationPlace> Translations { get; } = [];

    /// <summary>Whether there are translations that could not be read, which was reported.</summary>
    public bool UnreadTranslations { get; set; }

    /// <summary>The texts of each language but the first.</summary>
    public List<TranslatedTexts> TranslatedTexts { get; } = [];

    /// <summary>The flows this one may run; null where nothing is known of them.</summary>
    public KnownFlows? Flows { get; init; }

    /// <summary>Flows that are not compiled with this one, but that it may plan sessions of.</summary>
    public IReadOnlyList<FlowDefinition> AtHand { get; init; } = [];

    /// <summary>Whether another flow that is compiled with this one runs it, and may take a fallback it leaves.</summary>
    public bool IsRun { get; init; }

    /// <summary>What customers may say instead of an answer, once it is compiled.</summary>
    public CompiledInterrupt[] Interrupts { get; set; } = [];

    /// <summary>What is done for upset customers, once it is compiled; null for nothing.</summary>
    public CompiledUpset? Upset { get; set; }

    /// <summary>What is said when a session expires, once it is compiled.</summary>
    public Localized<Templates.Template?> ExpiryText { get; set; }

    /// <summary>What is certainly collected on entering each step, once the ways are looked at; null for one that is not reached.</summary>
    public SlotSet?[] Collected { get; set; } = [];

    /// <summary>The commands, once they are compiled.</summary>
    public Localized<CommandWords> Commands { get; set; }

    /// <summary>Where the command for a person leads; <see cref="Target.None"/> where the flow does not say.</summary>
    public int PersonTarget { get; set; } = Target.None;

    public bool HasErrors { get; private set; }

    /// <summary>Whether something else is wrong than that translations are behind: a text without one is taken as the flow says it, and leads nobody astray.</summary>
    public bool HasErrorsInFlow { get; private set; }

    /// <summary>Whether findings still look for the name an author may have meant; after many of them that would take longer than it helps.</summary>
    public bool MayHint => _diagnostics.Count < MostHints;

    /// <summary>A text that is no template, in every language.</summary>
    public Localized<string> InAll(SourcePath path, string text) =>
        new(text, TranslatedTexts.Count == 0 ? null : [.. TranslatedTexts.Select(texts => texts.Find(path, text))]);

    public void Report(DiagnosticDescriptor descriptor, SourcePath path, string message) => Add(descriptor, path, message, static (map, path, _) => map.LocateValue(path));

    public void ReportName(DiagnosticDescriptor descriptor, SourcePath path, string message) => Add(descriptor, path, message, static (map, path, _) => map.LocateName(path));

    public void ReportInText(DiagnosticDescriptor descriptor, SourcePath path, int offset, string message) => Add(descriptor, path, message, static (map, path, offset) => map.LocateInText(path, offset), offset);

    /// <summary>The findings by place, the flow's before its translations', each once; those at one place in the order they were made. What is beyond the limit is counted.</summary>
    public IEnumerable<Diagnostic> Findings()
    {
        if (_diagnostics.Count == 0)
        {
            return [];
        }

        IEnumerable<Diagnostic> findings = _diagnostics
            .Distinct()
            .OrderBy(found => found.File)
            .ThenBy(found => found.Diagnostic.Location.Line)
            .ThenBy(found => found.Diagnostic.Location.Column)
            .Select(found => found.Diagnostic);
        return _beyond == 0
            ? findings
            : findings.Append(new Diagnostic(DiagnosticCatalog.Unreadable, map.LocateValue(SourcePath.Root), string.Create(CultureInfo.InvariantCulture, $"There are {_beyond} more problems, which are not listed. Correct these first.")));
    }

    // Ids and names may hold anything before they are checked; a finding stays on one line all the same.
    private void Add(DiagnosticDescriptor descriptor, SourcePath path, string message, Func<ISourceMap, SourcePath, int, SourceLocation> locate, int offset = 0)
    {
        HasErrors |= descriptor.Severity == DiagnosticSeverity.Error;
        HasErrorsInFlow |= descriptor.Severity == DiagnosticSeverity.Error && descriptor != DiagnosticCatalog.TranslationMissing && descriptor != DiagnosticCatalog.TranslationStale;
        if (_diagnostics.Count < MostFindings)
        {
            SourcePath root = path.FindRoot();
            int file = Translations.FindIndex(translation => translation.Root == root);
            _diagnostics.Add(new Finding(file, new Diagnostic(descriptor, locate(file < 0 ? map : Translations[file].Map, path, offset), Spelling.Shorten(Spelling.OneLine(message)))));
        }
        else
        {
            _beyond++;
        }
    }

    /// <summary>A finding and the translation it is in, by number; −1 for the flow.</summary>
    private sealed record Finding(int File, Diagnostic Diagnostic);
}
