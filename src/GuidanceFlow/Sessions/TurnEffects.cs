using System.Globalization;
using GuidanceFlow.Actions;
using GuidanceFlow.Compilation;
using GuidanceFlow.Engine;
using GuidanceFlow.Outbox;
using Microsoft.Extensions.Logging;

namespace GuidanceFlow.Sessions;

/// <summary>Carries out what the turns of a host demand, and makes the turns that come of it: what an action gave back, the start of a session that was planned.</summary>
internal sealed partial class TurnEffects
{
    private const string Ended = ":ended";

    private readonly ISessionStore _store;
    private readonly TimeProvider _time;
    private readonly OutboxDispatcher _dispatcher;
    private readonly ActionRunner _actions;
    private readonly bool _delivers;
    private readonly TakeInput _take;
    private readonly StartSession _start;
    private readonly ILogger _logger;

    /// <summary>Connects a host with its sinks.</summary>
    /// <param name="store">Where effects wait.</param>
    /// <param name="options">Its sinks and actions.</param>
    /// <param name="dispatcher">Claims effects.</param>
    /// <param name="actions">Runs actions.</param>
    /// <param name="take">Makes a turn of an input.</param>
    /// <param name="start">Starts a session that nobody hears.</param>
    /// <param name="logger">Where it is logged that an action gave back what does not fit.</param>
    public TurnEffects(ISessionStore store, GuidanceHostOptions options, OutboxDispatcher dispatcher, ActionRunner actions, TakeInput take, StartSession start, ILogger logger)
    {
        _store = store;
        _logger = logger;
        _time = options.Time;
        _dispatcher = dispatcher;
        _actions = actions;
        _delivers = options.Messages is not null;
        _take = take;
        _start = start;
        dispatcher.Add(OutboxItem.ActionKind, RunActionAsync);
        dispatcher.Add(OutboxItem.FollowUpKind, StartFollowUpAsync);
        DeskDispatcher.Connect(dispatcher, store, options);
    }

    /// <summary>Makes a turn of an input; tells whether it is a new one, whose effects wait to be carried out.</summary>
    public delegate Task<(TurnReply Reply, bool IsNew)> TakeInput(string sessionId, SessionInput input, string inputId, OutboxCaller? caller, CancellationToken cancellationToken);

    /// <summary>Starts a session that nobody hears.</summary>
    public delegate Task<TurnReply> StartSession(string flowId, StartRequest request, string inputId, CancellationToken cancellationToken);

    /// <summary>The turn is committed: from here on nothing may fail it, and cancelling it no longer means anything. Gives the reply with those of turns right behind it.</summary>
    public async Task<TurnReply> CarryOutAsync(TurnReply reply, OutboxCaller? caller)
    {
        await _dispatcher.DispatchAsync(reply.Session, caller, CancellationToken.None).ConfigureAwait(false);
        return caller is null ? reply : caller.Replies.Aggregate(reply, TurnReply.Join);
    }

    /// <summary>
    /// The reply to an input that was taken before, with what came of its actions since; null when none was. The first time may have ended between commit and effects, or its reply was lost: nothing that was said may be lost with it.
    /// </summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="inputId">The input's id; null for none.</param>
    /// <param name="isHeard">Whether the customer waits for the reply; what comes of actions is delivered otherwise.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    public async Task<TurnReply?> FindRepeatAsync(string sessionId, string? inputId, bool isHeard, CancellationToken cancellationToken)
    {
        if (inputId is null || await _store.FindReplyAsync(sessionId, inputId, cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return null;
        }

        await _dispatcher.DispatchAsync(sessionId, isHeard ? new OutboxCaller() : null, CancellationToken.None).ConfigureAwait(false);
        TurnReply reply = TurnReplyJson.Read(stored.Span);
        return isHeard && reply.Status == SessionStatus.Busy ? await JoinEndedAsync(reply, cancellationToken).ConfigureAwait(false) : reply;
    }

    /// <summary>A reply with those of the turns that its actions ended in, as far as they have.</summary>
    private async Task<TurnReply> JoinEndedAsync(TurnReply reply, CancellationToken cancellationToken)
    {
        int turn = reply.Turn;
        foreach (JournalEntry entry in await _store.ReadJournalAsync(reply.Session, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Turn > turn && entry.InputId is { } id && IsEndOf(id, reply.Session, turn) && await _store.FindReplyAsync(reply.Session, id, cancellationToken).ConfigureAwait(false) is { } stored)
            {
                TurnReply ended = TurnReplyJson.Read(stored.Span);
                turn = entry.Turn;
                reply = TurnReply.Join(reply, ended.Messages.IsEmpty || await TakeWordsAsync(reply.Session, turn).ConfigureAwait(false) ? ended : ended with { Messages = default });
            }
        }

        return reply;
    }

    private static bool IsEndOf(string inputId, string session, int turn) =>
        inputId.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{session}:{turn}:"), StringComparison.Ordinal) && inputId.EndsWith(Ended, StringComparison.Ordinal);

    /// <summary>Takes what a turn said for a reply; tells whether the reply may say it, or it is delivered.</summary>
    private async ValueTask<bool> TakeWordsAsync(string session, int turn) => !_delivers || await _dispatcher.TryTakeAsync(session, TurnRecord.IdOfMessages(session, turn)).ConfigureAwait(false);

    /// <summary>Runs an action and tells its session what became of it.</summary>
    private async ValueTask RunActionAsync(OutboxItem item, OutboxCaller? caller, CancellationToken cancellationToken)
    {
        ActionCall call = ActionCallJson.Read(item.Payload.Span);
        string inputId = item.EffectId + Ended;
        if (await _store.FindReplyAsync(item.SessionId, inputId, cancellationToken).ConfigureAwait(false) is not null)
        {
            // It was done, and only marking it as done failed.
            return;
        }

        ActionResult result = await _actions.RunAsync(call, wasBegun: item.Claims > 1 || item.Error is not null, cancellationToken).ConfigureAwait(false);
        (TurnReply reply, bool isNew) = await _take(item.SessionId, new ActionResultInput(call.Id, call.Attempt, result), inputId, caller, cancellationToken).ConfigureAwait(false);
        if (isNew && caller is not null)
        {
            caller.Replies.Add(await TakeWordsAsync(reply.Session, reply.Turn).ConfigureAwait(false) ? reply : reply with { Messages = default });
        }
    }

    /// <summary>Says what an action gave back that is not as the flow declares it: the session goes on with an error, and nobody else would know why.</summary>
    /// <param name="before">The session before the turn.</param>
    /// <param name="input">What came in.</param>
    public void LogMisfits(GuidanceSession before, SessionInput input)
    {
        if (input is ActionResultInput { Result: var result } && before.Step is CallStep step && result.FindMisfits(step.Action) is { IsEmpty: false } misfits)
        {
            // What they are may be anything, a customer's words included.
            LogInvalidResult(_logger, step.Action.Name, before.Id, step.Id, string.Join(", ", misfits.Select(misfit => misfit.Key)));
        }
    }

    /// <summary>Starts a session that was planned. One that cannot be started any more is refused again and again, and laid aside in the end.</summary>
    private async ValueTask StartFollowUpAsync(OutboxItem item, OutboxCaller? caller, CancellationToken cancellationToken)
    {
        FollowUp later = FollowUpJson.Read(item.Payload.Span);
        if (later.SkipsWhenLate && _time.GetUtcNow() - later.Due > FollowUp.Tolerance)
        {
            return;
        }

        var request = new StartRequest { SessionId = later.SessionId, Inputs = later.Inputs.ToDictionary(StringComparer.Ordinal), Sensitive = [.. later.Sensitive], Channel = later.Channel, CustomerKey = later.CustomerKey, Locale = later.Locale, Follows = later.Follows };
        TurnReply reply = await _start(later.FlowId, request, item.EffectId, cancellationToken).ConfigureAwait(false);
        if (reply.Result == TurnResult.Refused && reply.Reason != TurnReason.Exists)
        {
            throw new InvalidOperationException($"The follow-up '{later.SessionId}' could not be started ({reply.Reason}).");
        }
    }

    [LoggerMessage(EventId = 23, Level = LogLevel.Warning, Message = "The action {Action} gave back what does not fit the flow's declaration; the session {Session} goes on at '{Step}' with invalid_result. Look at: {Members}.")]
    private static partial void LogInvalidResult(ILogger logger, string action, string session, string step, string members);
}
