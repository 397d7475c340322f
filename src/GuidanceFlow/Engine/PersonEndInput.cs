using GuidanceFlow.Sessions;

namespace GuidanceFlow.Engine;

/// <summary>The person ends the session.</summary>
/// <param name="Outcome">How it ended.</param>
public sealed record PersonEndInput(SessionOutcome Outcome) : PersonInput
{
    /// <summary>The person's last words to the customer; null for none.</summary>
    public string? Text { get; init; }
}
