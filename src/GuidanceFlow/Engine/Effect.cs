namespace GuidanceFlow.Engine;

/// <summary>Something the host has to do for a turn. The kinds are the derived records.</summary>
public abstract record Effect
{
    private protected Effect(string id) => Id = id;

    /// <summary>The idempotency key, <c>session:turn:index</c>; the same turn always gives the same.</summary>
    public string Id { get; }
}
