using GuidanceFlow.Compilation;
using GuidanceFlow.Compilation.Decisions;

namespace GuidanceFlow.Engine;

/// <summary>Tells where steps lead.</summary>
internal static class Routing
{
    /// <summary>The first way on whose guard holds.</summary>
    public static int Route(EvaluationContext context, List<TurnEvent> events, FlowStep step) => Route(context, events, step, step.Routes);

    /// <summary>The first of some ways on whose guard holds.</summary>
    public static int Route(EvaluationContext context, List<TurnEvent> events, FlowStep step, FlowRoute[] routes)
    {
        foreach (FlowRoute route in routes)
        {
            if (route.Guard is null || route.Guard.EvaluateBoolean(context, context.Settings))
            {
                return Leave(context, events, step, route.Target, route.Guard?.Source);
            }
        }

        // The compiler sees to it that the last route always applies.
        throw new TurnFailure(step.Index, "No route applies; add one without 'when'.");
    }

    /// <summary>Looks a row up, assigns what it says, and tells where it leads.</summary>
    public static int Decide(EvaluationContext context, List<TurnEvent> events, DecideStep step)
    {
        int row = context.Decide(step);
        Decision decision = row >= 0 ? step.Table.Rows[row] : step.Table.Default ?? throw new TurnFailure(step.Index, "No row of the table applies; add a 'default'.");
        events.Add(new TurnEvent(TurnEventKind.Decided, step.Id, decision.Name));
        context.Assign(step.Table.Outputs, decision.Values);
        return decision.Target is { } target ? Leave(context, events, step, target) : Route(context, events, step);
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
