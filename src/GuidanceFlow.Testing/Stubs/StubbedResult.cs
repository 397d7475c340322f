using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing.Scenarios.Reading;

namespace GuidanceFlow.Testing.Stubs;

/// <summary>What becomes of one call of an action that is not really run. Immutable.</summary>
/// <param name="Result">What it gives back, or its error.</param>
/// <param name="Location">Where it stands.</param>
public sealed record StubbedResult(ActionResult Result, SourceLocation Location)
{
    /// <summary>How long it takes. What takes longer than the step's <c>timeout</c> ends with the error <c>timeout</c> when that is over.</summary>
    /// <value>The default is no time at all.</value>
    public TimeSpan Takes { get; init; }

    /// <summary>Arguments that a call must have for this result, by name; empty for a result for all calls that no other is for.</summary>
    public EquatableArray<KeyValuePair<string, Value>> When { get; init; }

    /// <summary>Where its members stand; null when it was not read from a file.</summary>
    internal MemberPlaces? Places { get; init; }
}
