using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Templates.Binding;

/// <summary>What the binders share while one text is bound.</summary>
internal sealed class BindingContext(INameScope? scope, DiagnosticBag diagnostics, LocalVariables locals)
{
    // A path longer than this takes no part in null checks; the effort would grow with the square of its length.
    public const int LongestPath = 200;

    private readonly Dictionary<string, string> _suggestions = new(StringComparer.Ordinal);
    private readonly HashSet<int> _loopsTrackingChanges = [];

    /// <summary>The names from outside; null when they are looked up at run time.</summary>
    public INameScope? Scope { get; } = scope;

    public LocalVariables Locals { get; } = locals;

    public List<NameUse> Reads { get; } = [];

    /// <summary>What is known not to be null at the place at hand.</summary>
    public NullFacts Facts { get; set; }

    /// <summary>Whether a single word at the place at hand may be a text whose quotes were forgotten: beside <c>==</c>, or as a whole expression.</summary>
    public bool MayBeText { get; set; }

    public FrameSize Frame => new(Locals.Count, Locals.DeepestLoop);

    public void Report(TemplateDiagnosticCode code, TextSpan span, string message) => diagnostics.Report(code, span, message);

    public void AddRead(string path, int slot, TextSpan span, bool toleratesNull) =>
        Reads.Add(new NameUse(path, slot, span, toleratesNull || Facts.Guards(path)));

    /// <summary>The suggestion for an unknown name; asked once for each name, however often it is used.</summary>
    public string Suggest(string name, IEnumerable<string> names)
    {
        if (!_suggestions.TryGetValue(name, out string? suggestion))
        {
            suggestion = Suggestions.For(name, names);
            _suggestions.Add(name, suggestion);
        }

        return suggestion;
    }

    public void TrackChanges(int loop) => _loopsTrackingChanges.Add(loop);

    public bool StopTrackingChanges(int loop) => _loopsTrackingChanges.Remove(loop);
}
