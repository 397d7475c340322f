namespace GuidanceFlow.Engine;

/// <summary>An option a question offers.</summary>
/// <param name="Value">What is saved when it is chosen.</param>
/// <param name="Label">What the customer reads.</param>
public sealed record ExpectedOption(string Value, string Label);
