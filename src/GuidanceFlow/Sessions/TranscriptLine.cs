namespace GuidanceFlow.Sessions;

/// <summary>Something that was said in a session, secrets hidden. Immutable.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Who">Who said it.</param>
/// <param name="Text">What was said, as plain text.</param>
public sealed record TranscriptLine(DateTimeOffset At, Speaker Who, string Text);
