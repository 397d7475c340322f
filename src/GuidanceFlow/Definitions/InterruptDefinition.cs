namespace GuidanceFlow.Definitions;

/// <summary>A digression: what customers may say to any question instead of an answer, and the flow or the steps that deal with it. Then the question is asked again.</summary>
public sealed record InterruptDefinition
{
    /// <summary>The id, unique among the flow's interrupts.</summary>
    public required string Id { get; init; }

    /// <summary>A remark for authors.</summary>
    public string? Note { get; init; }

    /// <summary>What customers say, such as <c>is the service down</c>; no templates. At least one.</summary>
    public EquatableArray<string> Phrases { get; init; }

    /// <summary>The id of the flow that is run; null where <see cref="Steps"/> deal with it.</summary>
    public string? Run { get; init; }

    /// <summary>What the flow is given: its inputs and the expressions whose values they get.</summary>
    public EquatableArray<AssignmentDefinition> With { get; init; }

    /// <summary>What is kept of what the flow gives back.</summary>
    public EquatableArray<ReturnDefinition> Save { get; init; }

    /// <summary>The steps that deal with it, in order, where no flow is run. They see and save this flow's data.</summary>
    public EquatableArray<StepDefinition> Steps { get; init; }
}
