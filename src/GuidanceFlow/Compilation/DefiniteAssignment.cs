using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Compilation;

/// <summary>
/// What is certainly collected where: a forward data-flow analysis whose meet is intersection (Aho, Lam, Sethi, Ullman:
/// Compilers, section 9.2). Reports data that may be read too early, and evidence that is missing on a regular way to its
/// ticket; a way through a fallback is excused from evidence, for there the conversation broke off.
/// </summary>
internal sealed class DefiniteAssignment
{
    private readonly CompilationContext _context;
    private readonly FlowGraph _graph;
    private readonly SlotSet _fromStart;

    private DefiniteAssignment(CompilationContext context, FlowGraph graph)
    {
        _context = context;
        _graph = graph;
        _fromStart = SlotSet.None(context.Variables.Count);
        for (int slot = 0; slot < context.Variables.Count; slot++)
        {
            DataDefinition variable = context.Variables[slot];
            if (slot < context.InputCount || variable.Optional || !variable.Default.IsNull)
            {
                _fromStart = _fromStart.With(slot);
            }
        }
    }

    public static void Run(CompilationContext context, FlowGraph graph)
    {
        var analysis = new DefiniteAssignment(context, graph);
        SlotSet?[] entry = analysis.Solve(withFallbacks: true);
        context.Collected = entry;
        analysis.ReportReads(entry);
        analysis.ReportReturns(entry);
        analysis.ReportEvidence(analysis.Solve(withFallbacks: false));
    }

    /// <summary>What is certainly assigned on entering each node; null for a node that is not reached.</summary>
    private SlotSet?[] Solve(bool withFallbacks)
    {
        var entry = new SlotSet?[_graph.Edges.Length];
        var open = new Queue<int>();
        foreach (int first in _graph.Entries)
        {
            // An interrupt may come before anything is collected.
            Flow(first, _fromStart);
        }

        if (withFallbacks && _graph.StartFallback != Target.None)
        {
            Flow(_graph.StartFallback, _fromStart);
        }

        while (open.TryDequeue(out int node))
        {
            SlotSet? after = null;
            foreach (FlowEdge edge in _graph.Edges[node])
            {
                if (edge.To == Target.None || (edge.BreaksOff && !withFallbacks))
                {
                    continue;
                }

                Flow(edge.To, edge.Assigns ? after ??= After(node, entry[node]!) : entry[node]!);
            }
        }

        return entry;

        void Flow(int node, SlotSet set)
        {
            SlotSet? known = entry[node];
            SlotSet both = known?.Intersect(set) ?? set;
            if (!ReferenceEquals(both, known))
            {
                entry[node] = both;
                open.Enqueue(node);
            }
        }
    }

    private SlotSet After(int node, SlotSet entry)
    {
        return node >= _graph.Steps.Count ? entry : _graph.Steps[node] switch
        {
            // Time may be over before the customer says anything, and a customer may speak before the signal comes.
            AskStep { Wait: { } wait } ask => wait.SignalSlot >= 0 && ((WaitStepDefinition)ask.Place.Definition) is { TakesAnswers: false } ? entry.With(wait.SignalSlot) : entry,
            AskStep { SaveSlot: >= 0 } ask => entry.With(ask.SaveSlot),
            SetStep set => WithAll(entry, set.Values),
            EachStep each => WithAll(entry, each.Collect),
            DecideStep decide => WithAll(entry, decide.Table.Outputs),
            CallStep call => WithAll(entry, Array.ConvertAll(call.Save, kept => kept.Slot)),
            RunStep run => WithAll(entry, Array.ConvertAll(run.Run.Save, kept => kept.Slot)),
            _ => entry,
        };
    }

    private static SlotSet WithAll(SlotSet set, ReadOnlySpan<CompiledAssignment> assignments)
    {
        foreach (CompiledAssignment assignment in assignments)
        {
            set = set.With(assignment.Slot);
        }

        return set;
    }

    private static SlotSet WithAll(SlotSet set, int[] slots)
    {
        foreach (int slot in slots)
        {
            set = set.With(slot);
        }

        return set;
    }

    private void ReportReads(SlotSet?[] entry)
    {
        HashSet<(string, int)>? reported = null;
        var ways = new UncollectedWays(_graph, _context.Variables.Count, After, withFallbacks: true);
        foreach (TemplateUse use in _context.Uses)
        {
            if (AssignedAt(use, entry) is not { } assigned)
            {
                continue;
            }

            bool isTooEarly = false;
            foreach (NameUse read in use.Reads)
            {
                if (!read.ToleratesNull && Slot.IsData(read.Slot) && !assigned.Contains(read.Slot) && (reported ??= []).Add((use.Path.ToString(), read.Span.Start)))
                {
                    isTooEarly = true;
                    _context.ReportInText(
                        DiagnosticCatalog.ReadBeforeAssigned,
                        use.Path,
                        read.Span.Start,
                        $"'{_context.Variables[read.Slot].Name}' may not be collected yet when '{_graph.Steps[use.Step].Id}' is reached{ways.Describe(read.Slot, NodeOf(use))}. Write '{read.Path} ?? …' with a value for that case, or give the datum a 'default'.");
                }
            }

            if (!isTooEarly)
            {
                ReportNull(use, assigned);
            }
        }
    }

    /// <summary>Reports a value that must not be null but is, should what it provides for come true.</summary>
    private void ReportNull(TemplateUse use, SlotSet assigned)
    {
        if (use.NeverNull is not { } check)
        {
            return;
        }

        HashSet<int>? missing = null;
        foreach (NameUse read in use.Reads)
        {
            if (Slot.IsData(read.Slot) && !assigned.Contains(read.Slot))
            {
                (missing ??= []).Add(read.Slot);
            }
        }

        if (missing is null)
        {
            return;
        }

        ParseResult<Expression> parsed = Expression.Parse(check.Text, new TemplateOptions { Scope = new UncollectedNames(check.Scope, missing) });
        if (parsed.Value is { } expression && (expression.Type.Kind == StaticTypeKind.Any ? IsNullWithout(expression, missing) : expression.Type.IsNullable))
        {
            _context.Report(DiagnosticCatalog.TypeMismatch, use.Path, check.Message);
        }
    }

    /// <summary>Whether an expression that reads nothing but missing data gives null. Of one whose type is not known and that reads more, nothing can be said.</summary>
    private static bool IsNullWithout(Expression expression, HashSet<int> missing)
    {
        try
        {
            return expression.Reads.All(read => missing.Contains(read.Slot)) && expression.Evaluate(NoValues.Instance).IsNull;
        }
        catch (TemplateRuntimeException)
        {
            return false;
        }
    }

    /// <summary>The node on entering which, or after which, a template runs.</summary>
    private int NodeOf(TemplateUse use) => use.Phase.Kind switch
    {
        UsePhaseKind.ItemEnd => _graph.ItemEnd(use.Step),
        UsePhaseKind.Exit when _graph.Steps[use.Step] is EachStep => _graph.AfterLoop(use.Step),
        _ => use.Step,
    };

    private SlotSet? AssignedAt(TemplateUse use, SlotSet?[] entry)
    {
        FlowStep step = _graph.Steps[use.Step];
        if (use.Phase.Kind == UsePhaseKind.ItemEnd)
        {
            return entry[_graph.ItemEnd(use.Step)];
        }

        if (use.Phase.Kind == UsePhaseKind.Exit && step is EachStep)
        {
            return entry[_graph.AfterLoop(use.Step)];
        }

        if (entry[use.Step] is not { } before || use.Phase.Kind == UsePhaseKind.Entry)
        {
            return entry[use.Step];
        }

        if (use.Phase.Kind == UsePhaseKind.Exit)
        {
            return After(use.Step, before);
        }

        return WithAll(before, ((SetStep)step).Values.AsSpan(0, use.Phase.Number));
    }

    /// <summary>Reports what goes back to a flow that runs this one and is not collected on every way to the end.</summary>
    private void ReportReturns(SlotSet?[] entry)
    {
        var ways = new UncollectedWays(_graph, _context.Variables.Count, After, withFallbacks: true);
        for (int i = 0; i < _context.Definition.Returns.Count; i++)
        {
            string name = _context.Definition.Returns[i];
            if (!_context.Slots.TryGetValue(name, out int slot))
            {
                continue;
            }

            // An escalated session does not come back.
            foreach (EndStep end in _graph.Steps.OfType<EndStep>().Where(end => end.Outcome != Sessions.SessionOutcome.Escalated))
            {
                if (entry[end.Index] is { } assigned && !assigned.Contains(slot))
                {
                    _context.Report(
                        DiagnosticCatalog.ReturnMissing,
                        SourcePath.Root.Member("returns").Item(i),
                        $"'{name}' goes back to the flow that runs this one, but may not be collected when '{end.Id}' is reached{ways.Describe(slot, end.Index)}. Assign it on that way, give it a 'default' or declare it optional.");
                }
            }
        }
    }

    private void ReportEvidence(SlotSet?[] entry)
    {
        var ways = new UncollectedWays(_graph, _context.Variables.Count, After, withFallbacks: false);
        foreach (TicketStep step in _graph.Steps.OfType<TicketStep>())
        {
            if (entry[step.Index] is not { } assigned)
            {
                continue;
            }

            foreach (int slot in step.Ticket.Evidence)
            {
                if (assigned.Contains(slot))
                {
                    continue;
                }

                _context.Report(
                    DiagnosticCatalog.EvidenceMissing,
                    step.Place.Path.Member("ticket"),
                    $"The ticket '{step.Ticket.Definition.Id}' needs '{_context.Variables[slot].Name}', which is not collected on every way to '{step.Id}'{ways.Describe(slot, step.Index)}. Ask for it before, or take it out of the evidence.");
            }
        }
    }
}
