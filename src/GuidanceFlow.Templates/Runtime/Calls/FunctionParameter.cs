namespace GuidanceFlow.Templates.Runtime.Calls;

/// <summary>One parameter of a function that a template defines.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">What it is when it is left out; null when it may not be.</param>
/// <param name="TakesRest">Whether it takes all further arguments, as a list.</param>
internal sealed record FunctionParameter(string Name, Value? Default, bool TakesRest);
