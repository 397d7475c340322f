namespace GuidanceFlow.Definitions;

/// <summary>A datum and what another flow gives back for it.</summary>
/// <param name="Name">The datum's name.</param>
/// <param name="Return">The name of what the other flow gives back, one of its <see cref="FlowDefinition.Returns"/>.</param>
public sealed record ReturnDefinition(string Name, string Return);
