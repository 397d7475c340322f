using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Migration;

/// <summary>Takes the states of one session over: the one it is in, and those it was in when its questions were asked. What they share stays shared.</summary>
internal sealed class SessionMapping(Flow from, Flow to, IReadOnlyDictionary<string, FlowMapping?> flows)
{
    private readonly Dictionary<CallFrame, CallFrame?> _frames = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<EachFrame, EachFrame?> _loops = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Value[], Value[]?> _data = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<StepAnswer[], StepAnswer[]> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<StepAnswer[], StepAnswer[]> _chosen = new(ReferenceEqualityComparer.Instance);

    /// <summary>Why the latest state could not be taken over.</summary>
    public string Why { get; private set; } = string.Empty;

    /// <summary>What was left behind, in words.</summary>
    public List<string> Left { get; } = [];

    /// <summary>The mapping of a flow; null where it has none, and <see cref="Why"/> says so.</summary>
    public FlowMapping? Of(string flow)
    {
        if (flows.TryGetValue(flow, out FlowMapping? mapping) && mapping is not null)
        {
            return mapping;
        }

        Why = flows.ContainsKey(flow)
            ? $"the flow '{flow}' that is run is another one now, and has no 'migrate' from its version"
            : $"the flow '{flow}' is not run any more";
        return null;
    }

    /// <summary>A state at a question, taken over; null where it cannot be. What the question offered and heard is for <see cref="QuestionMapping"/>.</summary>
    public SessionState? Map(SessionState state)
    {
        if (!TryMap(state.Caller, out CallFrame? caller)
            || Of(state.Caller?.Running ?? from.Id) is not { } mapping
            || !TryMap(mapping, state.Loop, out EachFrame? loop)
            || PlaceOf(mapping, state.Step, loop, caller) is not (>= 0 and int step)
            || DataOf(mapping, state.Data) is not { } data
            || !HasAll(mapping.To, step, data))
        {
            return null;
        }

        return state with
        {
            Step = step,
            Locale = to.ResolveLocale(state.Locale),
            Data = data,
            Answers = AnswersOf(mapping, state.Answers),
            Loop = loop,
            Caller = caller,
            Known = KnownOf(mapping, state.Known),
            Chosen = ChosenOf(mapping, state.Chosen),
            Fallback = FallbackOf(mapping, state.Fallback),
        };
    }

    /// <summary>Data taken over; null where they cannot be.</summary>
    public Value[]? DataOf(FlowMapping mapping, Value[] data)
    {
        if (!_data.TryGetValue(data, out Value[]? mapped))
        {
            mapped = mapping.DataFor(data, out string why);
            _data.Add(data, mapped);
            Why = mapped is null ? why : Why;
        }

        return mapped;
    }

    /// <summary>The answers that still are answers to a question; those of two questions that became one are its latest.</summary>
    public AnswerList AnswersOf(FlowMapping mapping, AnswerList answers)
    {
        StepAnswer[] mapped = Keep(mapping, answers.AsSpan());
        return mapped.AsSpan().SequenceEqual(answers.AsSpan()) ? answers : AnswerList.Adopt(mapped);
    }

    /// <summary>A fallback with the ids that its places have now; those that are gone keep theirs, for whoever reads the ticket.</summary>
    public FallbackInfo? FallbackOf(FlowMapping mapping, FallbackInfo? fallback)
    {
        if (fallback?.Step is not { } id)
        {
            return fallback;
        }

        FlowMapping? owner = mapping.From.FindStep(id) is not null ? mapping : flows.Values.FirstOrDefault(other => other?.From.FindStep(id) is not null);
        return owner?.StepFor(owner.From.FindStep(id)!.Index) is >= 0 and int step
            ? fallback with { Step = owner.To.Nodes[step].Id, Stage = owner.To.Nodes[step].Stage.Id }
            : fallback;
    }

    private int PlaceOf(FlowMapping mapping, int step, EachFrame? loop, CallFrame? caller)
    {
        int place = mapping.StepFor(step);
        string id = mapping.From.Nodes[step].Id;
        if (place < 0 || mapping.To.Nodes[place].Place.Definition.GetType() != mapping.From.Nodes[step].Place.Definition.GetType())
        {
            Why = $"nothing takes the place of '{id}'";
            return Target.None;
        }

        if (!new SnapshotContent(mapping.To, SnapshotCallers.InterruptOf(to, caller)).LoopsFit(place, loop))
        {
            Why = $"'{mapping.To.Nodes[place].Id}' stands in other loops than '{id}'";
            return Target.None;
        }

        return place;
    }

    /// <summary>Whether there is all that is certainly collected on the ways to a step: what follows is not made to do without.</summary>
    private bool HasAll(Flow flow, int step, Value[] data)
    {
        if (flow.Parts.Collected[step] is not { } collected)
        {
            return true;
        }

        for (int slot = flow.Parts.InputCount; slot < data.Length; slot++)
        {
            if (data[slot].IsNull && !flow.Parts.Variables[slot].Optional && collected.Contains(slot))
            {
                Why = $"'{flow.Parts.Variables[slot].Name}' is collected on every way to '{flow.Nodes[step].Id}', and the session does not have it";
                return false;
            }
        }

        return true;
    }

    private bool TryMap(CallFrame? frame, out CallFrame? mapped)
    {
        mapped = null;
        if (frame is null)
        {
            return true;
        }

        if (!_frames.TryGetValue(frame, out mapped))
        {
            mapped = Map(frame);
            _frames.Add(frame, mapped);
        }

        return mapped is not null;
    }

    private CallFrame? Map(CallFrame frame)
    {
        if (!TryMap(frame.Outer, out CallFrame? outer)
            || Of(frame.Flow) is not { } mapping
            || !TryMap(mapping, frame.Loop, out EachFrame? loop)
            || PlaceOf(mapping, frame.Step, loop, outer) is not (>= 0 and int step)
            || DataOf(mapping, frame.Data) is not { } data
            || !HasAll(mapping.To, step, data))
        {
            return null;
        }

        Interruption? interruption = frame.Interruption;
        if (interruption is not null)
        {
            var question = new QuestionMapping((AskStep)mapping.To.Nodes[step], interruption.Unrecognised, interruption.Offered, interruption.Confirming);
            if (!IsThere(interruption, frame.Running) || question.LacksItems || !Takes(mapping.To, (AskStep)mapping.To.Nodes[step], interruption.Signal))
            {
                Why = $"the interrupt '{interruption.Id}' or the question it came at is another one now";
                return null;
            }

            interruption = interruption with { Unrecognised = question.Unrecognised, Offered = question.Offered, Confirming = question.Confirming };
        }
        else if (mapping.To.Nodes[step] is not RunStep run || run.Run.Flow != frame.Running)
        {
            Why = $"'{mapping.To.Nodes[step].Id}' does not run the flow '{frame.Running}'";
            return null;
        }

        return frame with
        {
            Step = step,
            Interruption = interruption,
            Data = data,
            Answers = AnswersOf(mapping, frame.Answers),
            Loop = loop,
            Known = KnownOf(mapping, frame.Known),
            Chosen = ChosenOf(mapping, frame.Chosen),
            Fallback = FallbackOf(mapping, frame.Fallback),
            Outer = outer,
        };
    }

    /// <summary>Whether a step takes what came with a signal while it was interrupted.</summary>
    private static bool Takes(Flow flow, AskStep ask, Value? signal) =>
        signal is not { IsNull: false } value || ask.Wait is not { SignalSlot: >= 0 and int slot } || DataTypes.TryFit(value, flow.Parts.Variables[slot].Type, string.Empty, out _, out _);

    private bool IsThere(Interruption interruption, string running) =>
        to.FindFlow(interruption.Owner) is { } owner && Array.Exists(owner.Parts.Interrupts, known => known.Id == interruption.Id && known.RunningIn(interruption.Owner) == running);

    private bool TryMap(FlowMapping mapping, EachFrame? frame, out EachFrame? mapped)
    {
        mapped = null;
        if (frame is null)
        {
            return true;
        }

        if (!_loops.TryGetValue(frame, out mapped))
        {
            mapped = Map(mapping, frame);
            _loops.Add(frame, mapped);
        }

        return mapped is not null;
    }

    private EachFrame? Map(FlowMapping mapping, EachFrame frame)
    {
        if (!TryMap(mapping, frame.Outer, out EachFrame? outer))
        {
            return null;
        }

        int step = mapping.StepFor(frame.Step);
        if (step < 0 || mapping.To.Nodes[step] is not EachStep each)
        {
            Why = $"nothing takes the place of the loop '{mapping.From.Nodes[frame.Step].Id}'";
            return null;
        }

        StaticType item = each.In.Type.Item ?? StaticType.Any;
        if (!Array.TrueForAll(frame.Items, value => StoredItems.Fits(value, item)))
        {
            Why = $"the items of the loop '{each.Id}' are of another kind now";
            return null;
        }

        return step == frame.Step && ReferenceEquals(outer, frame.Outer) ? frame : new EachFrame(step, frame.Items, frame.Index, frame.Failed, outer);
    }

    private StepAnswer[] KnownOf(FlowMapping mapping, StepAnswer[] known)
    {
        if (known.Length == 0)
        {
            return known;
        }

        if (!_known.TryGetValue(known, out StepAnswer[]? mapped))
        {
            mapped = [.. Keep(mapping, known).OrderBy(answer => answer.Step)];
            _known.Add(known, mapped);
        }

        return mapped;
    }

    private StepAnswer[] ChosenOf(FlowMapping mapping, StepAnswer[] chosen)
    {
        if (chosen.Length == 0)
        {
            return chosen;
        }

        if (!_chosen.TryGetValue(chosen, out StepAnswer[]? mapped))
        {
            mapped = [.. chosen
                .Select(items => new StepAnswer(mapping.StepFor(items.Step), items.Value))
                .Where(items => items.Step >= 0 && SnapshotOptions.ListedOf(mapping.To, items.Step) is { } listed && QuestionMapping.AreOf(listed, items.Value))
                .DistinctBy(items => items.Step)];
            _chosen.Add(chosen, mapped);
        }

        return mapped;
    }

    private StepAnswer[] Keep(FlowMapping mapping, ReadOnlySpan<StepAnswer> answers)
    {
        var kept = new List<StepAnswer>(answers.Length);
        foreach (StepAnswer answer in answers)
        {
            int step = mapping.StepFor(answer.Step);
            if (step >= 0 && mapping.To.Nodes[step] is AskStep ask && OptionOffer.Accept(ask.Answer, answer.Value, AnswerMatch.Exact).Kind == AnswerMatchKind.Matched)
            {
                kept.RemoveAll(earlier => earlier.Step == step);
                kept.Add(new StepAnswer(step, answer.Value));
            }
            else if (!Left.Contains(mapping.From.Nodes[answer.Step].Id, StringComparer.Ordinal))
            {
                Left.Add(mapping.From.Nodes[answer.Step].Id);
            }
        }

        return [.. kept];
    }
}
