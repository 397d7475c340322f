namespace GuidanceFlow.Sessions;

/// <summary>The words flows, snapshots and the protocol use for a <see cref="SessionOutcome"/>.</summary>
public static class SessionOutcomeNames
{
    /// <summary>The word: <c>resolved</c>, <c>unresolved</c>, <c>escalated</c> or <c>abandoned</c>.</summary>
    public static string Of(SessionOutcome outcome) => outcome switch
    {
        SessionOutcome.Resolved => "resolved",
        SessionOutcome.Unresolved => "unresolved",
        SessionOutcome.Escalated => "escalated",
        _ => "abandoned",
    };

    /// <summary>The outcome a word stands for; null for another word.</summary>
    public static SessionOutcome? Parse(string? word) => word switch
    {
        "resolved" => SessionOutcome.Resolved,
        "unresolved" => SessionOutcome.Unresolved,
        "escalated" => SessionOutcome.Escalated,
        "abandoned" => SessionOutcome.Abandoned,
        _ => null,
    };
}
