namespace GuidanceFlow.Engine;

/// <summary>The person writes to the customer.</summary>
/// <param name="Text">What they write.</param>
public sealed record PersonMessageInput(string Text) : PersonInput;
