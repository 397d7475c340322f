namespace GuidanceFlow.Terminal;

/// <summary>A command of the app's own that can be typed in a <see cref="TerminalChat"/> behind a slash. Immutable.</summary>
/// <param name="Name">What is typed, without the slash: one word.</param>
/// <param name="Usage">How it is typed, with the slash, as <c>/help</c> shows it: <c>/advance 10m</c>.</param>
/// <param name="Meaning">What it does, as <c>/help</c> shows it.</param>
/// <param name="Run">Does it, with the session's id and what was typed behind the name; gives what is to be said about it, or null for nothing. What the session says by it comes to the chat's inbox.</param>
public sealed record TerminalCommand(string Name, string Usage, string Meaning, Func<string, string, CancellationToken, Task<string?>> Run);
