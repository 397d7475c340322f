namespace GuidanceFlow.Sessions;

/// <summary>A timer of some session that is due.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Timer">Its timer.</param>
public sealed record DueTimer(string SessionId, StoredTimer Timer);
