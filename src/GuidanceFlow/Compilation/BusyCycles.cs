using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>Cycles in which no step waits: a turn would never end. A loop over a list is none, for lists end.</summary>
internal static class BusyCycles
{
    public static void Run(CompilationContext context, FlowGraph graph)
    {
        // 0 not seen, 1 on the way, 2 done.
        var state = new byte[graph.Edges.Length];
        var reported = new bool[graph.Edges.Length];

        // How many edges of a node on the way were taken.
        var taken = new int[graph.Edges.Length];
        var way = new List<int>();
        for (int start = 0; start < state.Length; start++)
        {
            Walk(context, graph, start, state, reported, taken, way);
        }

        ReportRunOfItself(context, graph);
    }

    /// <summary>A flow that runs itself whatever comes, before it asks anything. What a guard may stop is left to the run.</summary>
    private static void ReportRunOfItself(CompilationContext context, FlowGraph graph)
    {
        var seen = new HashSet<int>();
        for (int node = 0; node < graph.Steps.Count && seen.Add(node);)
        {
            FlowStep step = graph.Steps[node];
            if (step.When is not null || step is AskStep or HandoffStep or EachStep || step.Routes is not [{ Guard: null } only])
            {
                return;
            }

            if (step is RunStep run && run.Run.Flow == context.Definition.Id)
            {
                context.Report(DiagnosticCatalog.BusyCycle, step.Place.Path, $"The flow runs itself at '{step.Id}' without a question before that, and would never stop. Put an 'ask' before it, or a 'when' on it.");
                return;
            }

            if (step is RunStep { Run.Waits: true } or CallStep || only.Target < 0)
            {
                return;
            }

            node = only.Target;
        }
    }

    private static void Walk(CompilationContext context, FlowGraph graph, int start, byte[] state, bool[] reported, int[] taken, List<int> way)
    {
        if (state[start] != 0)
        {
            return;
        }

        way.Add(start);
        state[start] = 1;
        while (way.Count > 0)
        {
            int node = way[^1];
            EdgeList edges = graph.Edges[node];
            if (taken[node] >= edges.Count)
            {
                state[node] = 2;
                way.RemoveAt(way.Count - 1);
                continue;
            }

            FlowEdge edge = edges[taken[node]++];

            // An asking step waits; only when it is skipped or has nothing to offer does the turn go on.
            bool waits = graph.StepOf(node) is AskStep or HandoffStep or RunStep { Run.Waits: true } && edge.Kind is not (FlowEdgeKind.Skip or FlowEdgeKind.NoOptions);
            if (edge.To == Target.None || edge.Kind == FlowEdgeKind.Repeat || waits)
            {
                continue;
            }

            if (state[edge.To] == 1 && !reported[edge.To])
            {
                reported[edge.To] = true;
                Report(context, graph, way, taken, edge.To);
            }
            else if (state[edge.To] == 0)
            {
                state[edge.To] = 1;
                way.Add(edge.To);
            }
        }
    }

    /// <summary>Reports the cycle that the way closes by going on to a node it has passed; a question in it that need not ask is to blame.</summary>
    private static void Report(CompilationContext context, FlowGraph graph, List<int> way, int[] taken, int to)
    {
        for (int i = way.Count - 1; i >= 0; i--)
        {
            int node = way[i];
            if (graph.Edges[node][taken[node] - 1].Kind == FlowEdgeKind.NoOptions)
            {
                FlowStep ask = graph.StepOf(node);
                context.Report(DiagnosticCatalog.BusyCycle, ask.Place.Path, $"When '{ask.Id}' has no option to offer, its fallback leads back to it without a question in between, and would never stop. Give it an option without 'when', or another fallback.");
                return;
            }

            if (node == to)
            {
                break;
            }
        }

        FlowStep from = graph.StepOf(way[^1]);
        context.Report(DiagnosticCatalog.BusyCycle, from.Place.Path, $"From '{from.Id}' the flow goes round to '{graph.StepOf(to).Id}' without a question in between, and would never stop. Put an 'ask' into the cycle or route out of it.");
    }
}
