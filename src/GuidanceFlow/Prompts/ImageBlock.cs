namespace GuidanceFlow.Prompts;

/// <summary>A picture.</summary>
/// <param name="Url">Where it is found: an absolute address with http or https.</param>
/// <param name="Alt">What is to be seen on it, for customers and channels that do not show it.</param>
/// <param name="Caption">What stands below it; null for nothing.</param>
public sealed record ImageBlock(string Url, string Alt, string? Caption) : Block
{
    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public override string Type => "image";
}
