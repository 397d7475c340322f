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
    private readonly TurnEffects _effects;
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
        _timers = new TimerDispatcher(store, async (session, input, cancellationToken) => (await EnterAsync(session, input, inputId: null, caller: null, cancellationToken).ConfigureAwait(false)).Reply, _time, logger);
        _delivers = options.Messages is not null;
        MostAtOnce = options.Outbox.MostAtOnce;
        _history = new HistoryInput(options.History, options.HistoryTimeLimit, _time, logger);
        _sessions = new SessionLoader(flows, store, logger);
        _effects = new TurnEffects(store, options, _dispatcher, new ActionRunner(options.Actions, _time, logger), TakeAsync, (flow, request, inputId, cancellationToken) => StartAsync(flow, request, inputId, isHeard: false, cancellationToken), logger);
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
        return isNew ? await _effects.CarryOutAsync(reply, isHeard ? new OutboxCaller() : null).ConfigureAwait(false) : reply;
    }

    private Task<(TurnReply Reply, bool IsNew)> MeasureAsync(TurnMeasure measure, Flow flow, StartRequest request, string? inputId, bool isHeard, CancellationToken cancellationToken)
    {
        measure.Flow = flow;
        return measure.RunAsync(() => BeginAsync(flow, request, inputId, isHeard, cancellationToken));
    }

    private async Task<(TurnReply Reply, bool IsNew)> BeginAsync(Flow flow, StartRequest request, string? inputId, bool isHeard, CancellationToken cancellationToken)
    {
        if (await _effects.FindRepeatAsync(request.SessionId, inputId, isHeard, cancellationToken).ConfigureAwait(false) is { } repeat)
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
            : (await _effects.FindRepeatAsync(request.SessionId, inputId, isHeard, cancellationToken).ConfigureAwait(false) ?? await ExistsAsync(request.SessionId, cancellationToken).ConfigureAwait(false), false);
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
        (TurnReply reply, bool isNew) = await EnterAsync(sessionId, input, inputId, caller, cancellationToken).ConfigureAwait(false);
        return isNew ? await _effects.CarryOutAsync(reply, caller).ConfigureAwait(false) : reply;
    }

    /// <summary>Makes the turn when the session is free; its effects wait to be carried out.</summary>
    private async Task<(TurnReply Reply, bool IsNew)> EnterAsync(string sessionId, SessionInput input, string? inputId, OutboxCaller? caller, CancellationToken cancellationToken)
    {
        using SessionGate.Lease? turn = await _gate.EnterAsync(sessionId, cancellationToken).ConfigureAwait(false);
        if (turn is null)
        {
            if (await _effects.FindRepeatAsync(sessionId, inputId, IsByCustomer(input), cancellationToken).ConfigureAwait(false) is { } repeat)
            {
                return (repeat, false);
            }

            StoredSession? stored = await _store.LoadAsync(sessionId, cancellationToken).ConfigureAwait(false);
            return (TurnReply.Refused(sessionId, TurnReason.Busy, stored?.Turn ?? 0, "A turn of this session is under way. Send this input again when its reply has come.") with { Status = SessionStatus.Waiting }, false);
        }

        _gate.Hold(turn);
        return await TakeAsync(sessionId, input, inputId, caller, cancellationToken).ConfigureAwait(false);
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
            if (await _effects.FindRepeatAsync(sessionId, inputId, IsByCustomer(input), cancellationToken).ConfigureAwait(false) is { } repeat)
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
                return (await _effects.FindRepeatAsync(sessionId, inputId, IsByCustomer(input), cancellationToken).ConfigureAwait(false) ?? reply, false);
            }

            JournalEntry entry = TurnRecord.Of(migrated?.Session ?? session, turn, read, inputId, now);
            // What is delivered is not said again to who repeats the input that began the action.
            TurnReply kept = input is ActionResultInput && caller is null && _delivers ? reply with { Messages = default } : reply;
            CommitResult committed = await CommitAsync(turn, kept, entry, session.Turn, Delivery(IsByCustomer(input), caller, now), now, cancellationToken).ConfigureAwait(false);
            if (committed == CommitResult.Committed)
            {
                _effects.LogMisfits(migrated?.Session ?? session, read);
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

    /// <summary>Carries out effects that are still pending, for example after a ticket sink was down: <see cref="OutboxPolicy.MostAtOnce"/> at once, and waits for those it began.</summary>
    /// <returns>How many were carried out.</returns>
    public Task<int> DispatchPendingAsync(CancellationToken cancellationToken = default) => _dispatcher.DispatchAllAsync(cancellationToken);

    /// <summary>
    /// Fires the timers that are due, the earliest first, and then carries out what is pending (<see cref="DispatchPendingAsync"/>). The background service does it again and again; call it where there is
    /// none, also while an earlier call still waits for an action.
    /// </summary>
    /// <returns>How many timers fired.</returns>
    public async Task<int> FireDueTimersAsync(CancellationToken cancellationToken = default)
    {
        int fired = await FireTimersAsync(cancellationToken).ConfigureAwait(false);
        await DispatchPendingAsync(cancellationToken).ConfigureAwait(false);
        return fired;
    }

    /// <summary>Fires the timers that are due; what comes of it stays pending.</summary>
    internal Task<int> FireTimersAsync(CancellationToken cancellationToken) => _timers.FireAsync(cancellationToken);

    /// <summary>How many effects are carried out at once.</summary>
    internal int MostAtOnce { get; }

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
}
