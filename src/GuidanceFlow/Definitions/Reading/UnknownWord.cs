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
        // Some are the author's, such as the values of a choice, and may hold anything.
        string[] words = [.. known.Select(Spelling.OneLine)];
        if (planned.Contains(word, StringComparer.Ordinal))
        {
            return $"The {what} '{word}' is not part of this version of the format. Use one of {string.Join(", ", words)}.";
        }

        return Spelling.Nearest(word, words) is { } nearest
            ? $"Unknown {what} {Spelling.Quote(word)}. Did you mean {Spelling.Quote(nearest)}?"
            : $"Unknown {what} {Spelling.Quote(word)}. Use one of {string.Join(", ", words)}.";
    }
}
