using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>The person gives the session back to the flow.</summary>
public sealed record PersonReturnInput : PersonInput
{
    /// <summary>The id of the step that goes on, one outside loops and interrupts in the flow that handed over; null for where its <c>on_return</c> leads.</summary>
    public string? Step { get; init; }

    /// <summary>What the person found out: data by name. Questions that save them are not asked any more.</summary>
    public EquatableArray<KeyValuePair<string, Value>> Data { get; init; }

    /// <summary>The person's last words to the customer; null for none.</summary>
    public string? Text { get; init; }
}
