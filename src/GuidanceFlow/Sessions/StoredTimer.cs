namespace GuidanceFlow.Sessions;

/// <summary>A session's timer with its absolute time.</summary>
/// <param name="Id">Unique in the session.</param>
/// <param name="Visit">The visit it belongs to.</param>
/// <param name="Due">When it is due (UTC).</param>
public sealed record StoredTimer(string Id, int Visit, DateTimeOffset Due);
