namespace GuidanceFlow.Definitions;

/// <summary>A number.</summary>
public sealed record NumberAnswerDefinition : AnswerDefinition
{
    /// <inheritdoc/>
    public override string Type => "number";

    /// <summary>The least number taken; null for no bound.</summary>
    public double? Min { get; init; }

    /// <summary>The greatest number taken; null for no bound.</summary>
    public double? Max { get; init; }

    /// <summary>Whether only whole numbers are taken.</summary>
    public bool Integer { get; init; }

    /// <summary>A unit the customer may write behind the number, such as <c>m</c>; null for none.</summary>
    public string? Unit { get; init; }
}
