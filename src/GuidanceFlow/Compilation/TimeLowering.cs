using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Prompts;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Compilation;

/// <summary>Compiles what has to do with time and with signals from outside, and checks it.</summary>
internal sealed class TimeLowering(CompilationContext context, TargetResolver targets, Scopes scopes, TemplateBinder[] binders, AssignmentLowering assignments)
{
    private static readonly SourcePath Signals = SourcePath.Root.Member("signals");

    /// <summary>What is written at the flow and its stages, once.</summary>
    public void CheckShared()
    {
        FlowDefinition flow = context.Definition;
        targets.ResolveOutside(flow.Silence?.Goto, SourcePath.Root.Member("silence").Member("goto"), "Silence leads to");
        for (int i = 0; i < flow.Stages.Count; i++)
        {
            targets.ResolveOutside(flow.Stages[i].Silence?.Goto, SourcePath.Root.Member("stages").Item(i).Member("silence").Member("goto"), "Silence leads to");
        }

        for (int i = 0; i < flow.StartsOn.Count; i++)
        {
            CheckStart(flow.StartsOn[i], SourcePath.Root.Member("starts_on").Item(i));
        }
    }

    /// <summary>What the flow says when a session is over that nobody goes on with; null for nothing.</summary>
    public Localized<Template?> LowerExpiry()
    {
        if (context.Definition.Expiry?.Text is not { } text)
        {
            return new Localized<Template?>(null);
        }

        SourcePath path = SourcePath.Root.Member("expiry").Member("text");
        return InAll(binder =>
        {
            Template template = binder.Template(text, scopes.Flow, path, step: -1, UsePhase.Entry);
            AnywhereReads.Check(context, template.Reads, path, "when a session expires");
            return (Template?)template;
        });
    }

    /// <summary>What happens at silence: what the step says, else at a question its stage, else the flow; null for nothing.</summary>
    public CompiledSilence? LowerSilence(StepPlace place, AnsweredStepDefinition ask)
    {
        (SilenceDefinition? stage, SourcePath path) = ask is WaitStepDefinition ? (null, SourcePath.Root) : context.StageSilences[place.Stage];
        (SilenceDefinition? silence, SourcePath owner) = ask.Silence is { } own ? (own, place.Path) : stage is not null ? (stage, path) : (ask is WaitStepDefinition ? null : context.Definition.Silence, SourcePath.Root);
        return silence is null ? null : Lower(silence, owner.Member("silence").Member("texts").Kept(), place, isOwn: ReferenceEquals(silence, ask.Silence));
    }

    /// <summary>What a customer is told who waits for a person; null for nothing.</summary>
    public CompiledSilence? LowerReminders(StepPlace place, HandoffStepDefinition handoff) =>
        handoff.Silence is { } reminders ? Lower(reminders, place.Path.Member("silence").Member("texts").Kept(), place, isOwn: true) : null;

    private CompiledSilence Lower(SilenceDefinition silence, SourcePath texts, StepPlace place, bool isOwn) => new(
        silence.RemindAfter,
        InAll(binder => silence.Texts.Select((text, i) => binder.Template(text, scopes.Around(place), texts.Item(i), place.Index, UsePhase.Entry)).ToArray()),
        silence.GiveUpAfter,
        GotoOf(silence, place, isOwn),
        silence.Late == LatePolicy.Skip);

    /// <summary>What a step waits for.</summary>
    public CompiledWait LowerWait(StepPlace place, WaitStepDefinition wait)
    {
        int? timeout = wait.Timeout is { } given ? targets.Resolve(given.Goto, place, place.Path.Member("timeout")) : null;
        Expression? until = wait.Until is { } date
            ? binders[0].Expression(date, scopes.Around(place), place.Path.Member("until"), place.Index, UsePhase.Entry, StaticType.Date, "This date may be null. Add '?? …' with a date for that case.")
            : null;
        (DataDefinition? signal, int slot) = wait.Signal is { } waited ? LowerSignal(place, waited) : (null, -1);
        return new CompiledWait(wait.For ?? wait.Timeout?.After, until, wait.Signal?.Name, signal, slot, timeout, wait.Timeout is { Late: LatePolicy.Skip });
    }

    /// <summary>The session that comes later. Its flow may be compiled with this one, and is checked then; if it is not, the host finds it, or its inputs not to fit.</summary>
    public CompiledFollowUp? LowerFollowUp(StepPlace place, EndStepDefinition end)
    {
        if (end.FollowUp is not { } later)
        {
            return null;
        }

        SourcePath path = place.Path.Member("follow_up");
        FlowDefinition? flow = context.Flows?.TryFind(later.Flow, out FlowDefinition? known) == true ? known
            : later.Flow == context.Definition.Id ? context.Definition
            : context.AtHand.FirstOrDefault(other => other.Id == later.Flow);
        var with = new List<KeyValuePair<string, Expression>>();
        foreach (AssignmentDefinition assignment in later.With)
        {
            SourcePath at = path.Member("with").Member(assignment.Name);
            DataDefinition? input = flow?.Inputs.FirstOrDefault(input => input.Name == assignment.Name);
            if (flow is not null && input is null)
            {
                context.ReportName(DiagnosticCatalog.UnknownReference, at, $"The flow '{later.Flow}' has no input {Spelling.Quote(assignment.Name)}.{(flow.Inputs.IsEmpty ? " It takes none." : Hints.DidYouMean(context, assignment.Name, flow.Inputs.Select(datum => datum.Name)))}");
            }

            Expression value = input is null
                ? binders[0].Expression(assignment.Value, scopes.Around(place), at, place.Index, UsePhase.Entry)
                : assignments.Lower(0, assignment, input, scopes.Around(place), at, place.Index, UsePhase.Entry).Value;
            with.Add(KeyValuePair.Create(assignment.Name, value));
        }

        foreach (DataDefinition input in (flow?.Inputs ?? []).Where(input => !input.Optional && input.Default.IsNull && !later.With.Any(assignment => assignment.Name == input.Name)))
        {
            context.Report(DiagnosticCatalog.FlowMisfit, path.Member("flow"), $"The flow '{later.Flow}' needs the input '{input.Name}' ({input.Type.ToStaticType()}). Add it under 'with'.");
        }

        return new CompiledFollowUp(later.Flow, later.After, [.. with], later.Late == LatePolicy.Skip);
    }

    private (DataDefinition? Signal, int Slot) LowerSignal(StepPlace place, SignalWaitDefinition waited)
    {
        SourcePath path = place.Path.Member("signal");
        SourcePath name = waited.Save is null ? path : path.Member("name");
        if (FindSignal(waited.Name, name) is not { } signal || waited.Save is null || !AnswerLowering.TryFindDatum(context, waited.Save, path.Member("save"), out int slot))
        {
            return (null, -1);
        }

        StaticType datum = context.Variables[slot].Type.ToStaticType();
        StaticType value = signal.Type.ToStaticType();
        if (!datum.Accepts(value))
        {
            context.Report(DiagnosticCatalog.TypeMismatch, path.Member("save"), $"The datum '{waited.Save}' is {datum}, but the signal's value is {value}. Change the type of one of the two.");
        }
        else if (signal.Optional && !context.Variables[slot].Optional)
        {
            context.Report(DiagnosticCatalog.TypeMismatch, path.Member("save"), $"The signal '{signal.Name}' may come without a value, and the datum '{waited.Save}' is not optional. Add \"optional\": true to the datum, or take it from the signal.");
        }

        return (signal, slot);
    }

    private DataDefinition? FindSignal(string name, SourcePath path)
    {
        DataDefinition? signal = context.Definition.Signals.FirstOrDefault(signal => signal.Name == name);
        if (signal is null)
        {
            context.Report(DiagnosticCatalog.UnknownReference, path, $"There is no signal {Spelling.Quote(name)}. Declare it under 'signals'.{Hints.DidYouMean(context, name, context.Definition.Signals.Select(known => known.Name), "Or use")}");
        }

        return signal;
    }

    /// <summary>A signal that starts a session brings all the inputs that must be given.</summary>
    private void CheckStart(string name, SourcePath path)
    {
        if (FindSignal(name, path) is not { } signal)
        {
            return;
        }

        foreach (DataDefinition input in context.Definition.Inputs)
        {
            DataDefinition? field = signal.Type.Kind == DataKind.Object ? signal.Type.Fields.FirstOrDefault(field => field.Name == input.Name) : null;
            bool isNeeded = !input.Optional && input.Default.IsNull;
            if (isNeeded && (field is null || field.Optional || signal.Optional))
            {
                context.Report(DiagnosticCatalog.TypeMismatch, path, $"The signal '{name}' starts a session, but does not bring the input '{input.Name}' ({input.Type.ToStaticType()}) for certain. Add the field to the signal under 'signals', or a 'default' to the input.");
            }
            else if (field is not null && !input.Type.ToStaticType().Accepts(field.Type.ToStaticType()))
            {
                context.Report(DiagnosticCatalog.TypeMismatch, Signals.Member(name), $"The signal's field '{field.Name}' is {field.Type.ToStaticType()}, but the input of that name is {input.Type.ToStaticType()}. Change the type of one of the two.");
            }
        }
    }

    /// <summary>Where giving up leads; inside an interrupt what is inherited leaves it to the question.</summary>
    private int? GotoOf(SilenceDefinition silence, StepPlace place, bool isOwn)
    {
        if (silence.Goto is not { } target)
        {
            return null;
        }

        if (isOwn)
        {
            return targets.Resolve(target, place, place.Path.Member("silence"));
        }

        return place.Stage.Interrupt is null && context.PlacesById.TryGetValue(target, out StepPlace? step) && step.Loop is null && step.Stage.Interrupt is null ? step.Index : null;
    }

    private Localized<T> InAll<T>(Func<TemplateBinder, T> make)
    {
        T[] all = [.. binders.Select(make)];
        return new Localized<T>(all[0], all.Length == 1 ? null : all[1..]);
    }
}
