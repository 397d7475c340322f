using GuidanceFlow.Definitions;

namespace GuidanceFlow.Compilation;

/// <summary>
/// Every way a session can take, for the analyses over paths. Beside the steps there are two nodes a loop: the end of an
/// item, and the way on behind the loop.
/// </summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<int, int> _loopNumbers = [];
    private readonly List<FlowStep> _loops = [];
    private readonly FlowStep[] _steps;

    private FlowGraph(FlowStep[] steps)
    {
        _steps = steps;
        foreach (FlowStep step in steps)
        {
            if (step is EachStep)
            {
                _loopNumbers.Add(step.Index, _loops.Count);
                _loops.Add(step);
            }
        }

        Edges = new EdgeList[steps.Length + (2 * _loops.Count)];
        for (int i = 0; i < Edges.Length; i++)
        {
            Edges[i] = new EdgeList();
        }
    }

    public IReadOnlyList<FlowStep> Steps => _steps;

    /// <summary>The edges out of each node.</summary>
    public EdgeList[] Edges { get; }

    /// <summary>Where an error in the first turn leads; <see cref="Target.None"/> for nowhere.</summary>
    public int StartFallback { get; private init; }

    /// <summary>The steps a session may begin with, or an interrupt.</summary>
    public required int[] Entries { get; init; }

    /// <summary>The nodes behind which the question is asked again that was interrupted.</summary>
    public List<int> Returns { get; } = [];

    public static FlowGraph Build(CompilationContext context, FlowStep[] steps)
    {
        int startFallback = context.Definition.Fallback?.Goto is { } target ? context.PlacesById[target].Index : Target.None;
        var graph = new FlowGraph(steps) { StartFallback = startFallback, Entries = [0, .. context.InterruptSteps.Values] };
        foreach (FlowStep step in steps)
        {
            graph.Connect(step);
            if (context.Upset is { Goto: >= 0 and var person } && step.Stage.Interrupt is null && step is AskStep or RunStep { Run.Waits: true })
            {
                graph.Add(step.Index, step, person, FlowEdgeKind.Upset);
            }
        }

        return graph;
    }

    /// <summary>The node at the end of an item.</summary>
    public int ItemEnd(int loop) => _steps.Length + (2 * _loopNumbers[loop]);

    /// <summary>The node behind a loop.</summary>
    public int AfterLoop(int loop) => ItemEnd(loop) + 1;

    /// <summary>The step whose file position stands for a node.</summary>
    public FlowStep StepOf(int node) => node < _steps.Length ? _steps[node] : _loops[(node - _steps.Length) / 2];

    private void Connect(FlowStep step)
    {
        if (step.When is not null)
        {
            Add(step.Index, step, step.Sibling, FlowEdgeKind.Skip);
        }

        switch (step)
        {
            case EachStep each:
                int end = ItemEnd(each.Index);
                int after = AfterLoop(each.Index);
                Edges[each.Index].Add(new FlowEdge(each.Body, FlowEdgeKind.Regular));
                Edges[each.Index].Add(new FlowEdge(after, FlowEdgeKind.Regular));
                Edges[end].Add(new FlowEdge(each.Body, FlowEdgeKind.Repeat));
                Edges[end].Add(new FlowEdge(after, FlowEdgeKind.Regular));
                foreach (FlowRoute route in each.Routes)
                {
                    Add(after, each, route.Target, FlowEdgeKind.Regular);
                }

                break;
            case AskStep ask:
                if (ask.Answer is Answers.ChoiceSpec choice)
                {
                    foreach (Answers.ChoiceOption option in choice.Options)
                    {
                        if (option.Target is { } target)
                        {
                            Add(step.Index, step, target, FlowEdgeKind.Regular);
                        }
                    }
                }

                if (ask.Wait is not null || ask.Answer is not Answers.ChoiceSpec { Listed: null } all || Array.Exists(all.Options, option => option.Target is null))
                {
                    AddRoutes(step);
                }

                if (ask.Wait?.TimeoutTarget is { } timeout)
                {
                    Add(step.Index, step, timeout, FlowEdgeKind.Timeout);
                }

                if (ask.Silence?.Goto is { } silent && silent != Target.None)
                {
                    Add(step.Index, step, silent, FlowEdgeKind.Fallback);
                }

                // None for a flow that leaves it to the one that runs it.
                if (ask.FallbackTarget != Target.None)
                {
                    Add(step.Index, step, ask.FallbackTarget, MayOfferNothing(ask) ? FlowEdgeKind.NoOptions : FlowEdgeKind.Fallback);
                }

                if (ask.PersonTarget != Target.None && ask.PersonTarget != ask.FallbackTarget)
                {
                    Add(step.Index, step, ask.PersonTarget, FlowEdgeKind.Fallback);
                }

                break;
            case CallStep call:
                AddRoutes(step);
                foreach (FlowRoute route in call.OnError)
                {
                    Add(step.Index, step, route.Target, FlowEdgeKind.Timeout);
                }

                // Without a way of its own for errors it takes the fallback, as it does for other failures.
                if (call.FallbackTarget != Target.None)
                {
                    Add(step.Index, step, call.FallbackTarget, FlowEdgeKind.Fallback);
                }

                break;
            case HandoffStep handoff:
                AddRoutes(step);
                if (handoff.TimeoutTarget is { } nobody)
                {
                    Add(step.Index, step, nobody, FlowEdgeKind.Timeout);
                }

                if (handoff.FallbackTarget != Target.None)
                {
                    Add(step.Index, step, handoff.FallbackTarget, FlowEdgeKind.Fallback);
                }

                break;
            case RunStep run:
                AddRoutes(step);
                AddOutside(run);
                break;
            case DecideStep decide:
                foreach (int? target in decide.Table.Decisions.Select(decision => decision.Target).Distinct())
                {
                    if (target is { } row)
                    {
                        Add(step.Index, step, row, FlowEdgeKind.Regular);
                    }
                    else
                    {
                        AddRoutes(step);
                    }
                }

                break;
            default:
                AddRoutes(step);
                break;
        }
    }

    /// <summary>The ways on which the flow that is run does not come to its end.</summary>
    private void AddOutside(RunStep run)
    {
        if (run.Run.LeavesFallback && run.FallbackTarget != Target.None)
        {
            Add(run.Index, run, run.FallbackTarget, FlowEdgeKind.Fallback);
        }

        if (run.PersonTarget != Target.None && run.PersonTarget != run.FallbackTarget)
        {
            Add(run.Index, run, run.PersonTarget, FlowEdgeKind.Fallback);
        }
    }

    /// <summary>Whether so many options have a condition that the question may fall back without having been asked.</summary>
    private static bool MayOfferNothing(AskStep ask) =>
        ask.Wait is null && ask.Answer is Answers.OptionsSpec options && options.Options.Count(option => option.When is not { } when || (when.IsConstant && when.Evaluate(NoValues.Instance) == Templates.Value.True)) < options.LeastOffered;

    private void AddRoutes(FlowStep step)
    {
        foreach (FlowRoute route in step.Routes)
        {
            Add(step.Index, step, route.Target, FlowEdgeKind.Regular);
        }
    }

    private void Add(int node, FlowStep step, int target, FlowEdgeKind kind)
    {
        switch (target)
        {
            case Target.NextItem:
                Edges[node].Add(new FlowEdge(ItemEnd(step.Place.Loop!.Index), kind));
                break;
            case Target.Break:
                // What is collected at the end of an item is collected here too.
                Edges[node].Add(new FlowEdge(ItemEnd(step.Place.Loop!.Index), kind));
                Edges[node].Add(new FlowEdge(AfterLoop(step.Place.Loop!.Index), kind));
                break;
            case Target.Fail:
                AddFailure(node, step.Place.Loop!, kind);
                break;
            case Target.Return:
                Returns.Add(node);
                break;
            default:
                Edges[node].Add(new FlowEdge(target, kind));
                break;
        }
    }

    private void AddFailure(int node, StepPlace loop, FlowEdgeKind kind)
    {
        var each = (EachStep)_steps[loop.Index];
        if (each.OnFailure is null)
        {
            if (each.FallbackTarget == Target.Fail)
            {
                AddFailure(node, loop.Loop!, kind);
            }
            else
            {
                Edges[node].Add(new FlowEdge(each.FallbackTarget, kind == FlowEdgeKind.Regular ? FlowEdgeKind.Failure : kind));
            }

            return;
        }

        Edges[node].Add(new FlowEdge(ItemEnd(loop.Index), kind));
        if (each.OnFailure == ItemFailurePolicy.Stop)
        {
            Edges[node].Add(new FlowEdge(AfterLoop(loop.Index), kind));
        }
    }
}

/// <summary>A way from one node to another; <see cref="Target.None"/> for a way that leads out of the flow.</summary>
internal readonly record struct FlowEdge(int To, FlowEdgeKind Kind)
{
    /// <summary>Whether the conversation broke off: evidence is excused.</summary>
    public bool BreaksOff => Kind is FlowEdgeKind.Fallback or FlowEdgeKind.NoOptions or FlowEdgeKind.Failure or FlowEdgeKind.Upset;

    /// <summary>Whether the step did what it does, and so assigned its data.</summary>
    public bool Assigns => Kind is FlowEdgeKind.Regular or FlowEdgeKind.Repeat or FlowEdgeKind.Failure;
}

/// <summary>Why a way is taken.</summary>
internal enum FlowEdgeKind
{
    /// <summary>A route, or simply what follows.</summary>
    Regular,

    /// <summary>The step's <c>when</c> was false: it assigned nothing.</summary>
    Skip,

    /// <summary>A loop's next item.</summary>
    Repeat,

    /// <summary>Something went wrong: the step assigned nothing.</summary>
    Fallback,

    /// <summary>As <see cref="Fallback"/>, but perhaps without the step having waited: none of its options was offered.</summary>
    NoOptions,

    /// <summary>A signal did not come in time, or an action failed: the step assigned nothing.</summary>
    Timeout,

    /// <summary>The customer was upset. That may be so or not, so that nothing rests on it.</summary>
    Upset,

    /// <summary>A route to <c>@fail</c> that the inherited fallback takes: the step did what it does, and the conversation broke off.</summary>
    Failure,
}
