using GuidanceFlow.Answers;
using GuidanceFlow.Commands;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Engine;

/// <summary>
/// What templates and expressions see while a turn runs: the turn's own, changing copy of the session's fields. Lives for
/// one turn on one thread.
/// </summary>
internal sealed class EvaluationContext : IValueSource
{
    private Value[] _data;
    private bool _ownsData;
    private RareParts? _rare;
    private List<int>? _labelling;
    private TurnChanges _changes;

    /// <param name="root">The flow the session is pinned to.</param>
    /// <param name="state">The session as the turn found it.</param>
    /// <param name="now">The turn's time.</param>
    public EvaluationContext(Flow root, SessionState state, DateTimeOffset now)
    {
        Flow flow = state.Caller is { } caller ? root.Find(caller.Running) : root;
        Root = root;
        Flow = flow;
        State = state;
        _data = state.Data;
        Answers = state.Answers;
        Loop = state.Loop;
        Fallback = state.Fallback;
        Ticket = state.Ticket;
        Turn = state.Turn;
        Unrecognised = state.Unrecognised;
        Locale = flow.LocaleIndex(state.Locale);
        Settings = new RenderSettings { Culture = flow.CultureOf(state.Locale), Now = now.UtcDateTime, Seed = SeedOf(state) };
    }

    /// <summary>Where the turn's random numbers start from: the same session and turn throw the same dice, on every machine.</summary>
    private static int SeedOf(SessionState state)
    {
        // FNV-1a, because a text's own hash differs from process to process.
        uint hash = 2166136261;
        foreach (char unit in state.Id)
        {
            hash = (hash ^ unit) * 16777619;
        }

        return (int)((hash ^ (uint)state.Turn) * 16777619);
    }

    /// <summary>The flow the session is pinned to.</summary>
    public Flow Root { get; }

    /// <summary>The flow the session is in: its own, or one that is run.</summary>
    public Flow Flow { get; }

    /// <summary>The session as the turn found it, or as it was when the flow was entered.</summary>
    public SessionState State { get; }

    public RenderSettings Settings { get; }

    /// <summary>The turn's time (UTC).</summary>
    public DateTimeOffset Now => new(Settings.Now, TimeSpan.Zero);

    /// <summary>The number of the session's language in the flow.</summary>
    public int Locale { get; }

    public int Turn { get; set; }

    /// <summary>What customers may ask for instead of answering: the same in all flows of a session, those of the flow it is pinned to.</summary>
    public CommandWords Commands => Root.Parts.Commands.In(ReferenceEquals(Root, Flow) ? Locale : Root.LocaleIndex(State.Locale));

    /// <summary>The step whose templates run; −1 before the first.</summary>
    public int Step { get; set; } = -1;

    public string[] Unrecognised { get; set; }

    public EachFrame? Loop { get; set; }

    public FallbackInfo? Fallback { get; set; }

    public TicketMark? Ticket { get; set; }

    /// <summary>The item of a table made from a list.</summary>
    public Value RowItem
    {
        get => _rare?.RowItem ?? Value.Null;
        set => Rare.RowItem = value;
    }

    /// <summary>The item an option is made from.</summary>
    public Value OptionItem
    {
        get => _rare?.OptionItem ?? Value.Null;
        private set => Rare.OptionItem = value;
    }

    /// <summary>The items that the question at hand offers, where its options are made from a list.</summary>
    public Value[] Offered
    {
        get => _rare is null ? State.Offered : _rare.Offered;
        set => _ = ReferenceEquals(Offered, value) || (Offered.Length == 0 && value.Length == 0) ? value : Rare.Offered = value;
    }

    /// <summary>The items that answers chose from lists, by step.</summary>
    public StepAnswer[] Chosen
    {
        get => _rare is null ? State.Chosen : _rare.Chosen;
        set => _ = ReferenceEquals(Chosen, value) || (Chosen.Length == 0 && value.Length == 0) ? value : Rare.Chosen = value;
    }

    /// <summary>How far the confirming of an answer to the present question is.</summary>
    public Confirmation? Confirming
    {
        get => _rare is null ? State.Confirming : _rare.Confirming;
        set => _ = ReferenceEquals(Confirming, value) ? value : Rare.Confirming = value;
    }

    /// <summary>Secrets of flows that were left which are in what those gave back.</summary>
    public string[] Secrets
    {
        get => _rare is null ? State.Secrets : _rare.Secrets;
        set => _ = ReferenceEquals(Secrets, value) ? value : Rare.Secrets = value;
    }

    /// <summary>The error that the latest action which failed ended with.</summary>
    public ActionFailure? Failure
    {
        get => _rare is null ? State.Failure : _rare.Failure;
        set => _ = ReferenceEquals(Failure, value) ? value : Rare.Failure = value;
    }

    /// <summary>The id of the variant that was rendered and is not said yet; null for a text without variants.</summary>
    public string? Variant
    {
        get => _rare?.Variant;
        set => Rare.Variant = value;
    }

    private RareParts Rare => _rare ??= new RareParts { Offered = State.Offered, Chosen = State.Chosen, Confirming = State.Confirming, Secrets = State.Secrets, Failure = State.Failure };

    /// <summary>The item a loop that is not entered yet filters or orders by, or the answer that is being checked and not kept yet; and its step.</summary>
    public (int Step, Value Item)? Candidate { get; set; }

    /// <summary>What the customer just wrote, while it is read; null for nothing.</summary>
    public string? Heard { get; set; }

    public Value[] Data => _data;

    /// <summary>The latest answers, oldest first.</summary>
    public AnswerList Answers { get; private set; }

    public void Assign(int slot, Value value)
    {
        if (!_ownsData)
        {
            _data = (Value[])_data.Clone();
            _ownsData = true;
        }

        _changes.Note(slot);
        _data[slot] = value;
    }

    /// <summary>Carries an assignment out.</summary>
    public void Assign(CompiledAssignment assignment)
    {
        Value value = Compute(assignment);
        if (value.IsNull && !Flow.Parts.Variables[assignment.Slot].Optional)
        {
            throw new TurnFailure(Step, $"The value of '{assignment.Name}' is null, and the datum is not optional. Add '?? …' with a value for that case.");
        }

        Assign(assignment.Slot, value);
    }

    /// <summary>Assigns several data.</summary>
    public void Assign(ReadOnlySpan<int> slots, ReadOnlySpan<Value> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            Assign(slots[i], values[i]);
        }
    }

    /// <summary>Keeps what another flow gives back, or all data where steps of this one made them.</summary>
    public void Keep(CompiledReturn[]? returns, Value[] given)
    {
        if (returns is null)
        {
            (_data, _ownsData) = (given, false);
            return;
        }

        foreach (CompiledReturn kept in returns)
        {
            Value value = given[kept.Return];
            Assign(kept.Slot, value.IsNull ? value : DataTypes.TryFit(value, kept.Type, kept.Name, out Value fitted, out string problem) ? fitted : throw new TurnFailure(Step, "What is given back does not fit: " + problem));
        }
    }

    /// <summary>Computes an assignment's value and sees to it that it has the datum's type.</summary>
    public Value Compute(CompiledAssignment assignment)
    {
        Value value = assignment.Value.Evaluate(this, Settings);
        if (value.IsNull || (assignment.IsProved && value.Kind != ValueKind.Text))
        {
            return value;
        }

        return DataTypes.TryFit(value, assignment.Type, assignment.Name, out Value fitted, out string problem)
            ? fitted
            : throw new TurnFailure(Step, "The value of " + problem);
    }

    /// <summary>The row of a table that applies now, from 0; −1 when none does.</summary>
    public int Decide(DecideStep step)
    {
        var values = new Value[step.Inputs.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = step.Inputs[i].Evaluate(this, Settings);
        }

        return step.Table.Find(values);
    }

    /// <summary>Keeps the answer to the question at hand: it is over, and its attempts are no longer the present ones.</summary>
    public void Keep(AskStep ask, Value answer)
    {
        Unrecognised = [];
        Confirming = null;
        Record(ask.Index, answer);
        if (ask.Answer is OptionsSpec { Listed: { } listed })
        {
            Chosen = OptionLabels.Keep(this, ask, listed, answer);
        }

        if (ask.SaveSlot >= 0)
        {
            Assign(ask.SaveSlot, DataTypes.Fit(answer, Flow.Parts.Variables[ask.SaveSlot].Type.Kind == DataKind.Number));
        }
    }

    /// <summary>Makes an answer the latest one; an earlier one to the same step goes.</summary>
    public void Record(int step, Value value)
    {
        Answers = Answers.With(step, value, out UndoneAnswer undone);
        _changes.Note(undone);
    }

    /// <summary>Whether an answer passes its question's check; one that does not is invalid.</summary>
    public AnswerMatch Check(AskStep ask, AnswerSpec spec, AnswerMatch match)
    {
        if (spec.Check is null || match.Kind != AnswerMatchKind.Matched)
        {
            return match;
        }

        Candidate = (ask.Index, match.Value);
        bool passes = spec.Check.EvaluateBoolean(this, Settings);
        Candidate = null;
        return passes ? match : AnswerMatch.Unfit(match.Value, TurnReason.Check);
    }

    /// <summary>Forgets all data, answers and loops; inputs and the latest ticket stay.</summary>
    public void Clear()
    {
        _data = [.. State.Data.AsSpan(0, Flow.Parts.InputCount), .. Flow.Parts.Defaults.AsSpan(Flow.Parts.InputCount)];
        _ownsData = true;
        Answers = default;
        Loop = null;
        Fallback = null;
        Failure = null;
        Unrecognised = [];
        Chosen = [];
        Confirming = null;
    }

    /// <summary>Computes something of an item that an option is made from.</summary>
    public T WithOption<T>(Value item, Func<T> compute)
    {
        Value outer = OptionItem;
        OptionItem = item;
        try
        {
            return compute();
        }
        finally
        {
            OptionItem = outer;
        }
    }

    /// <summary>Takes an answer back that was the latest.</summary>
    public void Forget(UndoneAnswer answer) => Answers = Answers.Without(answer);

    /// <summary>Which data and answers the turn has changed.</summary>
    public ref readonly TurnChanges Changes => ref _changes;

    public Value GetValue(int slot)
    {
        int index = slot & Slot.IndexMask;
        switch (slot >> Slot.KindShift)
        {
            case Slot.Data:
                return _data[index];
            case Slot.Answer:
                return Candidate is { } proposed && proposed.Step == index ? proposed.Item : Answers.Find(index);
            case Slot.Label:
                return LabelOf(index);
            case Slot.Session:
                return EngineNames.Session(this, (SessionMember)index);
            case Slot.Stage:
                return EngineNames.Stage(this, (StageMember)index);
            case Slot.Step:
                return EngineNames.Step(this, (StepMember)index);
            case Slot.Ticket:
                return EngineNames.Ticket(this, (TicketMember)index);
            case Slot.Fallback:
                return EngineNames.Fallback(this, (FallbackMember)index);
            case Slot.Error:
                return EngineNames.Error(Failure, (ErrorMember)index);
            case Slot.Knowledge:
                return Flow.Parts.KnowledgeValues.In(Locale)[index];
            case Slot.RowItem:
                return RowItem;
            case Slot.OptionItem:
                return OptionItem;
            default:
                return LoopValue(slot >> Slot.KindShift, index);
        }
    }

    private Value LoopValue(int kind, int step)
    {
        if (kind == Slot.LoopItem && Candidate is { } candidate && candidate.Step == step)
        {
            return candidate.Item;
        }

        EachFrame? frame = Loop;
        while (frame is not null && frame.Step != step)
        {
            frame = frame.Outer;
        }

        if (frame is null)
        {
            return Value.Null;
        }

        return kind switch
        {
            Slot.LoopItem => frame.Items[frame.Index],
            Slot.LoopIndex => Value.From(frame.Index + 1),
            Slot.LoopCount => Value.From(frame.Items.Length),
            Slot.LoopFirst => Value.From(frame.Index == 0),
            Slot.LoopLast => Value.From(frame.Index == frame.Items.Length - 1),
            _ => Value.From(frame.Failed),
        };
    }

    private Value LabelOf(int step)
    {
        Value answer = Candidate is { } proposed && proposed.Step == step ? proposed.Item : Answers.Find(step);
        if (answer.IsNull || Flow.Nodes[step] is not AskStep { Answer: OptionsSpec } ask || _labelling?.Contains(step) == true)
        {
            // A label that reads itself, over whatever detour, sees the value there.
            return answer;
        }

        (_labelling ??= []).Add(step);
        try
        {
            return OptionLabels.Of(this, ask, answer);
        }
        finally
        {
            _labelling.Remove(step);
        }
    }
}
