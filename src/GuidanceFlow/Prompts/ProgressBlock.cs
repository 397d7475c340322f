namespace GuidanceFlow.Prompts;

/// <summary>How far the customer is.</summary>
/// <param name="Stage">The stage's number, from 1.</param>
/// <param name="Count">How many stages there are.</param>
/// <param name="Title">The stage's title.</param>
public sealed record ProgressBlock(int Stage, int Count, string Title) : Block
{
    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public override string Type => "progress";
}
