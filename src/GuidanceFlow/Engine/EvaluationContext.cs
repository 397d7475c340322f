using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
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

    public EvaluationContext(Flow flow, SessionState state, DateTimeOffset now)
    {
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

    public Flow Flow { get; }

    /// <summary>The session as the turn found it.</summary>
    public SessionState State { get; }

    public RenderSettings Settings { get; }

    /// <summary>The number of the session's language in the flow.</summary>
    public int Locale { get; }

    public int Turn { get; set; }

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

    private RareParts Rare => _rare ??= new RareParts { Offered = State.Offered, Chosen = State.Chosen, Confirming = State.Confirming };

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
                return SessionValue((SessionMember)index);
            case Slot.Stage:
                return StageValue((StageMember)index);
            case Slot.Step:
                return StepValue((StepMember)index);
            case Slot.Ticket:
                return TicketValue((TicketMember)index);
            case Slot.Fallback:
                return FallbackValue((FallbackMember)index);
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

    private Value SessionValue(SessionMember member) => member switch
    {
        SessionMember.Id => Value.From(State.Id),
        SessionMember.Locale => Value.From(State.Locale),
        SessionMember.Path => Value.From(ValueList.Adopt(Array.ConvertAll(Answers.StepsIn(Flow), Value.From))),
        SessionMember.Started => Value.From(State.StartedAt.UtcDateTime),
        SessionMember.Turn => Value.From(Turn),
        SessionMember.Channel => Value.From(State.Channel),
        SessionMember.PathTitles => Value.From(ValueList.Adopt(Array.ConvertAll(Answers.AsSpan().ToArray(), answer => TitleOf(answer.Step)))),
        _ => Value.From(State.CustomerKey),
    };

    private Value StageValue(StageMember member)
    {
        if (Step < 0)
        {
            return Value.Null;
        }

        FlowStage stage = Flow.Nodes[Step].Stage;
        return member switch
        {
            StageMember.Id => Value.From(stage.Id),
            StageMember.Title => Value.From(stage.Titles.In(Locale)),
            StageMember.Index => Value.From(stage.Number),
            _ => Value.From(stage.Count),
        };
    }

    private Value StepValue(StepMember member)
    {
        if (Step < 0)
        {
            return Value.Null;
        }

        return member switch
        {
            StepMember.Id => Value.From(Flow.Nodes[Step].Id),
            StepMember.Title => TitleOf(Step),
            _ => Value.From(Unrecognised.Length + 1),
        };
    }

    private Value TitleOf(int step) => Value.From(Flow.Nodes[step].Place.Titles.In(Locale));

    private Value TicketValue(TicketMember member) => Ticket is null
        ? Value.Null
        : member switch
        {
            TicketMember.Reference => Value.From(Ticket.Reference),
            TicketMember.RespondWithin => Ticket.RespondWithin is { } within ? Value.From(within) : Value.Null,
            _ => Ticket.Due is { } due ? Value.From(due.UtcDateTime) : Value.Null,
        };

    private Value FallbackValue(FallbackMember member) => Fallback is null
        ? Value.Null
        : member switch
        {
            FallbackMember.Reason => Value.From(FallbackReasonNames.Of(Fallback.Reason)),
            FallbackMember.Stage => Value.From(Fallback.Stage),
            FallbackMember.Step => Value.From(Fallback.Step),
            FallbackMember.Attempts => Value.From(Fallback.Attempts),
            FallbackMember.StageTitle => Value.From(Flow.Parts.Stages.FirstOrDefault(stage => stage.Id == Fallback.Stage)?.Titles.In(Locale)),
            FallbackMember.StepTitle => Fallback.Step is { } id && Flow.TryFindIndex(id, out int step) ? TitleOf(step) : Value.Null,
            _ => Value.From(ValueList.Adopt([.. Fallback.Unrecognised.Select(text => Value.From(text))])),
        };

    /// <summary>What few turns have: it would make each of them larger.</summary>
    private sealed class RareParts
    {
        public Value RowItem { get; set; }

        public Value OptionItem { get; set; }

        public required Value[] Offered { get; set; }

        public required StepAnswer[] Chosen { get; set; }

        public required Confirmation? Confirming { get; set; }
    }
}
