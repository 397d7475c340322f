using System.Globalization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Answers;

/// <summary>
/// Reads one number: digits with a decimal point (or, where the language writes so, a comma), a sign, and the question's
/// unit, or "about", "up to" and the like around it. Words such as "three" are read up to twelve, those such as "三" up to 9,999.
/// </summary>
internal static class NumberMatcher
{
    private static readonly string[] Words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly string[] Fillers = ["about", "around", "roughly", "approximately", "maybe", "its", "it is", "i have", "just", "only", "up to", "at most", "no more than", "not more than", "maximum", "max"];
    private static readonly string[] Endings = ["or so", "at most", "max", "maximum", "tops", "more or less", "please"];
    private static readonly string[] ChineseFillers = ["大约", "大概", "差不多", "应该", "可能", "一共", "总共", "我有", "我家有", "有", "是", "约", "给", "不超过", "最多", "顶多", "最高", "预算"];
    private static readonly string[] ChineseEndings = ["左右", "上下", "以内", "之内", "以下", "封顶", "吧", "个", "台", "部", "件", "分"];

    public static AnswerMatch Match(NumberAnswerDefinition definition, string raw, CultureInfo culture)
    {
        if (HasFoldedDigits(raw, definition.Unit))
        {
            return AnswerMatch.None;
        }

        string text = WithoutEndings(WithoutFillers(Fold(raw)));
        string unit = Fold(definition.Unit ?? string.Empty);
        while (Array.Find(ChineseEndings, ending => text.EndsWith(ending, StringComparison.Ordinal)) is { } ending)
        {
            text = text[..^ending.Length].TrimEnd();
        }

        if (unit.Length > 0 && text.EndsWith(unit, StringComparison.Ordinal))
        {
            text = text[..^unit.Length].TrimEnd();
            text = ChineseEndings.Contains(text.Length > 0 ? text[^1..] : string.Empty, StringComparer.Ordinal) ? text[..^1].TrimEnd() : text;
        }

        return TryRead(text, culture, out double number) ? Check(definition, number) : AnswerMatch.None;
    }

    /// <summary>Whether a number fits the question.</summary>
    public static AnswerMatch Check(NumberAnswerDefinition definition, double number)
    {
        if (!double.IsFinite(number))
        {
            return AnswerMatch.None;
        }

        if (number < definition.Min)
        {
            return AnswerMatch.Invalid(TurnReason.TooSmall);
        }

        if (number > definition.Max)
        {
            return AnswerMatch.Invalid(TurnReason.TooLarge);
        }

        if (!definition.Integer)
        {
            return AnswerMatch.Matched(Value.From(number), AnswerMatch.Exact);
        }

        // Beyond 2^53 a double no longer tells whole numbers apart.
        return Math.Floor(number) == number && Math.Abs(number) <= 1L << 53
            ? AnswerMatch.Matched(Value.From((long)number), AnswerMatch.Exact)
            : AnswerMatch.Invalid(TurnReason.NotWhole);
    }

    private static string Fold(string text) => AnswerText.Fold(text).Trim().TrimEnd('.', '!').TrimEnd();

    private static string WithoutEndings(string text)
    {
        while (Array.Find(Endings, ending => text.EndsWith(" " + ending, StringComparison.Ordinal)) is { } ending)
        {
            text = text[..^(ending.Length + 1)].TrimEnd(' ', ',');
        }

        return text;
    }

    private static string WithoutFillers(string text)
    {
        while (Array.Find(Fillers, filler => text.StartsWith(filler + " ", StringComparison.Ordinal)) is { } filler)
        {
            text = text[(filler.Length + 1)..].TrimStart();
        }

        while (Array.Find(ChineseFillers, filler => text.StartsWith(filler, StringComparison.Ordinal)) is { } filler)
        {
            text = text[filler.Length..].TrimStart();
        }

        return text;
    }

    /// <summary>Whether folding would make ordinary digits of others, such as 52 of 5²; those of the unit do no harm.</summary>
    private static bool HasFoldedDigits(string raw, string? unit)
    {
        string number = string.IsNullOrEmpty(unit) ? raw : raw.Replace(unit, string.Empty, StringComparison.OrdinalIgnoreCase);
        return number.Any(static digit => CharUnicodeInfo.GetUnicodeCategory(digit) == UnicodeCategory.OtherNumber);
    }

    private static bool TryRead(string text, CultureInfo culture, out double number)
    {
        int word = Array.IndexOf(Words, text);
        if (word < 0 && ChineseNumerals.TryRead(text, out int written))
        {
            word = written;
        }

        if (word >= 0)
        {
            number = word;
            return true;
        }

        if (text.Length is 0 or > 40)
        {
            number = 0;
            return false;
        }

        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return (double.TryParse(text, Plain, CultureInfo.InvariantCulture, out number)
                || double.TryParse(text, Plain, culture, out number)
                || (HasThousands(text) && double.TryParse(text, Plain | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number)))
            && double.IsFinite(number);
    }

    /// <summary>Whether commas stand just where thousands end: 1,234,567.8. A lone "1,5" is not read as fifteen.</summary>
    private static bool HasThousands(string text)
    {
        string[] groups = text.Split('.')[0].TrimStart('-', '+').Split(',');
        return groups.Length > 1 && groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3);
    }
}
