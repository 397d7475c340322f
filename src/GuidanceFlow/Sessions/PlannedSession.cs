namespace GuidanceFlow.Sessions;

/// <summary>A session that is to come behind one that has ended: a <c>follow_up</c>. Immutable.</summary>
/// <param name="SessionId">The id it will have.</param>
/// <param name="FlowId">The flow, of which the newest version there is then is taken.</param>
/// <param name="Due">When it starts (UTC).</param>
public sealed record PlannedSession(string SessionId, string FlowId, DateTimeOffset Due);
