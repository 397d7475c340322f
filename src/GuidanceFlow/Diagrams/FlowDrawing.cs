using System.Collections.Immutable;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Diagrams;

/// <summary>Draws a flow: a node a step, a group a stage, interrupt or loop, an edge a way.</summary>
internal sealed class FlowDrawing
{
    private const string Start = "start";
    private readonly Flow _flow;
    private readonly StepLabels _labels;
    private readonly List<DiagramEdge> _edges = [];
    private readonly List<UnansweredQuestion> _unanswered = [];
    private readonly List<QuietWay> _quiet = [];

    private FlowDrawing(Flow flow, DiagramOptions options)
    {
        _flow = flow;
        _labels = new StepLabels(options);
    }

    public static Diagram Draw(Flow flow, DiagramOptions options)
    {
        var drawing = new FlowDrawing(flow, options);
        ImmutableArray<DiagramItem> items = [new DiagramNode(Start, DiagramNodeKind.Start, ["Start"]), .. flow.Stages.Select(drawing.Group), .. flow.Parts.Interrupts.Select(drawing.Group)];
        drawing.Connect();
        var diagram = new Diagram(LabelText.Clean(flow.Title), options.Direction, items, [.. drawing._edges]);
        diagram = options.ShowFallbacks ? QuietNotes.Add(FallbackNotes.Add(diagram, drawing._unanswered, drawing._labels), drawing._quiet) : diagram;
        return PlainRuns.Join(diagram);
    }

    private DiagramGroup Group(FlowStage stage) => new(Name("stage", stage.Id), _labels.OfStage(stage), IsLoop: false, Items(_flow.Nodes.Where(step => step.Stage == stage && step.Place.Loop is null)));

    /// <summary>What deals with an interrupt; no way leads there from the questions, as one leads there from each.</summary>
    private DiagramGroup Group(CompiledInterrupt interrupt)
    {
        string name = Name("interrupt", interrupt.Id);
        string back = BackFrom(interrupt.Id);
        ImmutableArray<DiagramItem> items;
        if (interrupt.Run is { } run)
        {
            string runs = Name("runs", interrupt.Id);
            items = [new DiagramNode(runs, DiagramNodeKind.Run, _labels.OfRun(run))];
            _edges.Add(new DiagramEdge(runs, back, DiagramEdgeKind.Onward, []));
        }
        else
        {
            items = Items(_flow.Nodes.Where(step => step.Stage.Interrupt == interrupt.Id && step.Place.Loop is null));
        }

        return new DiagramGroup(name, _labels.OfInterrupt(interrupt), IsLoop: false, items.Add(new DiagramNode(back, DiagramNodeKind.Return, ["Back to the question"])));
    }

    private ImmutableArray<DiagramItem> Items(IEnumerable<FlowStep> steps)
    {
        ImmutableArray<DiagramItem>.Builder items = ImmutableArray.CreateBuilder<DiagramItem>();
        foreach (FlowStep step in steps)
        {
            if (step is not EachStep each)
            {
                items.Add(new DiagramNode(IdOf(step), KindOf(step), _labels.Of(step)));
                continue;
            }

            if (each.When is not null)
            {
                items.Add(new DiagramNode(ConditionOf(each), DiagramNodeKind.Branch, _labels.OfCondition(each)));
            }

            ImmutableArray<DiagramItem> body = Items(_flow.Nodes.Where(inner => inner.Place.Loop == each.Place));
            items.Add(new DiagramGroup(Name("loop", each.Id), _labels.OfLoop(each), IsLoop: true, body.Add(new DiagramNode(IdOf(each), DiagramNodeKind.NextItem, _labels.OfNextItem(each)))));
        }

        return items.ToImmutable();
    }

    private void Connect()
    {
        _edges.Add(new DiagramEdge(Start, Entry(0), DiagramEdgeKind.Onward, []));
        foreach (FlowStep step in _flow.Nodes)
        {
            if (step is EachStep each)
            {
                if (each.When is not null)
                {
                    _edges.Add(new DiagramEdge(ConditionOf(each), Entry(each.Body), DiagramEdgeKind.Onward, [AnswerGuard.Yes]));
                    Arrival past = Arrive(each, each.Sibling);
                    _edges.Add(new DiagramEdge(ConditionOf(each), past.Node, past.Kind, [AnswerGuard.No]));
                }

                _edges.Add(new DiagramEdge(IdOf(each), Entry(each.Body), DiagramEdgeKind.NextItem, [AnswerGuard.Yes]));
            }

            AddWays(step);
            if (step is RunStep { Run.LeavesFallback: true, FallbackTarget: not Target.None } run)
            {
                _edges.Add(new DiagramEdge(IdOf(run), Arrive(run, run.FallbackTarget).Node, DiagramEdgeKind.Fallback, []));
            }

            if (step is EndStep { Outcome: not SessionOutcome.Escalated, Stage.Interrupt: { } interrupt })
            {
                _edges.Add(new DiagramEdge(IdOf(step), BackFrom(interrupt), DiagramEdgeKind.Onward, []));
            }

            if (step is AskStep { Wait: null, FallbackTarget: not Target.None } ask)
            {
                Arrival arrival = Arrive(ask, ask.FallbackTarget);
                _unanswered.Add(new UnansweredQuestion(ask, IdOf(ask), arrival.Node));
            }

            if (step is AskStep { Silence.Goto: >= 0 and var silent })
            {
                _quiet.Add(new QuietWay(IdOf(step), Arrive(step, silent).Node, "No answer"));
            }
        }

        if (_flow.Parts.Upset is { Goto: >= 0 and var person })
        {
            _quiet.Add(new QuietWay(From: null, Entry(person), "Upset customer"));
        }
    }

    private void AddWays(FlowStep step)
    {
        List<(Arrival Arrival, string? Label)> ways = [.. StepWays.Of(step).Select(way => (Arrive(step, way.Target), way.Label))];
        bool single = step is not EachStep && ways.Select(way => way.Arrival).Distinct().Count() <= 1;
        foreach (IGrouping<Arrival, string?> way in ways.GroupBy(way => way.Arrival, way => way.Label))
        {
            IEnumerable<string> reasons = way.Where(label => !string.IsNullOrEmpty(label)).Distinct(StringComparer.Ordinal)!;
            _edges.Add(new DiagramEdge(IdOf(step), way.Key.Node, way.Key.Kind, single ? [] : _labels.OfEdge(reasons)));
        }

        if (step.When is not null && step is not EachStep)
        {
            Arrival past = Arrive(step, step.Sibling);
            if (!ways.Exists(way => way.Arrival.Node == past.Node))
            {
                _edges.Add(new DiagramEdge(IdOf(step), past.Node, past.Kind, ["skipped"]));
            }
        }
    }

    private Arrival Arrive(FlowStep from, int target)
    {
        switch (target)
        {
            case Target.NextItem:
                return NextItemOf(LoopOf(from));
            case Target.Break:
                EachStep loop = LoopOf(from);
                return loop.Routes is [{ Guard: null }] ? Arrive(loop, loop.Routes[0].Target) : NextItemOf(loop);
            case Target.Fail:
                EachStep failed = LoopOf(from);
                return failed.OnFailure switch
                {
                    ItemFailurePolicy.NextItem => NextItemOf(failed),
                    ItemFailurePolicy.Stop => Arrive(from, Target.Break),
                    _ => Arrive(failed, failed.FallbackTarget),
                };
            case Target.Return:
                return new Arrival(BackFrom(from.Stage.Interrupt!), DiagramEdgeKind.Onward);
            default:
                return new Arrival(Entry(target), target <= from.Index ? DiagramEdgeKind.Back : DiagramEdgeKind.Onward);
        }
    }

    private Arrival NextItemOf(EachStep loop) => new(IdOf(loop), DiagramEdgeKind.Onward);

    private EachStep LoopOf(FlowStep step) => (EachStep)_flow.Nodes[step.Place.Loop!.Index];

    /// <summary>The node at which one arrives who goes to a step: of a loop that is its condition, else its body.</summary>
    private string Entry(int index) => _flow.Nodes[index] is EachStep each
        ? each.When is null ? Entry(each.Body) : ConditionOf(each)
        : IdOf(_flow.Nodes[index]);

    private static DiagramNodeKind KindOf(FlowStep step) => step switch
    {
        SayStep => DiagramNodeKind.Say,
        AskStep => DiagramNodeKind.Ask,
        SetStep => DiagramNodeKind.Set,
        BranchStep => DiagramNodeKind.Branch,
        DecideStep decide => TableWays.Routes(decide) ? DiagramNodeKind.Branch : DiagramNodeKind.Set,
        RunStep or CallStep => DiagramNodeKind.Run,
        TicketStep or HandoffStep => DiagramNodeKind.Ticket,
        EndStep { Outcome: not SessionOutcome.Escalated, Stage.Interrupt: not null } => DiagramNodeKind.Say,
        EndStep { Outcome: SessionOutcome.Resolved } => DiagramNodeKind.Resolved,
        EndStep { Outcome: SessionOutcome.Escalated } => DiagramNodeKind.Escalated,
        EndStep => DiagramNodeKind.Unresolved,
        _ => throw new InvalidOperationException($"Steps of type '{step.Type}' cannot be drawn."),
    };

    // Ids of steps are kebab-case, so that another sign for the hyphen keeps them different; the word before it keeps them from being words of the language.
    private static string Name(string kind, string id) => $"{kind}_{id.Replace('-', '_')}";

    private static string IdOf(FlowStep step) => Name(step.Type, step.Id);

    private static string BackFrom(string interrupt) => Name("back", interrupt);

    private static string ConditionOf(EachStep each) => Name("if", each.Id);

    /// <summary>Where a way arrives, and how it is drawn.</summary>
    private readonly record struct Arrival(string Node, DiagramEdgeKind Kind);
}
