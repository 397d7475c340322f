namespace GuidanceFlow.Definitions;

/// <summary>A step of an older version and the one that takes its place.</summary>
/// <param name="Old">The id the older version gives it.</param>
/// <param name="New">The id of the step of this version; null where there is none any more.</param>
public sealed record StepMappingDefinition(string Old, string? New);
