namespace GuidanceFlow.Terminal.Keys;

/// <summary>Something that happened at the terminal.</summary>
/// <param name="Kind">What.</param>
/// <param name="Key">The key, for a key.</param>
/// <param name="Line">The line, for a line.</param>
internal readonly record struct TerminalEvent(TerminalEventKind Kind, ConsoleKeyInfo Key = default, string? Line = null);
