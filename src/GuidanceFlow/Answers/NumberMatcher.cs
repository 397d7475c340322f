using System.Globalization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Answers;

/// <summary>
/// Reads one number: digits with a decimal point (or, where the language writes so, a comma), a sign, and the question's
/// unit or "about" and the like around it. Words such as "three" are read up to twelve.
/// </summary>
internal static class NumberMatcher
{
    private static readonly string[] Words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly string[] Fillers = ["about", "around", "roughly", "approximately", "maybe", "its", "it is", "i have", "just", "only"];

    public static AnswerMatch Match(NumberAnswerDefinition definition, string raw, CultureInfo culture)
    {
        if (HasFoldedDigits(raw, definition.Unit))
        {
            return AnswerMatch.None;
        }

        string text = WithoutFillers(Fold(raw));
        if (definition.Unit is { Length: > 0 } written && Fold(written) is { Length: > 0 } unit && text.EndsWith(unit, StringComparison.Ordinal))
        {
            text = text[..^unit.Length].TrimEnd();
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
            return AnswerMatch.Matched(Value.From(number), "exact");
        }

        // Beyond 2^53 a double no longer tells whole numbers apart.
        return Math.Floor(number) == number && Math.Abs(number) <= 1L << 53
            ? AnswerMatch.Matched(Value.From((long)number), "exact")
            : AnswerMatch.Invalid(TurnReason.NotWhole);
    }

    private static string Fold(string text) => AnswerText.Fold(text).Trim().TrimEnd('.', '!').TrimEnd();

    private static string WithoutFillers(string text)
    {
        while (Array.Find(Fillers, filler => text.StartsWith(filler + " ", StringComparison.Ordinal)) is { } filler)
        {
            text = text[(filler.Length + 1)..].TrimStart();
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
