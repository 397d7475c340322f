namespace SupportDeskConsole.Data;

/// <summary>A file of words.</summary>
/// <param name="Commands">The commands, in the order of the help.</param>
/// <param name="Texts">The console's own words.</param>
internal sealed record WordFile(IReadOnlyList<CommandWords> Commands, IReadOnlyDictionary<string, string> Texts);
