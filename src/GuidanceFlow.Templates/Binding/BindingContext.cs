using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Templates.Binding;

/// <summary>What the binders share while one text is bound; kept and used for the next one.</summary>
internal sealed class BindingContext(DiagnosticBag diagnostics, WordTable words)
{
    // A path longer than this takes no part in null checks; the effort would grow with the square of its length.
    public const int LongestPath = 200;

    private readonly Scratch<NameUse> _reads = new();
    private Dictionary<string, string>? _suggestions;
    private HashSet<int>? _loopsTrackingChanges;

    /// <summary>The text that is bound.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>The names from outside; null when they are looked up at run time.</summary>
    public INameScope? Scope { get; private set; }

    public LocalVariables Locals { get; } = new();

    public WordTable Words { get; } = words;

    /// <summary>What is known not to be null at the place at hand.</summary>
    public NullFacts Facts { get; set; }

    /// <summary>Whether a single word at the place at hand may be a text whose quotes were forgotten: beside <c>==</c>, or as a whole expression.</summary>
    public bool MayBeText { get; set; }

    public FrameSize Frame => new(Locals.Count, Locals.DeepestLoop);

    /// <summary>Goes on to the next text.</summary>
    public void Start(string text, INameScope? scope, IReadOnlyCollection<string> assigned)
    {
        _reads.Drop(0);
        _suggestions = null;
        _loopsTrackingChanges = null;
        Text = text;
        Scope = scope;
        Facts = default;
        MayBeText = false;
        Locals.Start(assigned);
    }

    public void Report(TemplateDiagnosticCode code, TextSpan span, string message) => diagnostics.Report(code, span, message);

    /// <summary>The reads in the order of the text; those at one place in the order they were found.</summary>
    public ImmutableArray<NameUse> SortedReads()
    {
        if (_reads.Count == 0)
        {
            return [];
        }

        // Texts are bound from front to back, with few exceptions.
        NameUse[] reads = _reads.Cut(0);
        for (int i = 1; i < reads.Length; i++)
        {
            if (reads[i].Span.Start < reads[i - 1].Span.Start)
            {
                return [.. reads.OrderBy(read => read.Span.Start)];
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(reads);
    }

    public void AddRead(string path, int slot, TextSpan span, bool toleratesNull) =>
        _reads.Add(new NameUse(path, slot, span, toleratesNull || Facts.Guards(path)));

    /// <summary>The suggestion for an unknown name; asked once for each name, however often it is used.</summary>
    public string Suggest(string name, IEnumerable<string> names)
    {
        _suggestions ??= new Dictionary<string, string>(StringComparer.Ordinal);
        if (!_suggestions.TryGetValue(name, out string? suggestion))
        {
            suggestion = Suggestions.For(name, names);
            _suggestions.Add(name, suggestion);
        }

        return suggestion;
    }

    public void TrackChanges(int loop) => (_loopsTrackingChanges ??= []).Add(loop);

    public bool StopTrackingChanges(int loop) => _loopsTrackingChanges?.Remove(loop) == true;
}
