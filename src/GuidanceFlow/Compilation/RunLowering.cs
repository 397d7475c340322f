using GuidanceFlow.Answers;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Prompts;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Compilation;

/// <summary>Compiles what runs other flows, and checks that these take what they are given, give what is kept, and speak the same languages.</summary>
internal sealed class RunLowering(CompilationContext context, AssignmentLowering assignments)
{
    /// <summary>Compiles a run.</summary>
    /// <param name="id">The other flow's id.</param>
    /// <param name="with">What it is given.</param>
    /// <param name="save">What is kept.</param>
    /// <param name="path">What runs it.</param>
    /// <param name="member">The member of that which names the other flow.</param>
    /// <param name="scope">The names that what is given may read.</param>
    /// <param name="step">The step; −1 for an interrupt.</param>
    public CompiledRun Lower(string id, EquatableArray<AssignmentDefinition> with, EquatableArray<ReturnDefinition> save, SourcePath path, string member, INameScope scope, int step)
    {
        FlowDefinition? flow = Find(id, path.Member(member));
        var given = new List<CompiledAssignment>();
        var kept = new List<CompiledReturn>();
        if (flow is null)
        {
            return new CompiledRun(id, [], Unchecked(save), Waits: true, LeavesFallback: false);
        }

        CheckLanguages(flow, path.Member(member));
        foreach (AssignmentDefinition assignment in with)
        {
            SourcePath at = path.Member("with").Member(assignment.Name);
            int input = IndexOf(flow.Inputs, assignment.Name);
            if (input < 0)
            {
                context.ReportName(DiagnosticCatalog.UnknownReference, at, $"The flow '{id}' has no input {Spelling.Quote(assignment.Name)}.{(flow.Inputs.IsEmpty ? " It takes none." : Hints.DidYouMean(context, assignment.Name, flow.Inputs.Select(datum => datum.Name)))}");
                continue;
            }

            CompiledAssignment value = assignments.Lower(input, assignment, flow.Inputs[input], scope, at, step, UsePhase.Entry);
            if (step < 0)
            {
                AnywhereReads.Check(context, value.Value.Reads, at, "when a customer interrupts");
            }

            given.Add(value);
        }

        foreach (DataDefinition input in flow.Inputs.Where(input => !input.Optional && input.Default.IsNull && !with.Any(assignment => assignment.Name == input.Name)))
        {
            context.Report(DiagnosticCatalog.FlowMisfit, path.Member(member), $"The flow '{id}' needs the input '{input.Name}' ({input.Type.ToStaticType()}). Add it under 'with'.");
        }

        foreach (ReturnDefinition entry in save)
        {
            Keep(flow, entry, path.Member("save").Member(entry.Name), kept);
        }

        bool waits = context.Flows!.Waits(flow);
        if (!waits && step >= 0 && context.Places[step].Stage.Interrupt is null && flow.Id != context.Definition.Id && context.Flows.LeadsTo(flow, context.Definition.Id))
        {
            context.Report(DiagnosticCatalog.BusyCycle, path.Member(member), $"The flow '{id}' runs this one again without a question in between, and would never stop. Put an 'ask' into one of them or take the run out.");
        }

        return new CompiledRun(id, [.. given], [.. kept], waits, LeavesFallback: waits && flow.Fallback?.Goto is null);
    }

    /// <summary>Compiles the flow's interrupts.</summary>
    public CompiledInterrupt[] LowerInterrupts(INameScope scope, TranslatedTexts?[] languages)
    {
        SourcePath root = SourcePath.Root.Member("interrupts");
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var compiled = new List<CompiledInterrupt>();
        foreach (InterruptDefinition interrupt in context.Definition.Interrupts)
        {
            SourcePath path = root.Member(interrupt.Id);
            string[][] phrases = [.. languages.Select(texts => PhrasesIn(texts, interrupt, path.Member("phrases"), seen))];
            CompiledRun? run = interrupt.Run is { } flow ? Lower(flow, interrupt.With, interrupt.Save, path, "run", scope, step: -1) : null;
            compiled.Add(new CompiledInterrupt(interrupt.Id, new Localized<string[]>(phrases[0], phrases.Length == 1 ? null : phrases[1..]), run, context.InterruptSteps.GetValueOrDefault(interrupt.Id)));
        }

        return [.. compiled];
    }

    private string[] PhrasesIn(TranslatedTexts? texts, InterruptDefinition interrupt, SourcePath list, Dictionary<string, string> seen)
    {
        TranslatedText? translated = null;
        EquatableArray<string> phrases = texts?.TryFind(list, out translated) == true ? translated.Texts : interrupt.Phrases;
        for (int i = 0; i < phrases.Count; i++)
        {
            string normal = AnswerText.Normalize(phrases[i]);
            SourcePath path = translated?.Path ?? list.Item(i);
            if (normal.Length == 0)
            {
                context.Report(DiagnosticCatalog.InvalidValue, path, $"{Spelling.Quote(phrases[i])} holds no letter or digit, so that nobody can say it. Write words.");
            }
            else if (!seen.TryAdd(normal, interrupt.Id) && seen[normal] != interrupt.Id)
            {
                context.Report(DiagnosticCatalog.AmbiguousOptions, path, $"{Spelling.Quote(phrases[i])} would mean both '{seen[normal]}' and '{interrupt.Id}'. Take it out of one of the two.");
            }
        }

        return [.. phrases.Select(AnswerText.Normalize).Where(phrase => phrase.Length > 0)];
    }

    /// <summary>What is kept of a flow that cannot be looked at: its data count as collected, as they are once that flow is in order.</summary>
    private CompiledReturn[] Unchecked(EquatableArray<ReturnDefinition> save) =>
        [.. save.Where(entry => context.Slots.TryGetValue(entry.Name, out int slot) && slot >= context.InputCount)
            .Select(entry => new CompiledReturn(context.Slots[entry.Name], Return: -1, entry.Name, context.Variables[context.Slots[entry.Name]].Type, IsSecret: false))];

    private FlowDefinition? Find(string id, SourcePath path)
    {
        if (context.Flows is not { } flows)
        {
            return null;
        }

        if (flows.TryFind(id, out FlowDefinition? flow))
        {
            return flow;
        }

        if (!flows.IsUnreadable(id))
        {
            context.Report(DiagnosticCatalog.UnknownReference, path, $"There is no flow {Spelling.Quote(id)}. Put its file '{id}.json' beside this one, or give its source with this one's.{Hints.DidYouMean(context, id, flows.Ids.Concat(flows.Beside()).Distinct(StringComparer.Ordinal).Where(other => other != context.Definition.Id), "Or use")}");
        }

        return null;
    }

    /// <summary>A customer who is spoken to in one language must not hear another in between.</summary>
    private void CheckLanguages(FlowDefinition flow, SourcePath path)
    {
        string[] missing = [.. context.Definition.Locales.Where(locale => !flow.Locales.Contains(locale))];
        if (missing.Length > 0)
        {
            context.Report(DiagnosticCatalog.FlowMisfit, path, $"The flow '{flow.Id}' does not speak {string.Join(", ", missing.Select(Spelling.Quote))}, which this flow does. Add it to the 'locales' there.");
        }
    }

    private void Keep(FlowDefinition flow, ReturnDefinition entry, SourcePath path, List<CompiledReturn> kept)
    {
        if (!AnswerLowering.TryFindDatum(context, entry.Name, path, out int slot))
        {
            return;
        }

        if (!flow.Returns.Contains(entry.Return))
        {
            context.Report(DiagnosticCatalog.UnknownReference, path, $"The flow '{flow.Id}' does not give back {Spelling.Quote(entry.Return)}.{(flow.Returns.IsEmpty ? " It gives nothing back; name data under its 'returns'." : Hints.DidYouMean(context, entry.Return, flow.Returns))}");
            return;
        }

        int datum = IndexOf(flow.Data, entry.Return);
        if (datum < 0)
        {
            // Reported in the other flow.
            return;
        }

        DataDefinition from = flow.Data[datum];
        DataDefinition to = context.Variables[slot];
        StaticType given = from.Type.ToStaticType();
        if (from.Optional && !to.Optional)
        {
            context.Report(DiagnosticCatalog.TypeMismatch, path, $"'{entry.Name}' is never null, but '{entry.Return}' of '{flow.Id}' may be. Declare the datum optional.");
        }
        else if (DataTypes.FindMisfit(to.Type, given, entry.Name) is { } misfit)
        {
            context.Report(DiagnosticCatalog.TypeMismatch, path, $"What '{flow.Id}' gives back does not fit: {misfit}. Change one of the two types.");
        }
        else
        {
            kept.Add(new CompiledReturn(slot, flow.Inputs.Count + datum, entry.Name, to.Type, context.Flows!.IsSecret(flow, entry.Return)));
        }
    }

    private static int IndexOf(EquatableArray<DataDefinition> variables, string name)
    {
        for (int i = 0; i < variables.Count; i++)
        {
            if (string.Equals(variables[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
