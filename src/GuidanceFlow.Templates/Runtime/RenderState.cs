using System.Globalization;
using System.Runtime.CompilerServices;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Runtime.Scopes;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>
/// Everything one rendering needs while it runs. Each thread keeps one and uses it again; a rendering started by an
/// <see cref="IValueSource"/> in the middle of another takes a second one, which the first one keeps.
/// </summary>
internal sealed class RenderState
{
    // Copying as many characters takes about as long as one of the other operations.
    private const int CharactersPerOperation = 32;
    private const int CopiesPerOperation = 4;

    [ThreadStatic]
    private static RenderState? t_first;

    private RenderState? _second;
    private bool _isRunning;
    private IValueSource? _values;
    private IReadOnlyDictionary<string, Value>? _model;
    private RenderMode _mode = RenderMode.Plain;
    private string _templateText = string.Empty;
    private CancellationToken _cancellation;
    private Extras? _extras;
    private long _operationsLeft;
    private int _roundsLeft;

    private RenderState() => Output = new OutputBuffer(this);

    private Extras More => _extras ??= new Extras();

    public OutputBuffer Output { get; }

    public RenderSettings Settings { get; private set; } = RenderSettings.Default;

    public CultureInfo Culture { get; private set; } = CultureInfo.InvariantCulture;

    /// <summary>The template's own variables.</summary>
    public Value[] Locals { get; private set; } = [];

    public LoopFrame[] Loops { get; private set; } = [];

    /// <summary>Random numbers that follow from the seed and the template's text.</summary>
    public Random Random => More.Random ??= MakeRandom();

    /// <summary>What runs at the moment, for failures that know no better place.</summary>
    public TextSpan Place { get; set; }

    /// <summary>The variables of a template that looks them up by name.</summary>
    public VariableScopes Scopes => More.Scopes ??= new VariableScopes(this);

    /// <summary>How the template was parsed.</summary>
    public TemplateOptions Options => _mode.Options;

    /// <summary>The text and the loops of what runs at the moment.</summary>
    public RunningFrame Frame => _extras?.Frame ?? new RunningFrame(_templateText, Partial: null, Loops);

    /// <summary>All named values of the model.</summary>
    public IEnumerable<KeyValuePair<string, Value>> Model => _model ?? (IEnumerable<KeyValuePair<string, Value>>)[];

    public static RenderState Start(string text, FrameSize frame, RenderMode mode, RenderSettings? settings, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        RenderState state = t_first is { _isRunning: false } first ? first : TakeOther();
        settings ??= RenderSettings.Default;
        if (!ReferenceEquals(state._mode, mode))
        {
            state._mode = mode;
        }

        state._templateText = text;
        state._cancellation = cancellation;
        if (!ReferenceEquals(state.Settings, settings))
        {
            state.Settings = settings;
            state.Culture = settings.Culture;
        }

        state._roundsLeft = settings.MaxLoopIterations;
        state._operationsLeft = settings.MaxOperations;
        state.Output.Start(settings.MaxOutputLength);
        if (state.Locals.Length < frame.Locals)
        {
            state.Locals = new Value[frame.Locals];
        }

        if (state.Loops.Length < frame.Loops)
        {
            state.Loops = new LoopFrame[frame.Loops];
        }

        state._isRunning = true;
        return state;
    }

    public void ReadFrom(IValueSource values) => _values = values;

    public void ReadFrom(IReadOnlyDictionary<string, Value> model) => _model = model;

    public void Finish(FrameSize frame)
    {
        if (frame.Locals > 0)
        {
            Array.Clear(Locals, 0, frame.Locals);
        }

        if (!ReferenceEquals(_mode, RenderMode.Plain))
        {
            _mode = RenderMode.Plain;
        }

        _values = null;
        _model = null;
        _extras = null;
        _cancellation = default;
        Output.Finish();
        _isRunning = false;
    }

    /// <summary>Runs a template; a value nested too deep fails it.</summary>
    public void Run(StatementNode root)
    {
        try
        {
            root.Execute(this);
        }
        catch (InsufficientExecutionStackException)
        {
            throw FailTooDeep();
        }
    }

    /// <summary>Computes an expression, as <see cref="Run"/> runs a template.</summary>
    public Value Evaluate(Node root)
    {
        try
        {
            return root.Evaluate(this);
        }
        catch (InsufficientExecutionStackException)
        {
            throw FailTooDeep();
        }
    }

    public Value GetSlot(int slot) => _values!.GetValue(slot);

    public Value GetGlobal(string name) => _model is not null && _model.TryGetValue(name, out Value value) ? value : Value.Null;

    public bool TryGetGlobal(string name, out Value value)
    {
        value = default;
        return _model is not null && _model.TryGetValue(name, out value);
    }

    /// <summary>Counts one round of a loop.</summary>
    public void CountRound(TextSpan place)
    {
        if (--_roundsLeft < 0)
        {
            throw Fail(TemplateDiagnosticCode.RuntimeLimit, place, $"The loops run more than {Settings.MaxLoopIterations} rounds, the limit of RenderSettings.MaxLoopIterations.");
        }

        CountOperations(1, place);
        _cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Counts items that a function or a comparison is about to visit.</summary>
    public void CountItems(int count, TextSpan place)
    {
        CountOperations(count, place);
        _cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Counts items that an operator is about to copy.</summary>
    public void CountCopies(long count, TextSpan place)
    {
        CountOperations(count / CopiesPerOperation, place);
        _cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Counts characters that are about to be read or copied; a short text counts for nothing.</summary>
    public void CountCharacters(long length, TextSpan place)
    {
        if (length >= CharactersPerOperation)
        {
            CountOperations(length / CharactersPerOperation, place);
            _cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Checks and counts a text that is about to be built.</summary>
    public void CountText(long length, TextSpan place)
    {
        CheckTextLength(length, place);
        CountCharacters(length, place);
    }

    /// <summary>Counts what repeats, so that no template runs without end.</summary>
    public void CountOperations(long count, TextSpan place)
    {
        _operationsLeft -= count;
        if (_operationsLeft < 0)
        {
            throw Fail(TemplateDiagnosticCode.RuntimeLimit, place, $"The template takes more than {Settings.MaxOperations} operations, the limit of RenderSettings.MaxOperations.");
        }
    }

    /// <summary>Begins a call of a function or the inclusion of a partial; <see cref="LeaveCall"/> ends it.</summary>
    public RunningFrame EnterCall(RunningFrame callee, string name, TextSpan place)
    {
        int calls = ++More.Calls;
        if (calls > Settings.MaxRecursion || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Fail(TemplateDiagnosticCode.RuntimeLimit, place, $"\"{name}\" is called {calls} levels deep, beyond the limit of RenderSettings.MaxRecursion, {Settings.MaxRecursion}.");
        }

        CountOperations(1, place);
        _cancellation.ThrowIfCancellationRequested();
        return Resume(callee);
    }

    public static LoopFrame[] MakeLoops(int count) => count == 0 ? [] : new LoopFrame[count];

    public void LeaveCall(RunningFrame caller)
    {
        More.Calls--;
        Resume(caller);
    }

    /// <summary>Goes on in another text; gives what ran before.</summary>
    public RunningFrame Resume(RunningFrame frame)
    {
        RunningFrame before = Frame with { Place = Place };
        Place = frame.Place;
        (More.Frame, Loops) = (frame, frame.Loops);
        return before;
    }

    /// <summary>How long the regular expressions took that may take long.</summary>
    public TimeSpan RegexTime
    {
        get => More.RegexTime;
        set => More.RegexTime = value;
    }

    /// <summary>Where a cycle stands; it goes on by one.</summary>
    public int NextInCycle(string group, int count)
    {
        Dictionary<string, int> cycles = More.Cycles ??= new Dictionary<string, int>(StringComparer.Ordinal);
        int index = count == 0 ? 0 : cycles.GetValueOrDefault(group) % count;
        cycles[group] = index + 1;
        return index;
    }

    /// <summary>Keeps what a function gives until its call ends.</summary>
    public void Return(Value value) => More.Returned = value;

    public Value TakeReturned()
    {
        Value value = More.Returned;
        More.Returned = default;
        return value;
    }

    /// <summary>A list that the template may change if it changes any.</summary>
    public Value NewList(Value[] items) => Value.From(_mode.Changes ? ValueList.AdoptChangeable(items) : ValueList.Adopt(items));

    /// <summary>An object that the template may change if it changes any.</summary>
    public Value NewObject(string[] names, Value[] values) => Value.From(_mode.Changes ? ValueObject.AdoptChangeable(names, values) : ValueObject.Adopt(names, values));

    /// <summary>What a function gave, as the template may use it: without a scope every list and object may be changed.</summary>
    public Value Own(Value value) => _mode.Thaws ? Thawing.Thaw(this, value) : value;

    /// <summary>An object that a function made, as the template may use it.</summary>
    public Value NewObject(ValueObject made) => Value.From(_mode.Changes ? ValueObject.AdoptChangeable([.. made.Names], made.Values.ToArray()) : made);

    public void CheckListLength(long length, TextSpan place)
    {
        if (length > Settings.MaxListLength)
        {
            throw Fail(TemplateDiagnosticCode.RuntimeLimit, place, $"A list grows beyond {Settings.MaxListLength} items, the limit of RenderSettings.MaxListLength.");
        }
    }

    public void CheckTextLength(long length, TextSpan place)
    {
        if (length > Settings.MaxOutputLength)
        {
            throw Fail(TemplateDiagnosticCode.RuntimeLimit, place, $"The text grows beyond {Settings.MaxOutputLength} characters, the limit of RenderSettings.MaxOutputLength.");
        }
    }

    public TemplateRuntimeException Fail(TextSpan place, string message) => Fail(TemplateDiagnosticCode.Runtime, place, message);

    public TemplateRuntimeException Fail(TemplateDiagnosticCode code, TextSpan place, string message)
    {
        RunningFrame frame = Frame;
        (int line, int column) = new LineMap(frame.Text).Find(place.Start);
        return new TemplateRuntimeException(new TemplateDiagnostic(code, place, line, column, message) { Partial = frame.Partial }) { Rendering = this };
    }

    /// <summary>The failure of a value that the thread's stack has no room for.</summary>
    public TemplateRuntimeException FailTooDeep() => Fail(TemplateDiagnosticCode.RuntimeLimit, Place, "A value is nested too deep.");

    /// <summary>A state for a thread that has none yet, or whose first one runs.</summary>
    private static RenderState TakeOther()
    {
        RenderState state = t_first ??= new RenderState();
        if (state._isRunning && !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new TemplateRuntimeException(new TemplateDiagnostic(TemplateDiagnosticCode.RuntimeLimit, default, 1, 1, "Renderings are started inside one another too deep; a function of the host must not render the template that calls it without end."));
        }

        while (state._isRunning)
        {
            state = state._second ??= new RenderState();
        }

        return state;
    }

    private Random MakeRandom()
    {
        // Two templates of one turn are not to throw the same dice. FNV-1a, because the text's own hash differs from process to process.
        uint hash = 2166136261;
        foreach (char unit in _templateText)
        {
            hash = (hash ^ unit) * 16777619;
        }

        return new Random(Settings.Seed ^ (int)hash);
    }

    /// <summary>A value as it would be printed.</summary>
    public string ToText(Value value)
    {
        if (value.Reference is string text)
        {
            return text;
        }

        if (value.IsNull)
        {
            return string.Empty;
        }

        if (value.TryGetBoolean(out bool boolean))
        {
            return boolean ? "true" : "false";
        }

        int start = Output.Length;
        ValuePrinter.Print(this, value);
        return Output.Cut(start);
    }

    /// <summary>What few renderings need; made with the first use, so that the others need not clear it.</summary>
    private sealed class Extras
    {
        public VariableScopes? Scopes { get; set; }

        public Random? Random { get; set; }

        public Dictionary<string, int>? Cycles { get; set; }

        public TimeSpan RegexTime { get; set; }

        /// <summary>What was called or included and runs at the moment; null for the template itself.</summary>
        public RunningFrame? Frame { get; set; }

        /// <summary>What the function gave that returned last.</summary>
        public Value Returned { get; set; }

        /// <summary>How many calls and inclusions run at the moment.</summary>
        public int Calls { get; set; }
    }
}
