namespace GuidanceFlow.Sessions;

/// <summary>A timer a waiting session declares; the store keeps when it is due.</summary>
/// <param name="Id">Unique in the session.</param>
/// <param name="Visit">The visit it belongs to; a firing with another visit's token is ignored.</param>
/// <param name="After">How long after the turn that declared it.</param>
public sealed record SessionTimer(string Id, int Visit, TimeSpan After);
