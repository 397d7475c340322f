using System.Xml;

namespace GuidanceFlow.Definitions;

/// <summary>Lengths of time as ISO 8601 writes them: <c>PT2H</c>, <c>P1DT12H</c>, <c>P2W</c>. Years and months are refused: they have no fixed length.</summary>
internal static class IsoDuration
{
    /// <summary>What messages say to do.</summary>
    public const string Remedy = "Write one such as \"PT30M\" (30 minutes), \"PT2H\" (2 hours) or \"P1D\" (a day).";

    /// <summary>The longest that makes sense, so that a point in time and one of these never leave the calendar.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3653);

    private const int MostDigits = 15;

    public static string Format(TimeSpan duration) => XmlConvert.ToString(duration);

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        ReadOnlySpan<char> rest = text;
        bool negative = rest.StartsWith('-');
        rest = negative ? rest[1..] : rest;
        if (!rest.StartsWith('P') || rest.Length < 3)
        {
            return false;
        }

        rest = rest[1..];
        decimal ticks = 0;
        bool time = false;
        string units = "WDHMS";
        while (!rest.IsEmpty)
        {
            if (rest[0] == 'T' && !time && rest.Length > 1)
            {
                time = true;
                rest = rest[1..];
            }

            if (!TryTakePart(ref rest, time, ref units, ref ticks))
            {
                return false;
            }
        }

        ticks = negative ? -ticks : ticks;
        if (ticks > long.MaxValue || ticks < long.MinValue)
        {
            return false;
        }

        duration = new TimeSpan((long)ticks);
        return true;
    }

    // A number and its unit. Units come from the longest to the shortest, each once; only seconds may have a fraction.
    private static bool TryTakePart(ref ReadOnlySpan<char> rest, bool time, ref string units, ref decimal ticks)
    {
        if (!TryTakeDigits(ref rest, out long whole, out _))
        {
            return false;
        }

        long fraction = 0;
        bool hasFraction = rest.StartsWith('.');
        if (hasFraction)
        {
            rest = rest[1..];
            if (!TryTakeDigits(ref rest, out fraction, out int digits) || digits > 7)
            {
                return false;
            }

            for (int i = digits; i < 7; i++)
            {
                fraction *= 10;
            }
        }

        int place = rest.IsEmpty ? -1 : units.IndexOf(rest[0], StringComparison.Ordinal);
        if (place < 0 || time == (rest[0] is 'W' or 'D') || (hasFraction && rest[0] != 'S'))
        {
            return false;
        }

        ticks += ((decimal)whole * TicksOf(rest[0])) + fraction;
        units = units[(place + 1)..];
        rest = rest[1..];
        return true;
    }

    private static bool TryTakeDigits(ref ReadOnlySpan<char> rest, out long value, out int digits)
    {
        value = 0;
        digits = 0;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
        {
            if (digits == MostDigits)
            {
                return false;
            }

            value = (value * 10) + (rest[digits++] - '0');
        }

        rest = rest[digits..];
        return digits > 0;
    }

    private static long TicksOf(char unit) => unit switch
    {
        'W' => 7 * TimeSpan.TicksPerDay,
        'D' => TimeSpan.TicksPerDay,
        'H' => TimeSpan.TicksPerHour,
        'M' => TimeSpan.TicksPerMinute,
        _ => TimeSpan.TicksPerSecond,
    };
}
