using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>Fallbacks that lead round in circles: a customer whose every answer is misunderstood must come to an end, too.</summary>
internal static class FallbackCycles
{
    public static void Run(CompilationContext context, FlowGraph graph)
    {
        bool[] reached = Reachability.Forward(graph);
        bool[] ends = Reachability.Backward(graph, (node, edge) => graph.StepOf(node) is not AskStep || edge.Kind is not (FlowEdgeKind.Regular or FlowEdgeKind.Repeat));
        foreach (FlowStep step in graph.Steps.Where(step => step is AskStep && reached[step.Index] && !ends[step.Index]))
        {
            context.Report(DiagnosticCatalog.NoFallback, step.Place.Path, $"A customer whom '{step.Id}' never understands goes round in circles: the fallback leads back to it. Let the fallback lead to a ticket or an end.");
        }
    }
}
