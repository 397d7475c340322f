using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Prompts;

namespace GuidanceFlow.Compilation;

/// <summary>Where a step stands: its number, its stage, its loop and its place in the source.</summary>
internal sealed class StepPlace(int index, StepDefinition definition, FlowStage stage, StepPlace? loop, SourcePath path)
{
    public int Index { get; } = index;

    public StepDefinition Definition { get; } = definition;

    public FlowStage Stage { get; } = stage;

    /// <summary>The innermost loop around the step; null outside loops.</summary>
    public StepPlace? Loop { get; } = loop;

    public SourcePath Path { get; } = path;

    /// <summary>What people call the step; the id when the author gave no title.</summary>
    public Localized<string> Titles { get; set; } = new(definition.Title ?? definition.Id);

    /// <summary>The step behind this one in the same list; <see cref="Target.NextItem"/> at the end of a body, <see cref="Target.Return"/> at the end of an interrupt's steps, <see cref="Target.None"/> at the end of the flow.</summary>
    public int Sibling { get; set; } = Target.None;

    /// <summary>Whether this step is, or stands inside, the given loop's body.</summary>
    public bool IsInside(StepPlace loop)
    {
        for (StepPlace? around = Loop; around is not null; around = around.Loop)
        {
            if (around == loop)
            {
                return true;
            }
        }

        return false;
    }
}
