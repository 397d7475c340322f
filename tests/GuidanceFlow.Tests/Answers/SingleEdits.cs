using GuidanceFlow.Answers;

namespace GuidanceFlow.Tests.Answers;

/// <summary>Everything that one slip of the finger makes of a word: a letter too many, one missing, one in place of another, two changed over.</summary>
internal static class SingleEdits
{
    private const string Latin = "abcdefghijklmnopqrstuvwxyz 0123456789";

    /// <summary>Signs that stand in many Chinese sentences, those that negate among them.</summary>
    private const string Chinese = "的了是有个在不没大上";

    /// <summary>The edits of a normalised word. Signs of scripts without spaces are left out, changed over and replaced, not added.</summary>
    public static IEnumerable<string> Of(string word)
    {
        for (int i = 0; i <= word.Length; i++)
        {
            bool isUnspaced = i < word.Length ? AnswerText.IsUnspaced(word[i]) : AnswerText.IsUnspaced(word[^1]);
            foreach (char letter in isUnspaced ? string.Empty : Latin)
            {
                yield return word.Insert(i, letter.ToString());
            }

            if (i == word.Length)
            {
                yield break;
            }

            string rest = word[(i + 1)..];
            yield return word[..i] + rest;
            foreach (char letter in isUnspaced ? Chinese : Latin)
            {
                yield return word[..i] + letter + rest;
            }

            if (i > 0)
            {
                yield return word[..(i - 1)] + word[i] + word[i - 1] + rest;
            }
        }
    }
}
