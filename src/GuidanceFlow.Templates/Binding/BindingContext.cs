using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GuidanceFlow.Templates.Functions;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Runtime.Calls;

namespace GuidanceFlow.Templates.Binding;

/// <summary>What the binders share while one text is bound; kept and used for the next one.</summary>
internal sealed class BindingContext(DiagnosticBag diagnostics, WordTable words)
{
    // A path longer than this takes no part in null checks; the effort would grow with the square of its length.
    public const int LongestPath = 200;

    private const int MostSuggestions = 100;

    private readonly Scratch<NameUse> _reads = new();
    private Dictionary<string, string>? _suggestions;
    private HashSet<int>? _loopsTrackingChanges;
    private SortedSet<string>? _calls;
    private List<Inclusion>? _inclusions;
    private Stack<FunctionScope>? _functions;
    private int _opened;
    private int _wrapped;

    /// <summary>The text that is bound.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>The names from outside; null when they are looked up at run time.</summary>
    public INameScope? Scope { get; private set; }

    /// <summary>How the text is parsed.</summary>
    public TemplateOptions Options { get; private set; } = TemplateOptions.Default;

    /// <summary>The name under which the text is included; null for a text of its own.</summary>
    public string? Partial { get; private set; }

    /// <summary>Whether variables are looked up by name when the text runs.</summary>
    public bool IsByName { get; private set; }

    /// <summary>Whether members or items are changed.</summary>
    public bool Changes { get; private set; }

    /// <summary>Whether the place at hand is in a function.</summary>
    public bool IsInFunction => _functions is { Count: > 0 };

    /// <summary>Whether the place at hand may belong to a call: in a function, a partial, or a block that a function prints.</summary>
    public bool MayHaveArguments => IsInFunction || Partial is not null || IsWrapped;

    /// <summary>Whether the place at hand is in a block that <c>wrap</c> hands over.</summary>
    public bool IsWrapped => _wrapped > 0;

    /// <summary>Whether an object is opened by <c>with</c> around the place at hand.</summary>
    public bool IsOpened => _opened > 0;

    /// <summary>Whether the place at hand may run inside a <c>with</c> or a loop that is not seen from it: in a function or a partial.</summary>
    public bool MayRunElsewhere => IsByName && (IsInFunction || Partial is not null);

    public LocalVariables Locals { get; private set; } = new();

    public WordTable Words { get; } = words;

    /// <summary>What is known not to be null at the place at hand.</summary>
    public NullFacts Facts { get; set; }

    /// <summary>Whether a single word at the place at hand may be a text whose quotes were forgotten: beside <c>==</c>, or as a whole expression.</summary>
    public bool MayBeText { get; set; }

    public FrameSize Frame => new(Locals.Count, Locals.DeepestLoop);

    /// <summary>Goes on to the next text.</summary>
    public void Start(string text, TemplateOptions options, TextRole role, string? partial, IReadOnlyCollection<string> assigned, NameNeeds needs)
    {
        Options = options;
        Partial = partial;
        Changes = needs.Changes || role != TextRole.Whole;
        IsByName = needs.ByName || role != TextRole.Whole || (needs.Changes && options.Scope is null);
        _calls = null;
        _inclusions = null;
        RunsOthers = false;
        IsExpression = false;
        _functions = null;
        _opened = 0;
        _wrapped = 0;
        _reads.Drop(0);
        _suggestions = null;
        _loopsTrackingChanges = null;
        Text = text;
        Scope = options.Scope;
        Facts = default;
        MayBeText = false;
        Locals.Start(assigned);
    }

    public void Report(TemplateDiagnosticCode code, TextSpan span, string message) => diagnostics.Report(code, span, message);

    /// <summary>Whether the text is an expression of its own, such as a guard.</summary>
    public bool IsExpression { get; set; }

    /// <summary>Whether it includes or evaluates other texts.</summary>
    public bool RunsOthers { get; private set; }

    /// <summary>The names of all groups of functions.</summary>
    public IEnumerable<string> GroupNames => FunctionRegistry.GroupNames.Concat(Options.Functions.GroupNames);

    /// <summary>The functions of one name, the language's or the host's.</summary>
    public FunctionGroup? FindGroup(string name) => FunctionRegistry.Find(name) ?? Options.Functions.FindGroup(name);

    /// <summary>A function that needs no group: one of the host, or <c>date</c>, which is short for <c>date.parse</c>.</summary>
    public Function? FindUngrouped(string name) => Options.Functions.Find(name) ?? (name == "date" ? FunctionRegistry.Find(name)!.Find("parse") : null);

    /// <summary>The names of the functions that are called, in order.</summary>
    public ImmutableArray<string> SortedCalls() => _calls is null ? [] : [.. _calls];

    /// <summary>The partials that are included, in the order of the text.</summary>
    public ImmutableArray<Inclusion> Inclusions() => _inclusions is null ? [] : [.. _inclusions];

    /// <summary>How the text runs.</summary>
    public RenderMode Mode() => IsByName || Changes ? new RenderMode { Changes = Changes, Thaws = Changes && IsByName && Scope is null, Options = Options } : RenderMode.Plain;

    public void AddCall(string function) => (_calls ??= new SortedSet<string>(StringComparer.Ordinal)).Add(function);

    /// <summary>Notes a call of a function; reports one that a template with a scope must not call.</summary>
    public void AddCall(Function function, TextSpan span)
    {
        AddCall(function.Name);
        RunsOthers |= function.Evaluates;
        if (function.Evaluates && Scope is not null)
        {
            Report(TemplateDiagnosticCode.NotAllowed, span, $"\"{function.Name}\" cannot be used here: it would run what may come from outside. Write the expression itself.");
        }
    }

    public void AddInclusion(string? partial, TextSpan span)
    {
        RunsOthers = true;
        (_inclusions ??= []).Add(new Inclusion(partial, span));
    }

    /// <summary>Enters the body of a function, whose loops are its own.</summary>
    public void EnterFunction(FunctionParameter[] parameters)
    {
        (_functions ??= new Stack<FunctionScope>()).Push(new FunctionScope(parameters, Locals));
        Locals = Locals.Inside();
    }

    public void LeaveFunction() => Locals = _functions!.Pop().Outside;

    /// <summary>Whether a name is a parameter of a function around the place at hand.</summary>
    public bool IsParameter(string name)
    {
        foreach (FunctionScope function in _functions ?? [])
        {
            if (Array.Exists(function.Parameters, parameter => parameter.Name == name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Enters the body of <c>with</c>.</summary>
    public void Open() => _opened++;

    public void Close() => _opened--;

    /// <summary>Enters a block that <c>wrap</c> hands over: it runs inside the loops of the function that prints it.</summary>
    public int EnterWrapped()
    {
        _wrapped++;
        return Locals.HideLoops();
    }

    public void LeaveWrapped(int around)
    {
        _wrapped--;
        Locals.ShowLoops(around);
    }

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
        if (_suggestions.Count >= MostSuggestions)
        {
            // Comparing every unknown name with every known one takes long, and nobody reads so many.
            return string.Empty;
        }

        if (!_suggestions.TryGetValue(name, out string? suggestion))
        {
            suggestion = Suggestions.For(name, names);
            _suggestions.Add(name, suggestion);
        }

        return suggestion;
    }

    public void TrackChanges(int loop) => (_loopsTrackingChanges ??= []).Add(loop);

    public bool StopTrackingChanges(int loop) => _loopsTrackingChanges?.Remove(loop) == true;

    private sealed record FunctionScope(FunctionParameter[] Parameters, LocalVariables Outside);
}
