using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>Something that is not as the scenario expects it. Immutable.</summary>
/// <param name="Turn">The turn's place in the conversation: 0 is the start, 1 the first answer; one more than the last for what is expected at the end.</param>
/// <param name="Member">What it is about, as it is called in the file: <c>step</c>, <c>tickets[0].queue</c>.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Actual">What came instead.</param>
/// <param name="Location">Where the expectation stands.</param>
public sealed record ScenarioFailure(int Turn, string Member, string Expected, string Actual, SourceLocation Location)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Location}: {Member}: expected {Expected}, actual {Actual}";
}
