using System.Text.Json.Serialization;

namespace GuidanceFlow.Engine;

/// <summary>Something that happened in a turn.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Step">The id of the step it happened at; null for what happened before the first step.</param>
/// <param name="Detail">More, by kind: the route's target, the outcome, the ticket's reference; else null.</param>
public readonly record struct TurnEvent(
    TurnEventKind Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Step,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail = null);
