namespace SupportDeskConsole.Data;

/// <summary>What a command is called in a language.</summary>
/// <param name="Id">The command.</param>
/// <param name="Names">What is typed.</param>
/// <param name="Usage">How it is written, with what stands behind it.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record CommandWords(string Id, IReadOnlyList<string> Names, string Usage, string Meaning);
