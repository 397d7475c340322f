namespace GuidanceFlow.Definitions;

/// <summary>One way on from a step.</summary>
public sealed record RouteDefinition
{
    /// <summary>A boolean expression; null for always.</summary>
    public string? When { get; init; }

    /// <summary>A step id, or <c>@next</c> (the following step), <c>@break</c> (leave the loop), <c>@fail</c> (the item failed).</summary>
    public required string Goto { get; init; }
}
