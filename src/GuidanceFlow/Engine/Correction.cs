using GuidanceFlow.Definitions;

namespace GuidanceFlow.Engine;

/// <summary>What became of the answers behind one that was changed.</summary>
/// <param name="Step">The question whose answer was changed.</param>
/// <param name="Kept">The later questions whose answers were kept, in the order in which they came up again.</param>
/// <param name="Dropped">The later questions whose answers do not hold any more, in the order in which they were given: they are asked again if they come up.</param>
public sealed record Correction(string Step, EquatableArray<string> Kept, EquatableArray<string> Dropped);
