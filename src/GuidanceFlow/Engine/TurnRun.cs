using GuidanceFlow.Answers;
using GuidanceFlow.Commands;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>
/// One turn under way: it collects what changes, and only <see cref="Finish"/> makes a session of it. Thrown away, it
/// leaves no trace.
/// </summary>
internal sealed class TurnRun
{
    private readonly SessionState _before;
    private EvaluationContext _context;
    private readonly List<Message> _messages;
    private readonly List<TurnEvent> _events;
    private FallbackRun? _fallback;
    private LoopRun? _loops;
    private TurnRest? _rest;
    private StepAnswer[] _known;
    private bool _isAnswered;
    private SessionOutcome? _outcome;
    private int _step;
    private int _visit;
    private int _entered;

    /// <param name="context">What the turn sees; the run goes on with it, in the next turn's number.</param>
    public TurnRun(EvaluationContext context)
    {
        SessionState before = context.State;
        _before = before;
        _context = context;
        _context.Turn = before.Turn + 1;
        _context.Step = before.Step;
        (_messages, _events) = TurnLists.Take();
        _known = before.Known;
        _step = before.Step;
        _visit = before.Visit;
    }

    public EvaluationContext Context => _context;

    /// <summary>The known answers that are left.</summary>
    public StepAnswer[] Known => _known;

    /// <summary>The present step; −1 for none.</summary>
    public int Step => _step;

    /// <summary>What the turn knows of time.</summary>
    public TurnClock Clock => Rest.Clock ??= new TurnClock();

    /// <summary>What most turns have nothing of.</summary>
    public TurnRest Rest => _rest ??= new TurnRest();

    public FallbackRun Fallback => _fallback ??= new FallbackRun(_context, _events);

    private LoopRun Loops => _loops ??= new LoopRun(_context, _events, Fallback, RouteFrom);

    /// <summary>Begins at the first step.</summary>
    public void Start()
    {
        _events.Add(new TurnEvent(TurnEventKind.Started, null));
        Go(0);
    }

    /// <summary>The customer's answer was understood, and perhaps more in it.</summary>
    /// <param name="ask">The question.</param>
    /// <param name="match">The answer.</param>
    /// <param name="facts">What else is known now.</param>
    /// <param name="leaves">Whether the way on is not that of the answer, but to where upset customers are led.</param>
    public void Answer(AskStep ask, AnswerMatch match, EquatableArray<KeyValuePair<string, Value>> facts = default, bool leaves = false)
    {
        _known = facts.IsEmpty ? _known : KnownAnswers.With(_context, _known, ask, facts);
        _events.Add(new TurnEvent(TurnEventKind.Answered, ask.Id));
        _isAnswered = true;
        if (leaves)
        {
            UpsetRun.LeadOn(this, ask, match);
            return;
        }

        Go(Take(ask, match));
    }

    /// <summary>The customer digressed; the question waits until that is dealt with.</summary>
    public void Interrupt(AskStep ask, FoundInterrupt found)
    {
        Go(FlowRun.Interrupt(this, ask, found));

        // One that asked nothing is over, and goes with the answer before it.
        _isAnswered = (_context.State.Caller?.Depth ?? 0) > (_before.Caller?.Depth ?? 0);
    }

    /// <summary>Makes the turn.</summary>
    public Turn Finish(TurnResult result, AnswerMatch? match, ResolvedAnswer? answer, TurnError? error = null, SessionCommand? command = null)
    {
        bool ended = _outcome is not null;
        SessionState after = _context.State with
        {
            Turn = _context.State.Turn + 1,
            Status = ended ? SessionStatus.Ended : StatusAt(_context.Flow.Nodes[_step]),
            Outcome = _outcome,
            Step = _step,
            Visit = _visit,
            Unrecognised = ended ? [] : _context.Unrecognised,
            Data = _context.Data,
            Answers = _context.Answers,
            Loop = ended ? null : _context.Loop,
            Offered = ended ? [] : _context.Offered,
            Chosen = _context.Chosen,
            Confirming = ended ? null : _context.Confirming,
            Known = ended ? [] : _known,
            Fallback = _context.Fallback,
            Ticket = _context.Ticket,
            Secrets = _context.Secrets,
            Calling = ended || _context.Flow.Nodes[_step] is not (CallStep or HandoffStep) ? null : _rest?.Calling ?? _before.Calling,
            Failure = _context.Failure,
            Timers = ended || !_context.Root.Parts.HasTimers ? [] : TurnClock.TimersOf(_rest?.Clock, _before, _context, _visit),
            Undo = ended ? UndoLog.Empty : _rest?.Undo ?? UndoRun.Note(_before, _context, _known, _isAnswered, match?.Value, filed: _rest is { IsBarrier: true }),
        };

        var turn = new Turn
        {
            Session = new GuidanceSession(_context.Root, after),
            Result = result,
            Reason = result == TurnResult.Accepted ? null : match?.Reason,
            Messages = [.. _messages],
            Effects = _rest is { Effects: { Count: > 0 } effects } ? [.. effects] : [],
            Events = [.. _events],
            Answer = answer,
            Candidates = match?.Candidates ?? [],
            Command = command,
            Error = error,
        };
        TurnLists.GiveBack(_messages, _events);
        return turn;
    }

    private static SessionStatus StatusAt(FlowStep step) => step is CallStep ? SessionStatus.Busy : step is HandoffStep ? SessionStatus.WithPerson : SessionStatus.Waiting;

    /// <summary>Runs step after step until one waits or the session is over.</summary>
    public void Go(int target)
    {
        while (target != Target.None)
        {
            target = target switch
            {
                Target.NextItem => Loops.NextItem(),
                Target.Break => Loops.Leave(),
                Target.Fail => Loops.FailItem(_step),
                Target.Return => FlowRun.ComeBack(this),
                _ => Enter(_context.Flow.Nodes[target]),
            };
        }
    }

    /// <summary>Enters a step and tells where it leads; <see cref="Target.None"/> when the turn is over.</summary>
    private int Enter(FlowStep step)
    {
        if (++_entered > GuidanceEngine.MaxStepsPerTurn)
        {
            throw new TurnFailure(step.Index, $"More than {GuidanceEngine.MaxStepsPerTurn} steps in one turn; put a question into the cycle.");
        }

        if (_context.Loop is not null)
        {
            Loops.LeaveAllNotAround(step.Place);
        }

        _fallback?.TakenByStep();
        _step = step.Index;
        _context.Step = step.Index;
        if (step.When is not null && !step.When.EvaluateBoolean(_context, _context.Settings))
        {
            _events.Add(new TurnEvent(TurnEventKind.Skipped, step.Id));
            return step.Sibling;
        }

        _events.Add(new TurnEvent(TurnEventKind.Entered, step.Id));
        switch (step)
        {
            case SayStep say:
                Say(PromptRenderer.Render(_context, say.Prompt.In(_context.Locale), MessageKind.Say));
                return Route(step);
            case AskStep ask:
                return Ask(ask);
            case SetStep set:
                foreach (CompiledAssignment assignment in set.Values)
                {
                    _context.Assign(assignment);
                }

                return Route(step);
            case DecideStep decide:
                return Routing.Decide(_context, _events, decide);
            case EachStep each:
                return Loops.Enter(each);
            case RunStep run:
                return FlowRun.Call(this, run);
            case CallStep call:
                _visit++;
                return CallRun.Begin(this, call);
            case HandoffStep handoff:
                _visit++;
                return HandoffRun.Begin(this, handoff);
            case TicketStep ticket:
                TicketRun.File(this, ticket);
                return Route(step);
            case EndStep end:
                return End(end);
            default:
                return Route(step);
        }
    }

    private int Ask(AskStep ask, bool takesKnown = true)
    {
        AnswerSpec answer = ask.Answers.In(_context.Locale);
        _context.Offered = OptionOffer.Freeze(_context, answer);
        OfferedOption[] offered = OptionOffer.Of(_context, answer);
        if (answer is OptionsSpec options && offered.Length < options.LeastOffered && ask.Wait is null)
        {
            return FallbackRun.FallBack(this, ask, FallbackReason.NoOptions);
        }

        _context.Confirming = null;
        if (takesKnown && KnownAnswers.TryTake(ref _known, ask.Index, out Value known))
        {
            // A value whose option is not offered now is asked for like any other.
            AnswerMatch match = _context.Check(ask, answer, AnswerMatcher.Accept(answer, offered, known, "known"));
            if (match.Kind == AnswerMatchKind.Matched && ask.WhenKnown == KnownAnswerPolicy.Skip)
            {
                _events.Add(new TurnEvent(TurnEventKind.KnownAnswer, ask.Id));
                return Take(ask, match);
            }

            if (match.Kind == AnswerMatchKind.Matched && ask.WhenKnown == KnownAnswerPolicy.Confirm)
            {
                _visit++;
                ConfirmRun.Restate(this, ask, match.Value);
                return Target.None;
            }
        }

        _visit++;
        if (ask.Wait is { } wait)
        {
            DateTimeOffset until = TimerRun.Until(_context, wait);
            if (until <= _context.Now)
            {
                return TimerRun.Elapse(this, ask);
            }

            Clock.Until = until;
        }

        return Pose(ask);
    }

    /// <summary>Says the question in full, or what is to be confirmed; then the turn is over.</summary>
    public int Pose(AskStep ask)
    {
        Say(Confirming.Question(_context, ask));
        return Target.None;
    }

    /// <summary>Says something of the engine's own.</summary>
    public void Notify(AskStep ask, string text) => Say(new Message(ask.Id, MessageKind.Notice, text, default));

    public void Note(TurnEvent entry) => _events.Add(entry);

    /// <summary>Takes the latest answer back and asks its question again.</summary>
    public void GoBack(AskStep from)
    {
        AskStep ask = UndoRun.TakeBack(this, out UndoLog log);
        Rest.Undo = log;
        _events.Add(new TurnEvent(TurnEventKind.WentBack, from.Id, ask.Id));
        _context.Unrecognised = [];
        _events.Add(new TurnEvent(TurnEventKind.Entered, ask.Id));
        Go(Ask(ask, takesKnown: false));
    }

    /// <summary>Begins again: inputs stay, and so does what was filed.</summary>
    public void Restart(AskStep from)
    {
        _events.Add(new TurnEvent(TurnEventKind.Restarted, from.Id));
        FlowRun.LeaveAll(this);
        _context.Clear();
        _known = [];
        Rest.Undo = UndoLog.Empty;
        Go(0);
    }

    /// <summary>The session is over.</summary>
    public void Close(FlowStep from, SessionOutcome outcome)
    {
        _outcome = outcome;
        _events.Add(new TurnEvent(TurnEventKind.Ended, from.Id, SessionOutcomeNames.Of(outcome)));
    }

    /// <summary>Keeps an answer and tells where it leads.</summary>
    private int Take(AskStep ask, AnswerMatch match)
    {
        _context.Keep(ask, match.Value);
        if (ask.Measure is { } measure)
        {
            _events.Add(new TurnEvent(TurnEventKind.Measured, ask.Id, $"{measure}: {match.Value}"));
        }

        if (match.Option >= 0 && ask.Answer is OptionsSpec { Listed: null } options && options.Options[match.Option].Target is { } target)
        {
            return Routing.Leave(_context, _events, ask, target);
        }

        return Route(ask);
    }

    /// <summary>Goes on behind a step: gives where.</summary>
    public int Route(FlowStep step) => Routing.Route(_context, _events, step);

    /// <summary>Goes on behind an action that failed: gives where.</summary>
    public int RouteOnError(CallStep step) => Routing.Route(_context, _events, step, step.OnError);

    /// <summary>Leaves a step for a target.</summary>
    public int Leave(FlowStep step, int target) => Routing.Leave(_context, _events, step, target);

    /// <summary>Goes on behind a loop: the loop's step is the present one again.</summary>
    private int RouteFrom(EachStep each)
    {
        _step = each.Index;
        _context.Step = each.Index;
        return Route(each);
    }

    /// <summary>The turn goes on in another flow, or in another state of the same one.</summary>
    /// <param name="context">What is seen from there on.</param>
    /// <param name="known">The known answers that are left there.</param>
    /// <param name="step">The present step there; −1 for none.</param>
    public void GoOnIn(EvaluationContext context, StepAnswer[] known, int step)
    {
        (_context, _known, _step) = (context, known, step);
        _context.Step = step;
        _loops = null;
        _fallback?.GoOnIn(context);
    }

    private int End(EndStep end)
    {
        bool comesBack = _context.State.Caller is not null && end.Outcome != SessionOutcome.Escalated;
        if (end.Prompt.In(_context.Locale) is { } prompt)
        {
            Say(PromptRenderer.Render(_context, prompt, comesBack ? MessageKind.Say : MessageKind.End));
        }

        if (comesBack)
        {
            return FlowRun.ComeBack(this);
        }

        FollowUpRun.Plan(this, end);
        Close(end, end.Outcome);
        return Target.None;
    }

    public void Say(Message message)
    {
        _messages.Add(message);
        _events.Add(new TurnEvent(TurnEventKind.Said, message.Step, VariantChoice.TakeId(_context)));
    }
}
