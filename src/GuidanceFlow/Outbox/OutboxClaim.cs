namespace GuidanceFlow.Outbox;

/// <summary>Who asks a store for an effect to carry out.</summary>
/// <param name="SessionId">Only this session's; null for any.</param>
/// <param name="Now">The time (UTC).</param>
/// <param name="Until">Until when nobody else is to get it (UTC); then it counts as not carried out, and is given again.</param>
public sealed record OutboxClaim(string? SessionId, DateTimeOffset Now, DateTimeOffset Until);
