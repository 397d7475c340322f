namespace GuidanceFlow.Answers;

/// <summary>Whole numbers from 0 to 9,999 as Chinese writes them in words: 三, 十五, 一百零五, 两千.</summary>
internal static class ChineseNumerals
{
    private const string Digits = "零一二三四五六七八九";

    public static bool TryRead(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        int digit = -1;
        int least = int.MaxValue;
        foreach (char sign in text)
        {
            int unit = sign switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            int value = Digits.IndexOf(sign is '两' ? '二' : sign is '〇' ? '零' : sign, StringComparison.Ordinal);
            if (unit > 0 && unit < least && (digit > 0 || (unit == 10 && number == 0 && digit < 0)))
            {
                // Units only get smaller: 一百二十, never 二十一百.
                number += (digit < 0 ? 1 : digit) * unit;
                least = unit;
                digit = -1;
            }
            else if (unit == 0 && value >= 0 && digit <= 0 && least > 1)
            {
                digit = value;
            }
            else
            {
                return false;
            }
        }

        number += Math.Max(0, digit);
        return text.Length > 0;
    }
}
