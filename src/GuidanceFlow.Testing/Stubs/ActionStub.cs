using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Testing.Stubs;

/// <summary>What becomes of the calls of one action. Immutable.</summary>
/// <param name="Action">Its name.</param>
/// <param name="Results">
/// The results. A call gets the next of those whose <see cref="StubbedResult.When"/> it has, where there are none of those without; the last one again and again.
/// </param>
/// <param name="Location">Where the name stands.</param>
public sealed record ActionStub(string Action, EquatableArray<StubbedResult> Results, SourceLocation Location);
