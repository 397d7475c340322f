using System.Globalization;
using System.Text.RegularExpressions;

namespace GuidanceFlow.Answers;

/// <summary>
/// Finds the option that is named by its place in the list: "2", "the second one", "2nd", "option 2", "the last one", 第二个, 选项二, 最后一个.
/// Where such a word stands among another option's own words, it is not known which of the two is meant, and it names none.
/// </summary>
internal static partial class OrdinalMatcher
{
    private const int None = -1;

    /// <summary>The longest answer, in UTF-16 units, that can be no more than a place in the list.</summary>
    private const int Longest = 40;

    private const string ChineseNumbers = "零一二三四五六七八九十";

    private static readonly string[] Cardinals = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly string[] Ordinals = ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    /// <summary>The option's place among those offered, from 0; −1 where the answer names none.</summary>
    /// <param name="offered">The options.</param>
    /// <param name="normalized">The answer as <see cref="AnswerText.Normalize"/> gives it; not empty.</param>
    public static int Find(ReadOnlySpan<OfferedOption> offered, string normalized)
    {
        // An option whose own word the number is was found before.
        if (int.TryParse(normalized, NumberStyles.None, CultureInfo.InvariantCulture, out int digits))
        {
            return IndexOf(digits, offered);
        }

        int place = normalized.Length > Longest ? None
            : AnswerText.IsUnspaced(normalized[0]) || AnswerText.IsUnspaced(normalized[^1]) ? FindChinese(offered, normalized.Replace(" ", string.Empty, StringComparison.Ordinal))
            : FindEnglish(offered, normalized);
        return place >= 0 && IsNearAnother(offered, normalized, place) ? None : place;
    }

    /// <summary>Whether the answer is another option's word but for one letter: of minutes, hours and seconds, "second" may not mean the hours.</summary>
    private static bool IsNearAnother(ReadOnlySpan<OfferedOption> offered, string text, int place)
    {
        for (int i = 0; i < offered.Length; i++)
        {
            if (i != place && offered[i].Fits(text, static (text, key) => SpellingDistance.Between(text, key, 1) <= 1))
            {
                return true;
            }
        }

        return false;
    }

    private static int FindEnglish(ReadOnlySpan<OfferedOption> offered, string text)
    {
        Match match = English().Match(text);
        if (!match.Success)
        {
            return None;
        }

        if (match.Groups["last"].Success)
        {
            return Unless(offered, offered.Length - 1, "last");
        }

        bool isOrdinal = match.Groups["ordinal"].Success;
        string said = isOrdinal ? match.Groups["ordinal"].Value : match.Groups["cardinal"].Value;
        int word = Array.IndexOf(isOrdinal ? Ordinals : Cardinals, said);
        int number = word > 0 ? word : int.TryParse(said.AsSpan().TrimEnd("stndrh"), NumberStyles.None, CultureInfo.InvariantCulture, out int read) ? read : 0;
        return isOrdinal
            ? Unless(offered, IndexOf(number, offered), said, number < Ordinals.Length ? Ordinals[number] : said, InDigits(number))
            : UnlessNumbered(offered, number);
    }

    private static int FindChinese(ReadOnlySpan<OfferedOption> offered, string text)
    {
        Match match = Chinese().Match(text);
        if (!match.Success)
        {
            return None;
        }

        if (match.Groups["last"].Success)
        {
            return Unless(offered, offered.Length - 1, "最后");
        }

        if (match.Groups["first"].Success)
        {
            return Unless(offered, 0, match.Groups["first"].Value);
        }

        bool isOrdinal = match.Groups["ordinal"].Success;
        string said = isOrdinal ? match.Groups["ordinal"].Value : match.Groups["cardinal"].Value;
        if (!int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && !ChineseNumerals.TryRead(said, out number))
        {
            return None;
        }

        return isOrdinal ? Unless(offered, IndexOf(number, offered), "第") : UnlessNumbered(offered, number);
    }

    private static int IndexOf(int number, ReadOnlySpan<OfferedOption> offered) => number >= 1 && number <= offered.Length ? number - 1 : None;

    private static int UnlessNumbered(ReadOnlySpan<OfferedOption> offered, int number) => Unless(
        offered,
        IndexOf(number, offered),
        number.ToString(CultureInfo.InvariantCulture),
        number < Cardinals.Length ? Cardinals[number] : string.Empty,
        number < ChineseNumbers.Length ? ChineseNumbers.Substring(number, 1) : string.Empty);

    /// <summary>The option at a place, unless a word for the place stands among the words of another one.</summary>
    private static int Unless(ReadOnlySpan<OfferedOption> offered, int place, params ReadOnlySpan<string> words)
    {
        for (int i = 0; i < offered.Length && place >= 0; i++)
        {
            foreach (string word in words)
            {
                if (i != place && word.Length > 0 && offered[i].Fits(word, static (word, key) => AnswerText.ContainsPhrase(key, word)))
                {
                    return None;
                }
            }
        }

        return place;
    }

    private static string InDigits(int number) => number.ToString(CultureInfo.InvariantCulture) + (number % 100 is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    [GeneratedRegex(
        """
        ^((i\ (want|choose|chose|pick|take|select|mean|meant|would\ (like|take|say)|think\ its)|id\ (like|say|take)|ill\ (take|have|go\ with|say)|lets\ take|go\ with|give\ me|its|it\ is|probably|please)\ )?
        (the\ )?(very\ )?
        ( ((?<ordinal>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[0-9]{1,3}(st|nd|rd|th))|(?<last>last))(\ (one|option|choice|answer|item|of\ (them|these|those)))?
        | (option|number|choice|answer|item)\ (number\ )?(?<cardinal>[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)
        | \#\ ?(?<cardinal>[0-9]{1,3}) )
        (\ (please|thanks|thank\ you))?$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        1000)]
    private static partial Regex English();

    [GeneratedRegex(
        """
        ^(请|我|我想|我要|我就|就|应该是|是)?(选择|选|要|用|是)?
        ( 第(?<ordinal>[0-9]{1,3}|[一二三四五六七八九十百]{1,5})(个|项|种|号|条|款)?(选项|答案)?
        | (?<first>头一|首)(个|项|种|号|条|款)(选项|答案)?
        | (?<last>最后)(一|那)?(个|项|种|条|款)(选项|答案)?
        | (?<=选)(?<cardinal>[0-9]{1,3}|[一二三四五六七八九十]{1,3})号?(选项)?
        | 选项(?<cardinal>[0-9]{1,3}|[一二三四五六七八九十]{1,3})
        | (?<cardinal>[0-9]{1,3}|[一二三四五六七八九十]{1,3})号(选项)? )
        (吧|啊|呢|哦|的)?(谢谢您?)?$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        1000)]
    private static partial Regex Chinese();
}
