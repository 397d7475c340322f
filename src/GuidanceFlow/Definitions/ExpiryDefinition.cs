namespace GuidanceFlow.Definitions;

/// <summary>When a session is over that nobody goes on with: it ends as <see cref="Sessions.SessionOutcome.Abandoned"/>.</summary>
public sealed record ExpiryDefinition
{
    /// <summary>How long after the customer's latest message.</summary>
    public required TimeSpan After { get; init; }

    /// <summary>What is said then: a template; null for nothing.</summary>
    public string? Text { get; init; }

    /// <summary>What happens when nobody was there in time, as after an outage, during which the customer could not write.</summary>
    public LatePolicy Late { get; init; }
}
