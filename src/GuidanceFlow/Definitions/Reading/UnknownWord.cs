using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>What is said about a word that the format does not know.</summary>
internal static class UnknownWord
{
    /// <param name="what">What the word should be: "step type".</param>
    /// <param name="word">The author's word.</param>
    /// <param name="known">The words there are.</param>
    /// <param name="planned">Words of a later version of the format.</param>
    public static string Message(string what, string word, IEnumerable<string> known, IEnumerable<string> planned)
    {
        string[] words = [.. known];
        if (planned.Contains(word, StringComparer.Ordinal))
        {
            return $"The {what} '{word}' is not part of this version of the format. Use one of {string.Join(", ", words)}.";
        }

        return Spelling.Nearest(word, words) is { } nearest
            ? $"Unknown {what} {Spelling.Quote(word)}. Did you mean '{nearest}'?"
            : $"Unknown {what} {Spelling.Quote(word)}. Use one of {string.Join(", ", words)}.";
    }
}
