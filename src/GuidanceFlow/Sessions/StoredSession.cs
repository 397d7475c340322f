namespace GuidanceFlow.Sessions;

/// <summary>A session as a store has it.</summary>
/// <param name="SessionId">The session's id.</param>
/// <param name="FlowId">The flow it is pinned to.</param>
/// <param name="FlowVersion">The flow's version.</param>
/// <param name="Turn">The turn of the snapshot.</param>
/// <param name="Snapshot">What <see cref="SessionSnapshot.Write"/> gave.</param>
public sealed record StoredSession(string SessionId, string FlowId, int FlowVersion, int Turn, ReadOnlyMemory<byte> Snapshot);
