using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>Numbers steps, stages and data, and links every step with the one that follows it.</summary>
internal static class Outline
{
    public static void Build(CompilationContext context)
    {
        FlowDefinition definition = context.Definition;
        foreach (DataDefinition variable in definition.Inputs.Concat(definition.Data))
        {
            context.Slots.TryAdd(variable.Name, context.Variables.Count);
            context.Variables.Add(variable);
        }

        int steps = 0;
        foreach (StageDefinition stage in definition.Stages)
        {
            steps += stage.Steps.Count;
        }

        context.Places.EnsureCapacity(steps);
        context.PlacesById.EnsureCapacity(steps);
        // A text, and often a guard or two.
        context.Uses.EnsureCapacity(3 * steps);
        int count = definition.Stages.Count(stage => stage.Counted);
        int number = 0;
        StepPlace? last = null;
        for (int i = 0; i < definition.Stages.Count; i++)
        {
            StageDefinition stage = definition.Stages[i];
            var compiled = new FlowStage(stage.Id, stage.Title ?? stage.Id, stage.Counted ? ++number : 0, count)
            {
                Titles = context.InAll(SourcePath.Root.Member("stages").Item(i).Member("title"), stage.Title ?? stage.Id),
            };
            context.Stages.Add(compiled);
            context.StageFallbacks[compiled] = stage.Fallback;
            context.StageRetries[compiled] = (stage.Retry, SourcePath.Root.Member("stages").Item(i));
            context.StageSilences[compiled] = (stage.Silence, SourcePath.Root.Member("stages").Item(i));
            last = Add(context, stage.Steps, compiled, loop: null, SourcePath.Root.Member("stages").Item(i).Kept(), last);
        }

        foreach (InterruptDefinition interrupt in definition.Interrupts)
        {
            AddInterrupt(context, interrupt);
        }
    }

    /// <summary>Adds the steps of an interrupt, which stand behind those of the stages and apart from them.</summary>
    private static void AddInterrupt(CompilationContext context, InterruptDefinition interrupt)
    {
        SourcePath path = SourcePath.Root.Member("interrupts").Member(interrupt.Id).Kept();
        var apart = new FlowStage(interrupt.Id, context.Definition.Title ?? context.Definition.Id, Number: 0, Count: 0)
        {
            Interrupt = interrupt.Id,
            Titles = context.InAll(SourcePath.Root.Member("title"), context.Definition.Title ?? context.Definition.Id),
        };
        context.StageFallbacks[apart] = null;
        context.StageRetries[apart] = (null, path);
        context.StageSilences[apart] = (null, path);
        int first = context.Places.Count;
        if (Add(context, interrupt.Steps, apart, loop: null, path, previous: null) is { } last)
        {
            last.Sibling = Target.Return;
            context.InterruptSteps.TryAdd(interrupt.Id, first);
        }
    }

    /// <summary>Adds the steps of a list and gives back its last one.</summary>
    private static StepPlace? Add(CompilationContext context, EquatableArray<StepDefinition> steps, FlowStage stage, StepPlace? loop, SourcePath parent, StepPlace? previous)
    {
        SourcePath list = parent.Member("steps").Kept();
        for (int i = 0; i < steps.Count; i++)
        {
            var place = new StepPlace(context.Places.Count, steps[i], stage, loop, list.Item(i).Kept());
            if (steps[i].Title is { } title)
            {
                place.Titles = context.InAll(place.Path.Member("title"), title);
            }

            context.Places.Add(place);
            context.PlacesById.TryAdd(steps[i].Id, place);
            if (previous is not null)
            {
                previous.Sibling = place.Index;
            }

            previous = place;
            if (steps[i] is EachStepDefinition each && Add(context, each.Steps, stage, place, place.Path, previous: null) is { } end)
            {
                end.Sibling = Target.NextItem;
            }
        }

        return previous;
    }
}
