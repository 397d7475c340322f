namespace GuidanceFlow.Compilation;

/// <summary>How ids and names are written.</summary>
internal static class Names
{
    public const int MaxLength = 64;

    /// <summary>Whether an id is in kebab-case: lower-case letters and digits, in parts joined by single hyphens.</summary>
    public static bool IsId(string id) => IsParts(id, '-') && (char.IsAsciiLetterLower(id[0]) || char.IsAsciiDigit(id[0]));

    /// <summary>Whether a name is in snake_case: lower-case letters and digits, in parts joined by single underscores, a letter first.</summary>
    public static bool IsName(string name) => IsParts(name, '_') && char.IsAsciiLetterLower(name[0]);

    /// <summary>Whether a name that the host shares is in snake_case or kebab-case, in parts joined by single dots: <c>order.find</c>.</summary>
    public static bool IsShared(string name) => name.Length <= MaxLength && Array.TrueForAll(name.Split('.'), static part => IsName(part) || IsId(part));

    /// <summary>Whether a datum, input or loop item cannot be called so: groups of the scope, words and functions of the template language.</summary>
    public static bool IsReserved(string name) => name
        is "session" or "stage" or "step" or "loop" or "answer" or "answers" or "labels" or "ticket" or "fallback" or "error" or "knowledge" or "flow"
        or "null" or "true" or "false" or "empty" or "this" or "if" or "else" or "end" or "for" or "in" or "while" or "break" or "continue"
        or "case" or "when" or "func" or "ret" or "capture" or "readonly" or "import" or "with" or "wrap" or "include" or "tablerow" or "do"
        or "and" or "or" or "not" or "blank" or "offset" or "limit" or "reversed"
        or "array" or "date" or "html" or "locale" or "math" or "object" or "regex" or "string" or "timespan";

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
