using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;
using Microsoft.Extensions.Logging;

namespace GuidanceFlow.History;

/// <summary>Gives flows the history they ask for, and keeps what sessions found.</summary>
internal sealed partial class HistoryInput(ICustomerHistory? history, TimeSpan limit, TimeProvider time, ILogger logger)
{
    /// <summary>The name of the input that is a history.</summary>
    public const string Name = "history";

    /// <summary>The request with the customer's history, where the flow wants one and the caller gave none. One that cannot be had is empty: it keeps no customer out.</summary>
    public async ValueTask<StartRequest> FillAsync(Flow flow, StartRequest request, CancellationToken cancellationToken)
    {
        DataDefinition? input = flow.Definition.Inputs.FirstOrDefault(input => input.Name == Name);
        if (history is null || input is not { Type: { Kind: DataKind.List, Item: { Kind: DataKind.Object } item } } || request.CustomerKey is not { } customer || request.Inputs?.ContainsKey(Name) == true)
        {
            return request;
        }

        IReadOnlyList<PastSession> past = await ReadAsync(history, flow, request.SessionId, customer, cancellationToken).ConfigureAwait(false);
        Value value = Value.From(ValueList.Create([.. past.Select(session => Project(ToValue(session), item)).Where(session => Compilation.DataTypes.TryFit(session, item, Name, out _, out _))]));
        return request with { Inputs = new Dictionary<string, Value>(request.Inputs ?? new Dictionary<string, Value>(), StringComparer.Ordinal) { [Name] = value } };
    }

    private async ValueTask<IReadOnlyList<PastSession>> ReadAsync(ICustomerHistory history, Flow flow, string session, string customer, CancellationToken cancellationToken)
    {
        try
        {
            return await TimeLimit.RunAsync(limit, time, token => history.ReadAsync(customer, token), cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it throws, the customer gets in.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNoHistory(logger, flow.Id, session, exception);
            return [];
        }
    }

    /// <summary>What is to be kept of a session that has ended; null for nothing.</summary>
    public OutboxItem? Keep(Turn turn, DateTimeOffset now)
    {
        GuidanceSession session = turn.Session;
        if (history is null || session.Status != SessionStatus.Ended || session.CustomerKey is not { } customer)
        {
            return null;
        }

        var context = new EvaluationContext(session.Flow, session.State, now);
        var past = new PastSession
        {
            SessionId = session.Id,
            CustomerKey = customer,
            FlowId = session.Flow.Id,
            Started = session.StartedAt,
            Ended = now.ToUniversalTime(),
            Outcome = session.Outcome!.Value,
            Tried = [.. session.Path],
            Found = [.. session.Flow.Definition.Remembers.Select(name => KeyValuePair.Create(name, session.Data(name))).Where(found => !found.Value.IsNull && !Secrets.IsIn(context, found.Value))],
        };
        return new OutboxItem(session.Id + ":history", session.Id, OutboxItem.HistoryKind, PastSessionJson.Write(past));
    }

    private static Value ToValue(PastSession session) => Value.From(ValueObject.Create(new Dictionary<string, Value>(StringComparer.Ordinal)
    {
        ["flow"] = Value.From(session.FlowId),
        ["outcome"] = Value.From(SessionOutcomeNames.Of(session.Outcome)),
        ["started"] = Value.From(session.Started.UtcDateTime),
        ["ended"] = Value.From(session.Ended.UtcDateTime),
        ["tried"] = Value.From(ValueList.Create([.. session.Tried.Select(Value.From)])),
        ["found"] = Value.From(ValueObject.Create(session.Found.ToDictionary(found => found.Key, found => found.Value, StringComparer.Ordinal))),
    }));

    /// <summary>The part of a value that a type declares: another flow's finds are none of this one's.</summary>
    private static Value Project(Value value, DataType type)
    {
        if (type.Kind != DataKind.Object || !value.TryGetObject(out ValueObject? members))
        {
            return value;
        }

        var kept = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (DataDefinition field in type.Fields)
        {
            if (members.TryGetValue(field.Name, out Value member))
            {
                Value projected = Project(member, field.Type);
                kept[field.Name] = Compilation.DataTypes.TryFit(projected, field.Type, field.Name, out Value fitted, out _) ? fitted : Value.Null;
            }
        }

        return Value.From(ValueObject.Create(kept));
    }

    [LoggerMessage(EventId = 13, Level = LogLevel.Error, Message = "The customer's history could not be had; the session {Session} of the flow {Flow} starts without one.")]
    private static partial void LogNoHistory(ILogger logger, string flow, string session, Exception exception);
}
