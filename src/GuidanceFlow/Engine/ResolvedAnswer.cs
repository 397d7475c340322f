using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>An answer and what was made of it, for the journal.</summary>
/// <param name="Raw">What the customer wrote.</param>
/// <param name="Value">What was understood; <see cref="Value.Null"/> when nothing was.</param>
/// <param name="By">Who understood it: <c>exact</c>, <c>contained</c>, <c>approximate</c>, <c>listed</c>, or an interpreter's name; null when nobody did.</param>
public sealed record ResolvedAnswer(string Raw, Value Value, string? By)
{
    /// <summary>Who understood it; not what was said, because such texts end in logs.</summary>
    public override string ToString() => $"an answer ({By ?? "not understood"})";
}
