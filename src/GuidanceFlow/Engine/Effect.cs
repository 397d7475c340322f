namespace GuidanceFlow.Engine;

/// <summary>Something the host has to do for a turn. The kinds are the derived records.</summary>
/// <param name="Id">The idempotency key, <c>session:turn:index</c>; the same turn always gives the same.</param>
public abstract record Effect(string Id);
