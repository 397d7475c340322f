using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace GuidanceFlow.Templates.Functions;

/// <summary>
/// Regular expressions that templates use, kept for the next rendering. They match without going back, except for those with look-arounds,
/// back-references or atomic groups, which that way of matching does not have. All run against the clock.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal static class Patterns
{
    private const int Kept = 100;

    private const int LongestPattern = 10_000;

    private static readonly ConcurrentDictionary<(string Pattern, RegexOptions Options, TimeSpan Limit), Regex> Cache = new();

    // The first expressions of a process wait until the framework's code for them is compiled, which no template is to pay for with its time.
    private static readonly Lazy<bool> Ready = new(static () =>
        new Regex("(?<a>a)+b", RegexOptions.NonBacktracking, Regex.InfiniteMatchTimeout).Replace("ab", "${a}").Length > 0
        && new Regex("(?=a)a", RegexOptions.None, Regex.InfiniteMatchTimeout).IsMatch("a"));

    /// <summary>Sees to it that expressions can be made and matched at once; before any clock runs.</summary>
    public static void GetReady() => _ = Ready.Value;

    public static Regex Find(Arguments arguments, string pattern, string? options)
    {
        (string, RegexOptions, TimeSpan) key = (pattern, OptionsOf(options), arguments.State.Settings.MaxRegexTime);
        if (Cache.TryGetValue(key, out Regex? known))
        {
            return known;
        }

        Regex regex = Make(arguments, pattern, key.Item2, key.Item3);
        if (Cache.Count >= Kept)
        {
            Cache.Clear();
        }

        Cache.TryAdd(key, regex);
        return regex;
    }

    private static Regex Make(Arguments arguments, string pattern, RegexOptions options, TimeSpan limit)
    {
        // The clock is only looked at when it is made, which takes long for long ones.
        if (pattern.Length > LongestPattern)
        {
            throw arguments.Exceed($"a regular expression has at most {LongestPattern} characters, and this has {pattern.Length}.");
        }

        arguments.State.CountItems(pattern.Length, arguments.Place);
        try
        {
            try
            {
                return new Regex(pattern, options | RegexOptions.NonBacktracking, limit);
            }
            catch (NotSupportedException)
            {
                return new Regex(pattern, options, limit);
            }
        }
        catch (RegexParseException problem)
        {
            throw arguments.Fail($"\"{pattern}\" is no regular expression: {problem.Error} at character {problem.Offset}.");
        }
    }

    private static RegexOptions OptionsOf(string? options)
    {
        // What counts as the same letter in another case must not depend on the machine's language.
        RegexOptions result = RegexOptions.CultureInvariant;
        foreach (char option in options ?? string.Empty)
        {
            result |= option switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };
        }

        return result;
    }
}
