namespace GuidanceFlow.Definitions;

/// <summary>A datum and the expression whose value it gets.</summary>
/// <param name="Name">The datum's name.</param>
/// <param name="Value">The expression.</param>
public sealed record AssignmentDefinition(string Name, string Value);
