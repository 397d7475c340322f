using GuidanceFlow.Engine;
using GuidanceFlow.Actions;
using GuidanceFlow.History;
using GuidanceFlow.Hosting;
using GuidanceFlow.Interpreters;
using GuidanceFlow.Migration;
using GuidanceFlow.Outbox;
using GuidanceFlow.Replay;
using GuidanceFlow.Sessions;
using GuidanceFlow.Telemetry;
using GuidanceFlow.Templates;
using GuidanceFlow.Tickets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GuidanceFlow;

/// <summary>
/// Runs sessions over a store: loads, steps, commits in one transaction, and only then carries effects out. It never loses
/// a committed turn and, with input ids, never makes one twice.
/// </summary>
/// <remarks>Thread-safe; several hosts may share a store. Inputs to one session are taken one after the other: in the order in which they come to a host, unless it refuses them meanwhile.</remarks>
public sealed class GuidanceHost
{
    private const int MaxConflicts = 20;

    // How long what is said behind an action may take to reach who waits for it.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly ISessionStore _store;
    private readonly TimeProvider _time;
    private readonly OutboxDispatcher _dispatcher;
    private readonly InterpreterChain _interpreters;
    private readonly SessionGate _gate;
    private readonly TimerDispatcher _timers;
    private readonly bool _delivers;
    private readonly HistoryInput _history;
    private readonly SessionLoader _sessions;

    /// <summary>Makes a host.</summary>
    /// <param name="flows">The flows it serves.</param>
    /// <param name="store">Where sessions are kept.</param>
    /// <param name="tickets">Where tickets go.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="logger">Where failures of the ticket sink and of interpreters are logged; null for nowhere.</param>
    /// <param name="interpreters">Who reads answers beside the built-in words; null for nobody.</param>
    /// <param name="rapidInputs">What happens to an input that comes while a turn of its session is under way in this host.</param>
    public GuidanceHost(
        FlowCatalog flows,
        ISessionStore store,
        ITicketSink tickets,
        TimeProvider? time = null,
        ILogger<GuidanceHost>? logger = null,
        AnswerInterpreters? interpreters = null,
        RapidInputs rapidInputs = RapidInputs.Queue)
        : this(flows, store, new GuidanceHostOptions
        {
            Tickets = tickets ?? throw new ArgumentNullException(nameof(tickets)),
            Time = time ?? TimeProvider.System,
            Logger = logger,
            Interpreters = interpreters ?? new AnswerInterpreters(),
            RapidInputs = rapidInputs,
        })
    {
    }

    /// <summary>Makes a host.</summary>
    /// <param name="flows">The flows it serves.</param>
    /// <param name="store">Where sessions are kept.</param>
    /// <param name="options">What it works with beside.</param>
    /// <exception cref="ActionMismatchException">An action that a flow needs is missing, or has another shape.</exception>
    public GuidanceHost(FlowCatalog flows, ISessionStore store, GuidanceHostOptions options)
    {
        ArgumentNullException.ThrowIfNull(flows);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        options.Actions.Check(flows);
        Flows = flows;
        _store = store;
        _time = options.Time;
        ILogger logger = options.Logger ?? NullLogger<GuidanceHost>.Instance;
        _dispatcher = new OutboxDispatcher(store, options.Outbox, _time, logger);
        _interpreters = new InterpreterChain(options.Interpreters, _time, logger);
        _gate = new SessionGate(options.RapidInputs);
        _timers = new TimerDispatcher(store, (session, input, cancellationToken) => StepAsync(session, input, inputId: null, cancellationToken), _time, logger);
        _delivers = options.Messages is not null;
        _history = new HistoryInput(options.History);
        _sessions = new SessionLoader(flows, store, logger);
        var actions = new ActionRunner(options.Actions, _time, logger);
        _dispatcher.Add(OutboxItem.ActionKind, (item, caller, cancellationToken) => RunAsync(actions, item, caller, cancellationToken));
        _dispatcher.Add(OutboxItem.FollowUpKind, StartFollowUpAsync);
        DeskDispatcher.Connect(_dispatcher, store, options);
        HostShortfalls.Warn(flows, options, logger);
    }

    /// <summary>The flows it serves.</summary>
    public FlowCatalog Flows { get; }

    /// <summary>Starts a session of the newest version of a flow.</summary>
    /// <param name="flowId">The flow.</param>
    /// <param name="request">The session's id and what is known.</param>
    /// <param name="inputId">The input's id; repeating it gives the stored reply again. Null for none.</param>
    /// <param name="cancellationToken">Ends the wait; what is committed stays committed.</param>
    /// <returns>The reply; refused when the request does not fit the flow or the session exists.</returns>
    /// <exception cref="FlowNotFoundException">There is no such flow.</exception>
    public Task<TurnReply> StartAsync(string flowId, StartRequest request, string? inputId = null, CancellationToken cancellationToken = default) =>
        StartAsync(flowId, request, inputId, isHeard: true, cancellationToken);

    /// <summary>Starts a session; what it says is delivered where nobody hears the reply.</summary>
    private async Task<TurnReply> StartAsync(string flowId, StartRequest request, string? inputId, bool isHeard, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Flow flow = Flows.Latest(flowId) ?? throw new FlowNotFoundException(flowId, null, Flows.Ids);
        (TurnReply reply, bool isNew) = TurnMeasure.Begin(JournalEntryKind.Start, _time) is { } measure
            ? await MeasureAsync(measure, flow, request, inputId, isHeard, cancellationToken).ConfigureAwait(false)
            : await BeginAsync(flow, request, inputId, isHeard, cancellationToken).ConfigureAwait(false);
        return isNew ? await DispatchAfterTurnAsync(reply, isHeard ? new OutboxCaller() : null).ConfigureAwait(false) : reply;
    }

    private Task<(TurnReply Reply, bool IsNew)> MeasureAsync(TurnMeasure measure, Flow flow, StartRequest request, string? inputId, bool isHeard, CancellationToken cancellationToken)
    {
        measure.Flow = flow;
        return measure.RunAsync(() => BeginAsync(flow, request, inputId, isHeard, cancellationToken));
    }

    private async Task<(TurnReply Reply, bool IsNew)> BeginAsync(Flow flow, StartRequest request, string? inputId, bool isHeard, CancellationToken cancellationToken)
    {
        if (await FindRepeatAsync(request.SessionId, inputId, cancellationToken).ConfigureAwait(false) is { } repeat)
        {
            return (repeat, false);
        }

        request = await _history.FillAsync(flow, request, cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = _time.GetUtcNow();
        Turn turn = GuidanceEngine.Start(flow, request, now);
        TurnReply reply = TurnReply.From(turn, now);
        if (turn.Result == TurnResult.Refused)
        {
            return (reply, false);
        }

        JournalEntry entry = TurnRecord.OfStart(turn, request, inputId, now);
        CommitResult committed = await CommitAsync(turn, reply, entry, expectedTurn: 0, Delivery(isHeard, caller: null, now), now, cancellationToken).ConfigureAwait(false);
        return committed == CommitResult.Committed ? (reply, true)
            : (await FindRepeatAsync(request.SessionId, inputId, cancellationToken).ConfigureAwait(false) ?? await ExistsAsync(request.SessionId, cancellationToken).ConfigureAwait(false), false);
    }

    /// <summary>Gives a session the customer's answer.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="answer">What the customer wrote.</param>
    /// <param name="inputId">The input's id; repeating it gives the stored reply again. Null for none.</param>
    /// <param name="expectedTurn">The turn the sender saw last; another one refuses the answer as stale. Null for no check.</param>
    /// <param name="cancellationToken">Ends the wait; what is committed stays committed.</param>
    /// <returns>The reply; refused with <see cref="TurnReason.NotFound"/> when there is no such session.</returns>
    /// <exception cref="FlowNotFoundException">The host lacks the flow version that the session is pinned to, or it is retired and no newer one takes the session over.</exception>
    /// <exception cref="SnapshotRejectedException">The stored snapshot does not fit the flow, and the journal does not give the session again either.</exception>
    public async Task<TurnReply> AnswerAsync(string sessionId, string answer, string? inputId = null, int? expectedTurn = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        return await StepAsync(sessionId, new AnswerInput(answer ?? string.Empty) { ExpectedTurn = expectedTurn }, inputId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Takes a session one input further: an answer, a command, another language. Interpreters are asked about an answer that has no interpretation. A session that a newer version of its flow
    /// takes over goes on under that, from the same commit on.
    /// </summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="input">What happened.</param>
    /// <param name="inputId">The input's id; repeating it gives the stored reply again. Null for none.</param>
    /// <param name="cancellationToken">Ends the wait; what is committed stays committed.</param>
    /// <returns>
    /// The reply; refused with <see cref="TurnReason.NotFound"/> when there is no such session. A command that cannot be carried out is refused with the
    /// reason, and the reply's message tells the customer.
    /// </returns>
    /// <exception cref="FlowNotFoundException">The host lacks the flow version that the session is pinned to, or it is retired and no newer one takes the session over.</exception>
    /// <exception cref="SnapshotRejectedException">The stored snapshot does not fit the flow, and the journal does not give the session again either.</exception>
    public Task<TurnReply> StepAsync(string sessionId, SessionInput input, string? inputId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        ArgumentNullException.ThrowIfNull(input);
        return StepAsync(sessionId, input, inputId, IsByCustomer(input) ? new OutboxCaller() : null, cancellationToken);
    }

    /// <summary>Whether the customer waits for what comes of an input.</summary>
    private static bool IsByCustomer(SessionInput input) => input is not (TimerInput or SignalInput or ActionResultInput or PersonInput);

    private async Task<TurnReply> StepAsync(string sessionId, SessionInput input, string? inputId, OutboxCaller? caller, CancellationToken cancellationToken)
    {
        TurnReply reply;
        bool isNew;
        using (SessionGate.Lease? turn = await _gate.EnterAsync(sessionId, cancellationToken).ConfigureAwait(false))
        {
            if (turn is null)
            {
                if (await FindRepeatAsync(sessionId, inputId, cancellationToken).ConfigureAwait(false) is { } repeat)
                {
                    return repeat;
                }

                StoredSession? stored = await _store.LoadAsync(sessionId, cancellationToken).ConfigureAwait(false);
                return TurnReply.Refused(sessionId, TurnReason.Busy, stored?.Turn ?? 0, "A turn of this session is under way. Send this input again when its reply has come.") with { Status = SessionStatus.Waiting };
            }

            _gate.Hold(turn);
            (reply, isNew) = await TakeAsync(sessionId, input, inputId, caller, cancellationToken).ConfigureAwait(false);
        }

        return isNew ? await DispatchAfterTurnAsync(reply, caller).ConfigureAwait(false) : reply;
    }

    /// <summary>Starts a session that was planned. One that cannot be started any more is refused again and again, and laid aside in the end.</summary>
    private async ValueTask StartFollowUpAsync(OutboxItem item, OutboxCaller? caller, CancellationToken cancellationToken)
    {
        FollowUp later = FollowUpJson.Read(item.Payload.Span);
        if (later.SkipsWhenLate && _time.GetUtcNow() - later.Due > FollowUp.Tolerance)
        {
            return;
        }

        var request = new StartRequest { SessionId = later.SessionId, Inputs = later.Inputs.ToDictionary(StringComparer.Ordinal), Channel = later.Channel, CustomerKey = later.CustomerKey, Locale = later.Locale, Follows = later.Follows };
        TurnReply reply = await StartAsync(later.FlowId, request, item.EffectId, isHeard: false, cancellationToken).ConfigureAwait(false);
        if (reply.Result == TurnResult.Refused && reply.Reason != TurnReason.Exists)
        {
            throw new InvalidOperationException($"The follow-up '{later.SessionId}' could not be started ({reply.Reason}).");
        }
    }

    /// <summary>Runs an action and tells its session what became of it.</summary>
    private async ValueTask RunAsync(ActionRunner actions, OutboxItem item, OutboxCaller? caller, CancellationToken cancellationToken)
    {
        ActionCall call = ActionCallJson.Read(item.Payload.Span);
        string inputId = item.EffectId + ":ended";
        if (await _store.FindReplyAsync(item.SessionId, inputId, cancellationToken).ConfigureAwait(false) is not null)
        {
            // It was done, and only marking it as done failed.
            return;
        }

        ActionResult result = await actions.RunAsync(call, wasBegun: item.Claims > 1 || item.Error is not null, cancellationToken).ConfigureAwait(false);
        (TurnReply reply, bool isNew) = await TakeAsync(item.SessionId, new ActionResultInput(call.Id, call.Attempt, result), inputId, caller, cancellationToken).ConfigureAwait(false);
        if (isNew && caller is not null)
        {
            caller.Replies.Add(!_delivers || await _dispatcher.TryTakeAsync(reply.Session, TurnRecord.IdOfMessages(reply.Session, reply.Turn)).ConfigureAwait(false) ? reply : reply with { Messages = default });
        }
    }

    /// <summary>Makes the turn; tells whether it is a new one, whose effects wait to be carried out.</summary>
    private Task<(TurnReply Reply, bool IsNew)> TakeAsync(string sessionId, SessionInput input, string? inputId, OutboxCaller? caller, CancellationToken cancellationToken) =>
        TurnMeasure.Begin(RecordedInput.KindOf(input), _time) is { } measure ? MeasureAsync(measure, sessionId, input, inputId, caller, cancellationToken) : TakeAsync(sessionId, input, inputId, caller, measure: null, cancellationToken);

    private Task<(TurnReply Reply, bool IsNew)> MeasureAsync(TurnMeasure measure, string sessionId, SessionInput input, string? inputId, OutboxCaller? caller, CancellationToken cancellationToken) =>
        measure.RunAsync(() => TakeAsync(sessionId, input, inputId, caller, measure, cancellationToken));

    private async Task<(TurnReply Reply, bool IsNew)> TakeAsync(string sessionId, SessionInput input, string? inputId, OutboxCaller? caller, TurnMeasure? measure, CancellationToken cancellationToken)
    {
        for (int conflicts = 0; ; conflicts++)
        {
            if (await FindRepeatAsync(sessionId, inputId, cancellationToken).ConfigureAwait(false) is { } repeat)
            {
                return (repeat, false);
            }

            GuidanceSession? session = await _sessions.LoadAsync(sessionId, cancellationToken).ConfigureAwait(false);
            if (session is null)
            {
                return (TurnReply.Refused(sessionId, TurnReason.NotFound, 0, "There is no such session. Start it first."), false);
            }

            measure?.Flow = session.Flow;
            DateTimeOffset now = _time.GetUtcNow();
            MigratedSession? migrated = Flows.Migrate(session);
            SessionInput read = migrated is { AsksAgain: true } ? input : await _interpreters.InterpretAsync(migrated?.Session ?? session, input, now, cancellationToken).ConfigureAwait(false);
            Turn turn = Flows.Step(session, migrated, read, now);
            TurnReply reply = TurnReply.From(turn, now);
            if (turn.Result == TurnResult.Refused)
            {
                // The same input may have been taken between the first look and the load; then it is what ended the session or moved it on.
                return (await FindRepeatAsync(sessionId, inputId, cancellationToken).ConfigureAwait(false) ?? reply, false);
            }

            JournalEntry entry = TurnRecord.Of(turn, read, inputId, now);
            CommitResult committed = await CommitAsync(turn, reply, entry, session.Turn, Delivery(IsByCustomer(input), caller, now), now, cancellationToken).ConfigureAwait(false);
            if (committed == CommitResult.Committed)
            {
                return (reply, true);
            }

            if (committed == CommitResult.Conflict && conflicts >= MaxConflicts)
            {
                return (TurnReply.Refused(sessionId, TurnReason.Busy, session.Turn, "Too many inputs came at once. Send this one again.") with { Status = session.Status }, false);
            }
        }
    }

    /// <summary>Tells where a session is, without a turn; null when there is no such session.</summary>
    /// <exception cref="FlowNotFoundException">The host lacks the flow version that the session is pinned to.</exception>
    /// <exception cref="SnapshotRejectedException">The stored snapshot does not fit the flow, and the journal does not give the session again either.</exception>
    public async Task<Situation?> WhereAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        GuidanceSession? session = await _sessions.LoadAsync(sessionId, cancellationToken).ConfigureAwait(false);
        return session is null ? null : GuidanceEngine.Describe(session.Flow, session, _time.GetUtcNow());
    }

    /// <summary>Tells why a session came to a step the last time, from its journal; null when it never did, or there is no such session.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="step">The step's id.</param>
    /// <param name="cancellationToken">Ends the waiting for the store.</param>
    /// <exception cref="FlowNotFoundException">The host lacks the flow version that the session is pinned to.</exception>
    /// <exception cref="SnapshotRejectedException">The stored snapshot does not fit the flow, and the journal does not give the session again either.</exception>
    public async Task<StepReason?> WhyAsync(string sessionId, string step, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        ArgumentNullException.ThrowIfNull(step);
        GuidanceSession? session = await _sessions.LoadAsync(sessionId, cancellationToken).ConfigureAwait(false);
        return session is null ? null : StepReason.Find(session.Flow, await _store.ReadJournalAsync(sessionId, cancellationToken).ConfigureAwait(false), step);
    }

    /// <summary>Carries out effects that are still pending, for example after a ticket sink was down.</summary>
    /// <returns>How many were carried out.</returns>
    public Task<int> DispatchPendingAsync(CancellationToken cancellationToken = default) => _dispatcher.DispatchAsync(null, caller: null, cancellationToken);

    /// <summary>
    /// Fires the timers that are due, the earliest first, and then carries out what is pending. The background service does it again and again; call it where there is none.
    /// </summary>
    /// <returns>How many timers fired.</returns>
    public async Task<int> FireDueTimersAsync(CancellationToken cancellationToken = default)
    {
        int fired = await _timers.FireAsync(cancellationToken).ConfigureAwait(false);
        await DispatchPendingAsync(cancellationToken).ConfigureAwait(false);
        return fired;
    }

    /// <summary>Tells a session of something that happened outside.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="signal">The signal's name, one of the flow's <c>signals</c>.</param>
    /// <param name="value">What came with it; <see cref="Value.Null"/> for nothing.</param>
    /// <param name="inputId">The input's id; repeating it gives the stored reply again. Null for none.</param>
    /// <param name="cancellationToken">Ends the wait; what is committed stays committed.</param>
    /// <returns>
    /// The reply, refused with <see cref="TurnReason.UnexpectedSignal"/> when the session does not wait for the signal. Where there is no such session and just one flow starts on the signal,
    /// one is started, with the value's members as inputs; where no flow does, it is refused with <see cref="TurnReason.NotFound"/>.
    /// </returns>
    /// <exception cref="FlowNotFoundException">The host lacks the flow version that the session is pinned to.</exception>
    /// <exception cref="SnapshotRejectedException">The stored snapshot does not fit the flow, and the journal does not give the session again either.</exception>
    public async Task<TurnReply> SignalAsync(string sessionId, string signal, Value value = default, string? inputId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        ArgumentNullException.ThrowIfNull(signal);
        TurnReply reply = await StepAsync(sessionId, new SignalInput(signal, value), inputId, cancellationToken).ConfigureAwait(false);
        return reply.Reason == TurnReason.NotFound && Flows.StartedBy(signal) is { } flow
            ? await StartAsync(flow.Id, new StartRequest { SessionId = sessionId, Inputs = StartSignal.InputsOf(flow, value) }, inputId, isHeard: false, cancellationToken).ConfigureAwait(false)
            : reply;
    }

    private async Task<TurnReply> ExistsAsync(string sessionId, CancellationToken cancellationToken)
    {
        StoredSession? stored = await _store.LoadAsync(sessionId, cancellationToken).ConfigureAwait(false);
        GuidanceSession? session = stored is not null && Flows.Find(stored.FlowId, stored.FlowVersion) is { } flow ? SessionSnapshot.Read(flow, stored.Snapshot).Session : null;
        return TurnReply.Refused(sessionId, TurnReason.Exists, stored?.Turn ?? 0, "A session with this id exists already. Choose another id, or answer in that session.")
            with { Status = session?.Status ?? SessionStatus.Waiting };
    }

    private async Task<TurnReply?> FindRepeatAsync(string sessionId, string? inputId, CancellationToken cancellationToken)
    {
        if (inputId is null || await _store.FindReplyAsync(sessionId, inputId, cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return null;
        }

        // The first time may have ended between commit and effects.
        await _dispatcher.DispatchAsync(sessionId, caller: null, CancellationToken.None).ConfigureAwait(false);
        return TurnReplyJson.Read(stored.Span);
    }

    /// <summary>From when on what a turn says is delivered; null where its reply says it. One who waits for it gets it first, and the delivery is for the case that they are gone.</summary>
    private DateTimeOffset? Delivery(bool isHeard, OutboxCaller? caller, DateTimeOffset now) =>
        isHeard || !_delivers ? null : caller is null ? now : now + Grace;

    private async ValueTask<CommitResult> CommitAsync(Turn turn, TurnReply reply, JournalEntry entry, int expectedTurn, DateTimeOffset? delivery, DateTimeOffset now, CancellationToken cancellationToken)
    {
        OutboxItem[] besides = [.. delivery is not { } first || turn.Messages.IsEmpty ? [] : (IEnumerable<OutboxItem>)[TurnRecord.ToMessages(turn, first)], .. _history.Keep(turn, now) is { } kept ? (IEnumerable<OutboxItem>)[kept] : []];
        CommitResult result = await _store.CommitAsync(TurnRecord.ToCommit(turn, reply, entry, expectedTurn, besides), cancellationToken).ConfigureAwait(false);
        if (result == CommitResult.Committed)
        {
            HostMeters.Committed(turn, isStart: expectedTurn == 0);
        }

        return result;
    }

    /// <summary>The turn is committed: from here on nothing may fail it, and cancelling it no longer means anything. Gives the reply with those of turns right behind it.</summary>
    private async Task<TurnReply> DispatchAfterTurnAsync(TurnReply reply, OutboxCaller? caller)
    {
        await _dispatcher.DispatchAsync(reply.Session, caller, CancellationToken.None).ConfigureAwait(false);
        return caller is null ? reply : caller.Replies.Aggregate(reply, TurnReply.Join);
    }
}
