using System.Diagnostics.CodeAnalysis;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Compilation;

/// <summary>The flows that are compiled together, which may run one another.</summary>
internal sealed class KnownFlows
{
    private readonly Dictionary<string, FlowDefinition?> _flows = new(StringComparer.Ordinal);

    public IEnumerable<string> Ids => _flows.Keys;

    /// <summary>What may be meant by an id that no flow has: the files beside those that are known, in their order.</summary>
    public Func<IEnumerable<string>> Beside { get; init; } = static () => [];

    /// <summary>Adds a flow; the first one of an id counts.</summary>
    public void Add(FlowDefinition flow)
    {
        if (!_flows.TryGetValue(flow.Id, out FlowDefinition? known) || known is null)
        {
            _flows[flow.Id] = flow;
        }
    }

    /// <summary>Adds a flow that could not be read, which was reported.</summary>
    public void AddUnreadable(string id) => _flows.TryAdd(id, null);

    public bool Knows(string id) => _flows.ContainsKey(id);

    public bool IsUnreadable(string id) => _flows.TryGetValue(id, out FlowDefinition? flow) && flow is null;

    public bool TryFind(string id, [NotNullWhen(true)] out FlowDefinition? flow) => _flows.TryGetValue(id, out flow) && flow is not null;

    /// <summary>Whether a flow asks anything, itself or in a flow it runs; one that is not known may.</summary>
    public bool Waits(FlowDefinition flow) => Waits(flow, []);

    private bool Waits(FlowDefinition flow, HashSet<string> seen) => seen.Add(flow.Id)
        && StagesOf(flow).Any(step => step is AnsweredStepDefinition or HandoffStepDefinition || (step is RunStepDefinition run && (!TryFind(run.Flow, out FlowDefinition? other) || Waits(other, seen))));

    /// <summary>Whether a flow comes back to another one by running flows, itself or by way of others.</summary>
    public bool LeadsTo(FlowDefinition flow, string id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { flow.Id };
        var open = new Queue<FlowDefinition>([flow]);
        while (open.TryDequeue(out FlowDefinition? next))
        {
            foreach (string run in StagesOf(next).OfType<RunStepDefinition>().Select(run => run.Flow))
            {
                if (run == id)
                {
                    return true;
                }

                if (seen.Add(run) && TryFind(run, out FlowDefinition? other))
                {
                    open.Enqueue(other);
                }
            }
        }

        return false;
    }

    /// <summary>Whether a flow's datum holds the answer to a sensitive question: of that flow, or of one it runs.</summary>
    public bool IsSecret(FlowDefinition flow, string datum) => IsSecret(flow, datum, []);

    private bool IsSecret(FlowDefinition flow, string datum, HashSet<(string, string)> seen) => seen.Add((flow.Id, datum)) && (
        StepsOf(flow).OfType<AskStepDefinition>().Any(ask => ask.Sensitive && ask.Save == datum)
        || StepsOf(flow).OfType<RunStepDefinition>().Select(run => (run.Flow, run.Save)).Concat(flow.Interrupts.Where(interrupt => interrupt.Run is not null).Select(interrupt => (Flow: interrupt.Run!, interrupt.Save)))
            .Any(run => TryFind(run.Flow, out FlowDefinition? other) && run.Save.Any(kept => kept.Name == datum && IsSecret(other, kept.Return, seen))));

    /// <summary>The steps that a flow goes through by itself. Those of interrupts come up at questions only.</summary>
    private static IEnumerable<StepDefinition> StagesOf(FlowDefinition flow) => flow.Stages.SelectMany(stage => StepsOf(stage.Steps));

    private static IEnumerable<StepDefinition> StepsOf(FlowDefinition flow) =>
        flow.Stages.Select(stage => stage.Steps).Concat(flow.Interrupts.Select(interrupt => interrupt.Steps)).SelectMany(StepsOf);

    private static IEnumerable<StepDefinition> StepsOf(EquatableArray<StepDefinition> steps)
    {
        foreach (StepDefinition step in steps)
        {
            yield return step;
            if (step is EachStepDefinition each)
            {
                foreach (StepDefinition inner in StepsOf(each.Steps))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>The ids of the flows that a flow runs itself, in the order of the file, each once.</summary>
    public static IEnumerable<string> RunBy(FlowDefinition flow) =>
        flow.Interrupts.Select(interrupt => interrupt.Run).OfType<string>().Concat(StepsOf(flow).OfType<RunStepDefinition>().Select(run => run.Flow)).Distinct(StringComparer.Ordinal);
}
