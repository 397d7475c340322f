using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation;

/// <summary>A compiled step. Immutable; what it does is known to the engine only, what it is called to everybody.</summary>
public abstract class FlowStep
{
    private protected FlowStep(StepPlace place)
    {
        Place = place;
    }

    /// <summary>The author's id.</summary>
    public string Id => Place.Definition.Id;

    /// <summary>The kind, as it stands in the file: <c>say</c>, <c>ask</c> …</summary>
    public string Type => Place.Definition.Type;

    /// <summary>What people call the step; the id when the author gave no title.</summary>
    public string Title => Place.Titles.Source;

    /// <summary>The stage it belongs to.</summary>
    public FlowStage Stage => Place.Stage;

    /// <summary>The id of the loop whose body it belongs to, the innermost one; null outside loops.</summary>
    public string? LoopId => Place.Loop?.Definition.Id;

    /// <summary>Whether the session waits here for the customer.</summary>
    public bool Waits => this is AskStep;

    /// <summary>Whether the step asks for a secret, so that a host does not show what goes in as its answer.</summary>
    public bool AsksForSecret => this is AskStep { IsSensitive: true };

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    internal StepPlace Place { get; }

    internal int Index => Place.Index;

    /// <summary>Null for a step that is never skipped.</summary>
    internal Expression? When { get; init; }

    /// <summary>In order; the first whose guard is true wins. Empty only for an end.</summary>
    internal FlowRoute[] Routes { get; init; } = [];

    /// <summary>What the engine does next when the step is skipped or a route says <c>@next</c>.</summary>
    internal int Sibling { get; init; } = Target.None;
}
