using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation;

/// <summary>What a step waits for that the customer need not answer.</summary>
/// <param name="For">How long; for a signal, until when it is waited for.</param>
/// <param name="Until">Until when, as a date; null for <paramref name="For"/>.</param>
/// <param name="Signal">The signal; null for a time.</param>
/// <param name="SignalType">The type of its value.</param>
/// <param name="SignalSlot">The slot its value is saved in; −1 for none.</param>
/// <param name="TimeoutTarget">Where a signal that does not come leads; null for the way on.</param>
/// <param name="Skips">Whether that is skipped when it comes late, and the signal waited for anew.</param>
internal sealed record CompiledWait(TimeSpan? For, Expression? Until, string? Signal, DataDefinition? SignalType, int SignalSlot, int? TimeoutTarget, bool Skips);
