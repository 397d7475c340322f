namespace GuidanceFlow.Terminal.Saving;

/// <summary>A command as it can be copied into a shell.</summary>
internal static class ShellWords
{
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(word => Quote(word, OperatingSystem.IsWindows())));

    public static string Quote(string word, bool windows)
    {
        bool plain = word.Length > 0 && word.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or ':' or '@' or '%' or '+' or '=' or ',' || (windows && c == '\\'));
        return plain ? word
            : windows ? "\"" + word.Replace("\"", "\\\"", StringComparison.Ordinal) + "\""
            : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
    }
}
