namespace GuidanceFlow.Definitions;

/// <summary>Something shown beside a text, which a channel draws its own way. The kinds are the derived records.</summary>
public abstract record BlockDefinition
{
    private protected BlockDefinition()
    {
    }

    /// <summary>The kind as it stands in the file: <c>table</c>, <c>checklist</c> …</summary>
    public abstract string Type { get; }
}
