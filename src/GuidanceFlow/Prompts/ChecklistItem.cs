namespace GuidanceFlow.Prompts;

/// <summary>An item of a <see cref="ChecklistBlock"/>.</summary>
/// <param name="Text">What to do or to check.</param>
/// <param name="Done">Whether it is done; null for an item without a tick.</param>
public sealed record ChecklistItem(string Text, bool? Done);
