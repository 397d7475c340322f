namespace GuidanceFlow.Terminal.Asking;

/// <summary>Something to choose.</summary>
/// <param name="Label">What the customer reads.</param>
/// <param name="Answer">What is sent when it is chosen.</param>
internal sealed record Choice(string Label, string Answer);
