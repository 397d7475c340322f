using System.Text.Json.Serialization;

namespace GuidanceFlow.Sessions;

/// <summary>Where in its flows events of a journal entry happened. Immutable.</summary>
/// <param name="From">The first event it is true of, from 0; those behind it are at the same place, up to the next one.</param>
/// <param name="Stage">The stage's id; null where that cannot be told.</param>
/// <param name="Flow">The id of the flow, where that is another one than the entry's: one that it runs; else null.</param>
public readonly record struct EventPlace(
    int From,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Stage,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Flow = null);
