using System.Globalization;

namespace GuidanceFlow.Answers;

/// <summary>Reads the place of an option in the list it is offered in: <c>2</c>, <c>2nd</c>, <c>second</c>, 第二个.</summary>
internal static class ChoicePositions
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    private static readonly string[] Suffixes = ["st", "nd", "rd", "th"];

    /// <summary>The place that the word names, from 1, and how many words say so; 0 words for none.</summary>
    public static (int Place, int Length) At(List<ChoiceToken> tokens, int at)
    {
        string word = tokens[at].Text;
        if (TryReadDigits(word, out int place))
        {
            return (place, 1);
        }

        if (word == "第")
        {
            return AtChinese(tokens, at);
        }

        place = Array.IndexOf(Ordinals, word) + 1;
        string? suffix = Array.Find(Suffixes, suffix => word.EndsWith(suffix, StringComparison.Ordinal));
        if (place == 0 && (suffix is null || !TryReadDigits(word[..^suffix.Length], out place)))
        {
            return (0, 0);
        }

        return (place, at + 1 < tokens.Count && tokens[at + 1].Text is "one" or "ones" or "option" ? 2 : 1);
    }

    /// <summary>Whether a word is a number in digits.</summary>
    public static bool TryReadDigits(string word, out int number) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static (int Place, int Length) AtChinese(List<ChoiceToken> tokens, int at)
    {
        // Numerals take up to three signs: 二十一.
        for (int length = Math.Min(3, tokens.Count - at - 1); length > 0; length--)
        {
            string numeral = ChoiceTokens.Join(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens).Slice(at + 1, length));
            if (TryReadDigits(numeral, out int place) || ChineseNumerals.TryRead(numeral, out place))
            {
                int behind = at + 1 + length;
                return (place, length + (behind < tokens.Count && tokens[behind].Text is "个" or "项" or "种" or "号" or "样" ? 2 : 1));
            }
        }

        return (0, 0);
    }
}
