namespace GuidanceFlow.Definitions;

/// <summary>Shows a picture.</summary>
public sealed record ImageBlockDefinition : BlockDefinition
{
    /// <inheritdoc/>
    public override string Type => "image";

    /// <summary>Where it is found: an absolute address with http or https.</summary>
    public required string Url { get; init; }

    /// <summary>What is to be seen on it, for customers who do not see it: a template.</summary>
    public required string Alt { get; init; }

    /// <summary>What stands below it: a template; null for nothing.</summary>
    public string? Caption { get; init; }
}
