using System.Collections.Immutable;
using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Handoffs;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing.Rehearsals;
using GuidanceFlow.Testing.Scenarios;
using GuidanceFlow.Testing.Stubs;

namespace GuidanceFlow.Testing;

/// <summary>
/// Plays a session as a host would, but without one: the clock stands still until it is moved on, timers fire in the order in which they are due and at their times, and actions end as stubs say. Nothing is
/// waited for, and the same inputs at the same times give the same conversation.
/// </summary>
/// <remarks>Not thread-safe. One object plays one session after the other; a start replaces the one before.</remarks>
public sealed class Rehearsal
{
    /// <summary>How many turns may follow from one input, or from time that passes: 1,000. A flow that waits for a second and begins again would go on for ever otherwise.</summary>
    public const int MostTurns = 1_000;

    // A day before the calendar ends, so that no zone gets past it.
    private static readonly DateTimeOffset Latest = DateTimeOffset.MaxValue.AddDays(-1);

    private readonly ActionStubs _actions;
    private readonly Dictionary<string, TurnReply> _replies = new(StringComparer.Ordinal);
    private readonly HashSet<SessionTimer> _refused = [];
    private readonly List<JournalEntry> _journal = [];
    private StubSelection _stubs;
    private KnownSecrets _secrets = new();
    private (DateTimeOffset Due, ActionResultInput Input)? _pending;

    /// <summary>Makes one.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="actions">What becomes of its actions; null for nothing: then each <see cref="Call"/> waits for <see cref="End"/>.</param>
    public Rehearsal(Flow flow, ActionStubs? actions = null)
    {
        ArgumentNullException.ThrowIfNull(flow);
        Flow = flow;
        _actions = actions ?? ActionStubs.None;
        _stubs = new StubSelection(_actions);
    }

    /// <summary>The flow.</summary>
    public Flow Flow { get; }

    /// <summary>The session; null before the first start.</summary>
    public GuidanceSession? Session { get; private set; }

    /// <summary>The time of the clock. Setting it moves the clock without firing anything, as if nobody had been there: what was due meanwhile fires late.</summary>
    public DateTimeOffset Now { get; set; }

    /// <summary>The action that is under way; null for none.</summary>
    public ActionCall? Call { get; private set; }

    /// <summary>When <see cref="Call"/> ends; null where no stub says so, and <see cref="End"/> does it.</summary>
    public DateTimeOffset? CallEnds => _pending?.Due;

    /// <summary>The turns so far, as a store would keep them.</summary>
    public IReadOnlyList<JournalEntry> Journal => _journal;

    /// <summary>Starts a session.</summary>
    /// <param name="request">Its id and what is known.</param>
    /// <param name="now">When; the clock stands there then.</param>
    /// <param name="inputId">The input's id; repeating it for the same session gives the reply again. Null for none.</param>
    /// <returns>The turns; refused, with a session in status <see cref="SessionStatus.New"/>, where the request does not fit the flow.</returns>
    public RehearsalStep Start(StartRequest request, DateTimeOffset now, string? inputId = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Session?.Id == request.SessionId && FindRepeat(inputId) is { } repeat)
        {
            return Repeated(input: null, repeat);
        }

        Clear(now);
        Turn turn = GuidanceEngine.Start(Flow, request, now);
        if (turn.Result != TurnResult.Refused)
        {
            _journal.Add(JournalEntry.OfStart(turn, request, now));
        }

        var taken = new Taken();
        Take(taken, turn, input: null, inputId);
        return Finish(taken);
    }

    /// <summary>Goes on with a session that was begun elsewhere. An action that was under way there is to be ended by <see cref="Take(SessionInput, string?)"/>, with an <see cref="ActionResultInput"/>.</summary>
    /// <param name="session">The session, of this flow.</param>
    /// <param name="now">When; the clock stands there then.</param>
    /// <returns>Where it is: its question, if any.</returns>
    /// <exception cref="ArgumentException">It is a session of another flow.</exception>
    public RehearsalStep Resume(GuidanceSession session, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (session.Flow != Flow)
        {
            throw new ArgumentException($"The session belongs to '{session.Flow.Id}', version {session.Flow.Version}, and this rehearsal plays '{Flow.Id}', version {Flow.Version}.", nameof(session));
        }

        Clear(now);
        Session = session;
        Situation where = GuidanceEngine.Describe(Flow, session, now);
        TurnReply reply = Where() with { Messages = where.Question is { } question ? EquatableArray.Create([question]) : default };
        return new RehearsalStep([new ConversationTurn(null, reply) { At = now }], reply);
    }

    /// <summary>Takes the session one input further, at the clock's time; with actions that stubs end at once, as far as those lead.</summary>
    /// <param name="input">What happened.</param>
    /// <param name="inputId">The input's id; repeating it gives the reply of its turn again, and nothing happens. Null for none.</param>
    /// <exception cref="InvalidOperationException">There is no session yet.</exception>
    public RehearsalStep Take(SessionInput input, string? inputId = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        Need();
        if (FindRepeat(inputId) is { } repeat)
        {
            return Repeated(input, repeat);
        }

        var taken = new Taken();
        Step(taken, input, inputId);
        return Finish(taken);
    }

    /// <summary>Ends <see cref="Call"/>, at the clock's time.</summary>
    /// <param name="result">What became of it.</param>
    /// <param name="inputId">The input's id; see <see cref="Take(SessionInput, string?)"/>.</param>
    /// <exception cref="InvalidOperationException">The session does not wait for an action, or a stub ends it.</exception>
    public RehearsalStep End(ActionResult result, string? inputId = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return FindRepeat(inputId) is { } repeat
            ? Repeated(input: null, repeat)
            : Take(new ActionResultInput((Call is { } call && _pending is null ? call : throw new InvalidOperationException("The session waits for no action that you could end.")).Id, Call.Attempt, result), inputId);
    }

    /// <summary>Moves the clock on. What becomes due meanwhile happens in its order, each at its time.</summary>
    /// <param name="by">How far; zero does what is due now.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    /// <exception cref="InvalidOperationException">There is no session yet.</exception>
    public RehearsalStep Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Need();
        DateTimeOffset end = by <= Latest - Now ? Now + by : Latest > Now ? Latest : Now;
        var taken = new Taken();
        _refused.Clear();
        while (taken.Turns.Count < MostTurns && NextDue(end) is { } next)
        {
            Now = next.Due > Now ? next.Due.ToOffset(Now.Offset) : Now;
            Fire(taken, next.Timer);
        }

        taken.IsBrokenOff |= NextDue(end) is not null;
        if (!taken.IsBrokenOff && (end > Now || taken.Turns.Count == 0))
        {
            Now = end;
            taken.Turns.Add(new ConversationTurn(null, Where() with { Expects = null, Outcome = null }) { At = Now });
        }

        return Finish(taken);
    }

    /// <summary>What is due first, up to a time; an action's result before a timer.</summary>
    private (DateTimeOffset Due, SessionTimer? Timer)? NextDue(DateTimeOffset end)
    {
        SessionTimer? timer = Session!.Timers.Where(timer => timer.Due <= end && !_refused.Contains(timer)).OrderBy(timer => timer.Due).ThenBy(timer => timer.Id, StringComparer.Ordinal).FirstOrDefault();
        return _pending is { } pending && pending.Due <= end && (timer is null || pending.Due <= timer.Due) ? (pending.Due, null)
            : timer is not null ? (timer.Due, timer)
            : null;
    }

    private void Fire(Taken taken, SessionTimer? timer)
    {
        if (timer is null)
        {
            ActionResultInput ended = _pending!.Value.Input;
            _pending = null;
            Step(taken, ended, inputId: null);
            return;
        }

        Step(taken, new TimerInput(timer.Id, timer.Visit), inputId: null);
        if (taken.LastResult == TurnResult.Refused)
        {
            // It is still there, and must not come again and again.
            _refused.Add(timer);
        }
    }

    private void Step(Taken taken, SessionInput input, string? inputId)
    {
        GuidanceSession before = Session!;
        Turn turn = GuidanceEngine.Step(Flow, before, input, Now);
        if (turn.Result != TurnResult.Refused)
        {
            _journal.Add(JournalEntry.Of(before, turn, input, Now));
        }

        Take(taken, turn, input, inputId);
    }

    private void Take(Taken taken, Turn turn, SessionInput? input, string? inputId)
    {
        TurnReply reply = TurnReply.From(turn, Now);
        string? asked = input is CorrectionInput correction ? correction.Step : Session?.Step?.Id;
        Session = turn.Session;
        if (turn.Result != TurnResult.Refused)
        {
            _secrets.Learn(Flow, asked, turn);
        }

        ActionCall[] calls = [.. turn.Effects.OfType<RunActionEffect>().Select(effect => effect.Call)];
        taken.LastResult = turn.Result;
        taken.Calls.AddRange(calls);
        taken.Replies.Add(reply);
        taken.Turns.Add(new ConversationTurn((input as AnswerInput)?.Text, reply)
        {
            Input = _secrets.Shown(input, Flow),
            At = Now,
            Calls = calls.Select(_secrets.Shown).ToEquatableArray(),
            Handoffs = turn.Effects.OfType<HandOffEffect>().Select(effect => effect.Handoff with { Attempts = QuestionAttempts.Of(_journal), Transcript = TranscriptLines.Of(_journal) }).ToEquatableArray(),
            Events = turn.Events.ToEquatableArray(),
        });
        if (inputId is not null && turn.Result != TurnResult.Refused)
        {
            _replies[inputId] = reply;
        }

        if (turn.Result != TurnResult.Refused)
        {
            // An action that has ended, or that the session no longer waits for, is nobody's.
            bool goesOn = Session.Status == SessionStatus.Busy && input is not (ActionResultInput or null);
            (Call, _pending) = goesOn ? (Call, _pending) : (null, null);
        }

        foreach (ActionCall call in calls)
        {
            Begin(taken, call);
        }
    }

    /// <summary>Begins an action: a stub ends it at once or later, or somebody else does.</summary>
    private void Begin(Taken taken, ActionCall call)
    {
        Call = call;
        if (_stubs.Next(call) is not { } stub)
        {
            return;
        }

        bool isTooLong = stub.Takes > call.Timeout;
        var input = new ActionResultInput(call.Id, call.Attempt, isTooLong ? ActionResult.Failed(ActionErrors.Timeout) : stub.Result);
        TimeSpan takes = isTooLong ? call.Timeout : stub.Takes;
        if (takes > TimeSpan.Zero || taken.Turns.Count >= MostTurns)
        {
            taken.IsBrokenOff |= takes == TimeSpan.Zero;
            _pending = (Now + takes, input);
        }
        else
        {
            Step(taken, input, inputId: null);
        }
    }

    private TurnReply? FindRepeat(string? inputId) => inputId is not null ? _replies.GetValueOrDefault(inputId) : null;

    private RehearsalStep Repeated(SessionInput? input, TurnReply reply) =>
        new([new ConversationTurn((input as AnswerInput)?.Text, reply) { Input = _secrets.Shown(input, Flow), At = Now, IsRepeat = true }], reply);

    private RehearsalStep Finish(Taken taken) => new([.. taken.Turns], taken.Replies.Count > 0 ? taken.Replies.Aggregate(TurnReply.Join) : Where())
    {
        Calls = [.. taken.Calls],
        IsBrokenOff = taken.IsBrokenOff,
    };

    /// <summary>Where the session is, as a reply that says nothing.</summary>
    private TurnReply Where()
    {
        Situation where = GuidanceEngine.Describe(Flow, Session!, Now);
        return new TurnReply
        {
            Session = Session!.Id,
            Turn = where.Turn,
            Result = TurnResult.Accepted,
            Status = where.Status,
            Stage = where.Stage?.Id,
            Step = where.Step?.Id,
            Expects = where.Expects,
            Outcome = where.Outcome,
        };
    }

    private void Clear(DateTimeOffset now)
    {
        Now = now;
        _replies.Clear();
        _refused.Clear();
        _journal.Clear();
        _stubs = new StubSelection(_actions);
        _secrets = new KnownSecrets();
        (_pending, Call) = (null, null);
    }

    private void Need()
    {
        if (Session is null)
        {
            throw new InvalidOperationException("There is no session yet. Start one first.");
        }
    }

    /// <summary>What has come of an input so far.</summary>
    private sealed class Taken
    {
        public List<ConversationTurn> Turns { get; } = [];

        public List<TurnReply> Replies { get; } = [];

        public List<ActionCall> Calls { get; } = [];

        public TurnResult LastResult { get; set; }

        public bool IsBrokenOff { get; set; }
    }
}
