using System.Text;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Answers;

/// <summary>Finds the one telephone number in an answer: 7 to 15 digits (E.164 has no more), in groups or not, of any width.</summary>
internal static class PhoneMatcher
{
    private const int Fewest = 7;
    private const int Most = 15;
    private const string Separators = " -–./()";

    public static AnswerMatch Match(string text)
    {
        string plain = AnswerText.Fold(text);
        string? found = null;
        bool hasDigits = false;
        for (int i = 0; i < plain.Length; i++)
        {
            if (!char.IsAsciiDigit(plain[i]))
            {
                continue;
            }

            string number = Read(plain, ref i);
            int digits = number.Length - (number[0] == '+' ? 1 : 0);
            if (digits is < Fewest or > Most)
            {
                hasDigits = true;
            }
            else if (found is null || string.Equals(found, number, StringComparison.Ordinal))
            {
                found = number;
            }
            else
            {
                return new AnswerMatch(AnswerMatchKind.Ambiguous) { Candidates = [found, number] };
            }
        }

        return found is not null ? AnswerMatch.Matched(Value.From(found), AnswerMatch.Exact) : hasDigits ? AnswerMatch.Invalid(TurnReason.NotAPhoneNumber) : AnswerMatch.None;
    }

    /// <summary>Reads the number whose first digit stands at <paramref name="at"/>, which then is its last one.</summary>
    private static string Read(string text, ref int at)
    {
        int before = at - 1;
        while (before >= 0 && text[before] is '(' or ' ')
        {
            before--;
        }

        var number = new StringBuilder();
        if (before >= 0 && text[before] == '+')
        {
            number.Append('+');
        }

        int last = at;
        for (int i = at; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                // "(0)" is dialled only where no country code is: +44 (0)20 …
                bool isTrunk = text[i] == '0' && number.Length > 1 && number[0] == '+' && text[i - 1] == '(' && i + 1 < text.Length && text[i + 1] == ')';
                if (!isTrunk)
                {
                    number.Append(text[i]);
                }

                last = i;
            }
            else if (!Separators.Contains(text[i], StringComparison.Ordinal) || i - last > 2)
            {
                break;
            }
        }

        at = last;
        return number[0] == '0' && number.Length > 2 && number[1] == '0' ? "+" + number.ToString(2, number.Length - 2) : number.ToString();
    }
}
