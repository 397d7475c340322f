using System.Text.RegularExpressions;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>The functions of <c>regex</c>, over .NET's regular expressions.</summary>
internal static class RegexFunctions
{
    private const int LongestTriedText = 100_000;

    private static readonly StaticType Texts = StaticType.List(StaticType.Text);

    public static IEnumerable<Function> All { get; } =
    [
        new("regex.escape", StaticType.Text, static a => a.NewText(Regex.Escape(a.GivenText(0))), Text("pattern")),
        new("regex.unescape", StaticType.Text, Unescape, Text("pattern")),
        new("regex.match", Texts, static a => Run(a, 2, static (a, regex, text, _) => GroupsOf(a, regex.Match(text))), Text("text"), Text("pattern"), Text("options").OrNull()),
        new("regex.matches", StaticType.List(Texts), static a => Run(a, 2, AllMatches), Text("text"), Text("pattern"), Text("options").OrNull()),
        new("regex.replace", StaticType.Text, static a => Run(a, 3, Replace), Text("text"), Text("pattern"), Text("replace"), Text("options").OrNull()),
        new("regex.split", Texts, static a => Run(a, 2, Split), Text("text"), Text("pattern"), Text("options").OrNull()),
    ];

    private delegate Value Use(Arguments arguments, Regex regex, string text, RegexClock clock);

    private static Value Run(Arguments arguments, int options, Use use)
    {
        string pattern = arguments.GivenText(1);
        Patterns.GetReady();
        var clock = new RegexClock(arguments.State);
        try
        {
            Regex regex = Patterns.Find(arguments, pattern, arguments[options].IsNull ? null : arguments.Text(options));
            clock.Check();
            CheckLength(arguments, regex);
            Value result = use(arguments, regex, arguments.GivenText(0), clock);
            clock.Check();
            return result;
        }
        catch (RegexParseException)
        {
            // Mistakes of the expression itself are reported where it is made.
            throw arguments.Fail("\"replace\" names a group by a number that no group can have; \"$$\" is a dollar sign.");
        }
        catch (RegexMatchTimeoutException)
        {
            throw arguments.Exceed($"\"{pattern}\" takes longer than the {arguments.State.Settings.MaxRegexTime.TotalMilliseconds} milliseconds that all regular expressions have together, the limit of RenderSettings.MaxRegexTime.");
        }
    }

    /// <summary>What goes back keeps every way it has not tried, and looks at the clock only now and then.</summary>
    private static void CheckLength(Arguments arguments, Regex regex)
    {
        int length = arguments.GivenText(0).Length;
        if (length > LongestTriedText && !regex.Options.HasFlag(RegexOptions.NonBacktracking))
        {
            throw arguments.Exceed($"\"{regex}\" has look-arounds, back-references or atomic groups, and is only tried on texts of at most {LongestTriedText} characters, not {length}.");
        }
    }

    private static Value GroupsOf(Arguments arguments, Match match)
    {
        if (!match.Success)
        {
            return arguments.NewList([]);
        }

        var groups = new Value[match.Groups.Count];
        for (int i = 0; i < groups.Length; i++)
        {
            groups[i] = Value.From(match.Groups[i].Value);
        }

        return arguments.NewList(groups);
    }

    private static Value AllMatches(Arguments arguments, Regex regex, string text, RegexClock clock)
    {
        var matches = new List<Value>();
        for (Match match = regex.Match(text); match.Success; match = match.NextMatch())
        {
            clock.Check();
            arguments.State.CountItems(match.Groups.Count, arguments.Place);
            arguments.State.CheckListLength(matches.Count + 1, arguments.Place);
            matches.Add(GroupsOf(arguments, match));
        }

        return arguments.NewList([.. matches]);
    }

    private static Value Replace(Arguments arguments, Regex regex, string text, RegexClock clock)
    {
        // Each piece is checked before the next is made, so that a replacement cannot grow without bounds.
        string replacement = arguments.GivenText(2);
        OutputBuffer output = arguments.State.Output;
        int start = output.Length;
        int end = 0;
        for (Match match = regex.Match(text); match.Success; match = match.NextMatch())
        {
            clock.Check();
            arguments.State.CountItems(1, arguments.Place);
            output.Write(text.AsSpan(end, match.Index - end));
            CheckReplacement(arguments, text, match, replacement, (long)output.Length - start);
            output.Write(match.Result(replacement));
            end = match.Index + match.Length;
        }

        output.Write(text.AsSpan(end));
        return Value.From(output.Cut(start));
    }

    /// <summary>A replacement that names groups again and again is built as a whole before its length can be seen.</summary>
    private static void CheckReplacement(Arguments arguments, string text, Match match, string replacement, long written)
    {
        int named = replacement.AsSpan().Count('$');
        if (named == 0)
        {
            return;
        }

        bool takesAll = replacement.Contains("$`", StringComparison.Ordinal) || replacement.Contains("$'", StringComparison.Ordinal) || replacement.Contains("$_", StringComparison.Ordinal);
        int longest = takesAll ? text.Length : match.Groups.Cast<Group>().Max(static group => group.Length);
        arguments.State.CheckTextLength(written + replacement.Length + ((long)named * longest), arguments.Place);
    }

    private static Value Split(Arguments arguments, Regex regex, string text, RegexClock clock)
    {
        // As Regex.Split does, which looks at no clock between two matches: the texts between them, and what their groups hold.
        var parts = new List<Value>();
        int end = 0;
        for (Match match = regex.Match(text); match.Success; match = match.NextMatch())
        {
            clock.Check();
            arguments.State.CountItems(match.Groups.Count, arguments.Place);
            arguments.State.CheckListLength(parts.Count + match.Groups.Count, arguments.Place);
            parts.Add(Value.From(text[end..match.Index]));
            for (int i = 1; i < match.Groups.Count; i++)
            {
                if (match.Groups[i].Success)
                {
                    parts.Add(Value.From(match.Groups[i].Value));
                }
            }

            end = match.Index + match.Length;
        }

        parts.Add(Value.From(text[end..]));
        return arguments.NewList([.. parts]);
    }

    private static Value Unescape(Arguments arguments)
    {
        try
        {
            return arguments.NewText(Regex.Unescape(arguments.GivenText(0)));
        }
        catch (RegexParseException problem)
        {
            throw arguments.Fail($"\"{arguments.Text(0)}\" has an escape that is none, at character {problem.Offset}.");
        }
    }
}
