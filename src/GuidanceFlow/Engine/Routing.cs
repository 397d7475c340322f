using GuidanceFlow.Compilation;

namespace GuidanceFlow.Engine;

/// <summary>Tells where steps lead.</summary>
internal static class Routing
{
    /// <summary>The first way on whose guard holds.</summary>
    public static int Route(EvaluationContext context, List<TurnEvent> events, FlowStep step)
    {
        foreach (FlowRoute route in step.Routes)
        {
            if (route.Guard is null || route.Guard.EvaluateBoolean(context, context.Settings))
            {
                return Leave(context, events, step, route.Target, route.Guard?.Source);
            }
        }

        // The compiler sees to it that the last route always applies.
        throw new TurnFailure(step.Index, "No route applies; add one without 'when'.");
    }

    /// <summary>Leaves a step for a target.</summary>
    public static int Leave(EvaluationContext context, List<TurnEvent> events, FlowStep step, int target, string? guard = null)
    {
        events.Add(new TurnEvent(TurnEventKind.Exited, step.Id));
        string name = target switch
        {
            >= 0 => context.Flow.Nodes[target].Id,
            Target.Break => "@break",
            Target.Fail => "@fail",
            _ => "@next",
        };
        events.Add(new TurnEvent(TurnEventKind.Routed, step.Id, guard is null ? name : $"{name} [{guard}]"));
        return target;
    }
}
