using System.Globalization;
using GuidanceFlow.Compilation;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>Plans the session that comes some time after this one.</summary>
internal static class FollowUpRun
{
    public static void Plan(TurnRun run, EndStep end)
    {
        if (end.FollowUp is not { } later)
        {
            return;
        }

        EvaluationContext context = run.Context;
        (string Name, Value Value, bool IsSecret)[] with = [.. later.With.Select(given => Give(context, given.Key, given.Value)).Where(given => !given.Value.IsNull)];
        run.Rest.Effects.Add(new FollowUpEffect(new FollowUp
        {
            SessionId = string.Create(CultureInfo.InvariantCulture, $"{context.State.Id}:{context.Turn}:{run.Rest.Effects.Count}"),
            FlowId = later.Flow,
            Due = TurnClock.Later(context.Now, later.After),
            SkipsWhenLate = later.Skips,
            Inputs = [.. with.Select(given => KeyValuePair.Create(given.Name, given.Value))],
            Sensitive = [.. with.Where(given => given.IsSecret).Select(given => given.Name)],
            Follows = context.State.Id,
            Channel = context.State.Channel,
            CustomerKey = context.State.CustomerKey,
            Locale = context.State.Locale,
        }));
        run.Note(new TurnEvent(TurnEventKind.FollowUpPlanned, end.Id, later.Flow));
    }

    private static (string Name, Value Value, bool IsSecret) Give(EvaluationContext context, string name, Expression expression)
    {
        Value value = expression.Evaluate(context, context.Settings);
        return (name, value, Secrets.IsIn(context, expression, value));
    }
}
