using GuidanceFlow.Tickets;

namespace GuidanceFlow.Definitions;

/// <summary>Gives the session to a person, with everything that is known. Until they end it or give it back, what the customer says goes to them.</summary>
public sealed record HandoffStepDefinition : StepDefinition
{
    /// <inheritdoc/>
    public override string Type => "handoff";

    /// <summary>The queue of people it goes to.</summary>
    public required string Queue { get; init; }

    /// <summary>How urgent it is.</summary>
    /// <value>The default is <see cref="TicketPriority.Normal"/>.</value>
    public TicketPriority Priority { get; init; } = TicketPriority.Normal;

    /// <summary>Within what time the customer is promised that somebody is there; null for no promise.</summary>
    public TimeSpan? RespondWithin { get; init; }

    /// <summary>What the customer hears: what happens next, and when. A template.</summary>
    public required string Text { get; init; }

    /// <summary>What is shown beside the text, in order.</summary>
    public EquatableArray<BlockDefinition> Show { get; init; }

    /// <summary>What the person reads first, in two lines: a template.</summary>
    public required string Situation { get; init; }

    /// <summary>Names of data that travel with it.</summary>
    public EquatableArray<string> Evidence { get; init; }

    /// <summary>Where it goes on when the person gives the session back without saying where, in order, the first true guard wins; at least one. It has no <see cref="StepDefinition.Next"/>.</summary>
    public EquatableArray<RouteDefinition> OnReturn { get; init; }

    /// <summary>When nobody takes it, and what then; null for waiting for ever.</summary>
    public TimeoutDefinition? Timeout { get; init; }

    /// <summary>What the customer is told until the person writes, with <see cref="SilenceDefinition.RemindAfter"/> and <see cref="SilenceDefinition.Texts"/>; null for nothing. Giving up is what <see cref="Timeout"/> is for.</summary>
    public SilenceDefinition? Silence { get; init; }

    /// <summary>Overrides the stage's and the flow's fallback.</summary>
    public FallbackDefinition? Fallback { get; init; }
}
