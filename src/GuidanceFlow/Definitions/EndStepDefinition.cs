using GuidanceFlow.Sessions;

namespace GuidanceFlow.Definitions;

/// <summary>Ends the session.</summary>
public sealed record EndStepDefinition : StepDefinition
{
    /// <inheritdoc/>
    public override string Type => "end";

    /// <summary>How the session ends.</summary>
    public required SessionOutcome Outcome { get; init; }

    /// <summary>The last words: a template. Null for none.</summary>
    public string? Text { get; init; }

    /// <summary>What is shown beside the text, in order.</summary>
    public EquatableArray<BlockDefinition> Show { get; init; }

    /// <summary>The session that comes later; null for none.</summary>
    public FollowUpDefinition? FollowUp { get; init; }
}
