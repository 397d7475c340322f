namespace GuidanceFlow.Engine;

/// <summary>Something that happens to a waiting session. The kinds are the derived records.</summary>
public abstract record SessionInput
{
    private protected SessionInput()
    {
    }

    /// <summary>The turn the sender saw last; another one refuses the input as stale. Null for no check.</summary>
    public int? ExpectedTurn { get; init; }
}
