using System.Globalization;
using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>
/// Everything one rendering needs while it runs. States are kept by thread and used again; a rendering started by an
/// <see cref="IValueSource"/> in the middle of another takes a second one.
/// </summary>
internal sealed class RenderState
{
    // Visiting the items of lists inside functions is cheaper than a round of a loop, but not free.
    private const int ItemsPerRound = 20;

    [ThreadStatic]
    private static RenderState? t_free;

    private RenderState? _nextFree;
    private IValueSource? _values;
    private IReadOnlyDictionary<string, Value>? _model;
    private string _text = string.Empty;
    private long _itemsLeft;
    private int _roundsLeft;
    private Random? _random;

    private RenderState() => Output = new OutputBuffer(this);

    public OutputBuffer Output { get; }

    public RenderSettings Settings { get; private set; } = RenderSettings.Default;

    public CultureInfo Culture { get; private set; } = CultureInfo.InvariantCulture;

    /// <summary>The template's own variables.</summary>
    public Value[] Locals { get; private set; } = [];

    public LoopFrame[] Loops { get; private set; } = [];

    /// <summary>Random numbers that follow from the seed and the template's text.</summary>
    public Random Random => _random ??= MakeRandom();

    /// <summary>What runs at the moment, for failures that know no better place.</summary>
    public TextSpan Place { get; set; }

    public static RenderState Start(string text, FrameSize frame, RenderSettings? settings)
    {
        RenderState state = t_free ?? new RenderState();
        t_free = state._nextFree;
        state._nextFree = null;
        settings ??= RenderSettings.Default;
        state._text = text;
        if (!ReferenceEquals(state.Settings, settings))
        {
            state.Settings = settings;
            state.Culture = settings.Culture;
        }

        state._roundsLeft = settings.MaxLoopIterations;
        state._itemsLeft = (long)settings.MaxLoopIterations * ItemsPerRound;
        state.Output.Start(settings.MaxOutputLength);
        if (state.Locals.Length < frame.Locals)
        {
            state.Locals = new Value[frame.Locals];
        }

        if (state.Loops.Length < frame.Loops)
        {
            state.Loops = new LoopFrame[frame.Loops];
        }

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

        _values = null;
        _model = null;
        _random = null;
        Output.Finish();
        _nextFree = t_free;
        t_free = this;
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
    }

    /// <summary>Counts items that a function or a comparison is about to visit.</summary>
    public void CountItems(int count, TextSpan place)
    {
        _itemsLeft -= count;
        if (_itemsLeft < 0)
        {
            throw Fail(
                TemplateDiagnosticCode.RuntimeLimit,
                place,
                $"Functions and comparisons visit more than {(long)Settings.MaxLoopIterations * ItemsPerRound} list items, {ItemsPerRound} times the limit of RenderSettings.MaxLoopIterations.");
        }
    }

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
        (int line, int column) = new LineMap(_text).Find(place.Start);
        return new TemplateRuntimeException(new TemplateDiagnostic(code, place, line, column, message));
    }

    private Random MakeRandom()
    {
        // Two templates of one turn are not to throw the same dice. FNV-1a, because the text's own hash differs from process to process.
        uint hash = 2166136261;
        foreach (char unit in _text)
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
}
