using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;

namespace GuidanceFlow.Compilation;

/// <summary>Fallbacks that lead round in circles: a customer whose every answer is misunderstood must come to an end, too.</summary>
internal static class FallbackCycles
{
    public static void Run(CompilationContext context, FlowGraph graph)
    {
        bool[] reached = Reachability.Forward(graph);

        // A flow that another one runs may leave its fallbacks to that, and an interrupt leaves them to the question.
        List<int> leaves = [.. graph.Steps.Where(step => (context.IsRun || step.Stage.Interrupt is not null) && IsAnswered(step) && Frames.FallbackTarget(step) == Target.None).Select(step => step.Index)];
        bool[] ends = Reachability.Backward(graph, (node, edge) => edge.Kind != FlowEdgeKind.Upset && (!IsAnswered(graph.StepOf(node)) || edge.Kind is not (FlowEdgeKind.Regular or FlowEdgeKind.Repeat)), leaves);
        foreach (FlowStep step in graph.Steps.Where(step => IsAnswered(step) && reached[step.Index] && !ends[step.Index]))
        {
            context.Report(DiagnosticCatalog.NoFallback, step.Place.Path, $"A customer whom '{step.Id}' never understands goes round in circles: the fallback leads back to it. Let the fallback lead to a ticket or an end.");
        }
    }

    /// <summary>Whether a way on is an answer that was understood. A wait goes on without one.</summary>
    private static bool IsAnswered(FlowStep step) => step is AskStep { Wait: null } or RunStep { Run: { Waits: true, LeavesFallback: true } };
}
