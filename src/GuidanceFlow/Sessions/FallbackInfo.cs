using GuidanceFlow.Definitions;

namespace GuidanceFlow.Sessions;

/// <summary>Why the conversation left its way. Immutable, compared by content.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Stage">The id of the stage it happened in; null when it happened before the first step was reached.</param>
/// <param name="Step">The id of the step it happened at; null when it happened before the first step was reached.</param>
/// <param name="Attempts">How many answers to that step were not understood.</param>
/// <param name="Unrecognised">Those answers as they were written, each shortened to 200 UTF-16 units.</param>
public sealed record FallbackInfo(FallbackReason Reason, string? Stage, string? Step, int Attempts, EquatableArray<string> Unrecognised);
