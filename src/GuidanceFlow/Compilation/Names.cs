using System.Collections.Frozen;

namespace GuidanceFlow.Compilation;

/// <summary>How ids and names are written.</summary>
internal static class Names
{
    public const int MaxLength = 64;

    /// <summary>Words a datum, input or loop item cannot be called: groups of the scope, words and functions of the template language.</summary>
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "session", "stage", "step", "loop", "answer", "answers", "labels", "ticket", "fallback", "knowledge", "flow",
        "null", "true", "false", "empty", "this", "if", "else", "end", "for", "in", "while", "break", "continue", "case", "when", "func", "ret", "capture",
        "readonly", "import", "with", "wrap", "include", "tablerow", "do", "and", "or", "not",
        "array", "date", "html", "locale", "math", "object", "regex", "string", "timespan", "blank", "offset", "limit", "reversed",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether an id is in kebab-case: lower-case letters and digits, in parts joined by single hyphens.</summary>
    public static bool IsId(string id) => IsParts(id, '-') && (char.IsAsciiLetterLower(id[0]) || char.IsAsciiDigit(id[0]));

    /// <summary>Whether a name is in snake_case: lower-case letters and digits, in parts joined by single underscores, a letter first.</summary>
    public static bool IsName(string name) => IsParts(name, '_') && char.IsAsciiLetterLower(name[0]);

    public static bool IsReserved(string name) => Reserved.Contains(name);

    private static bool IsParts(string text, char joint)
    {
        if (text.Length is 0 or > MaxLength || text[0] == joint || text[^1] == joint)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterLower(text[i]) && !char.IsAsciiDigit(text[i]) && (text[i] != joint || text[i - 1] == joint))
            {
                return false;
            }
        }

        return true;
    }
}
