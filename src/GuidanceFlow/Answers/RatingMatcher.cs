using System.Globalization;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Answers;

/// <summary>Reads a rating: <c>4</c>, <c>4/5</c>, <c>4 out of 5</c>, <c>four stars</c>, <c>★★★★</c>, 四星, 4分, 满分.</summary>
internal static class RatingMatcher
{
    private static readonly string[] Words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    private static readonly string[] Endings = ["stars", "star", "points", "point", "颗星", "个星", "星", "分", "吧"];

    public static AnswerMatch Match(RatingSpec rating, string raw)
    {
        string text = AnswerText.Fold(raw).Trim().TrimEnd('.', '!', '。').TrimEnd();
        if (text is "满分" or "满星")
        {
            return Check(rating, rating.Scale);
        }

        int stars = text.Count(static sign => sign is '★' or '⭐');
        if (stars > 0)
        {
            return text.All(static sign => sign is '★' or '⭐' or '☆') ? Check(rating, stars) : AnswerMatch.None;
        }

        text = WithoutScale(rating, text);
        while (Array.Find(Endings, ending => text.EndsWith(ending, StringComparison.Ordinal)) is { } ending)
        {
            text = text[..^ending.Length].TrimEnd();
        }

        return TryRead(text, out int number) ? Check(rating, number) : AnswerMatch.None;
    }

    /// <summary>Whether a number stands on the scale.</summary>
    public static AnswerMatch Check(RatingSpec rating, double number) =>
        !double.IsFinite(number) ? AnswerMatch.None
        : number < rating.From ? AnswerMatch.Invalid(TurnReason.TooSmall)
        : number > rating.Scale ? AnswerMatch.Invalid(TurnReason.TooLarge)
        : Math.Floor(number) != number ? AnswerMatch.Invalid(TurnReason.NotWhole)
        : AnswerMatch.Matched(Value.From((long)number), AnswerMatch.Exact);

    /// <summary>The text without the scale behind it; as it is when it names another scale, of which the number would mean something else.</summary>
    private static string WithoutScale(RatingSpec rating, string text)
    {
        string scale = rating.Scale.ToString(CultureInfo.InvariantCulture);
        foreach (string sign in (string[])["/", "out of", "of"])
        {
            int at = text.LastIndexOf(sign, StringComparison.Ordinal);
            if (at > 0 && text[(at + sign.Length)..].Trim() == scale)
            {
                return text[..at].TrimEnd();
            }
        }

        return text;
    }

    private static bool TryRead(string text, out int number)
    {
        number = Array.IndexOf(Words, text);
        return number >= 0 || int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) || ChineseNumerals.TryRead(text, out number);
    }
}
