using System.Globalization;
using GuidanceFlow.Compilation;
using GuidanceFlow.Sessions;

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
        run.Rest.Effects.Add(new FollowUpEffect(new FollowUp
        {
            SessionId = string.Create(CultureInfo.InvariantCulture, $"{context.State.Id}:{context.Turn}:{run.Rest.Effects.Count}"),
            FlowId = later.Flow,
            Due = TurnClock.Later(context.Now, later.After),
            SkipsWhenLate = later.Skips,
            Inputs = [.. later.With.Select(given => KeyValuePair.Create(given.Key, given.Value.Evaluate(context, context.Settings))).Where(given => !given.Value.IsNull)],
            Follows = context.State.Id,
            Channel = context.State.Channel,
            CustomerKey = context.State.CustomerKey,
            Locale = context.State.Locale,
        }));
        run.Note(new TurnEvent(TurnEventKind.FollowUpPlanned, end.Id, later.Flow));
    }
}
