using System.Text;
using System.Text.RegularExpressions;
using GuidanceFlow.Templates.Binding;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Functions of <c>string</c> about lengths and parts.</summary>
internal static partial class TextPartFunctions
{
    private const string Ellipsis = "...";

    public static IEnumerable<Function> All { get; } =
    [
        new("string.size", StaticType.Integer, static a => Value.From(a.Text(0).Length), Text("text")),
        new("string.slice", StaticType.Text, static a => Slice(a, a[2].IsNull ? a.Text(0).Length : a.Position(2)), Text("text"), Integer("start"), Integer("length").OrNull()),
        new("string.slice1", StaticType.Text, static a => Slice(a, Math.Max(0, a.Position(2))), Text("text"), Integer("start"), Integer("length", 1)),
        new("string.truncate", StaticType.Text, Truncate, Text("text"), Integer("length"), Text("ellipsis", Ellipsis)),
        new("string.truncatewords", StaticType.Text, TruncateWords, Text("text"), Integer("count"), Text("ellipsis", Ellipsis)),
        new("string.split", StaticType.List(StaticType.Text), Split, Text("text"), Text("match")),
    ];

    private static Value Slice(Arguments arguments, long length)
    {
        string text = arguments.Text(0);
        long start = arguments.Position(1);
        if (length < 0)
        {
            throw arguments.Fail("\"length\" must not be negative.");
        }

        // A start before the text's beginning takes as much less.
        start += start < 0 ? text.Length : 0;
        length = start < 0 ? length + start : length;
        int first = (int)Math.Clamp(start, 0, text.Length);
        int count = (int)Math.Clamp(length, 0, text.Length - first);
        return Value.From(text.Substring(first, count));
    }

    private static Value Truncate(Arguments arguments)
    {
        string text = arguments.Text(0);
        string ellipsis = arguments[2].IsNull ? Ellipsis : arguments.Text(2);
        int length = arguments.Position(1);
        if (text.Length <= length)
        {
            return Value.From(text);
        }

        int kept = Math.Clamp(length - ellipsis.Length, 0, text.Length);

        // Half of a surrogate pair is no character.
        kept -= kept > 0 && kept < text.Length && char.IsSurrogatePair(text[kept - 1], text[kept]) ? 1 : 0;
        return arguments.NewText(string.Concat(text.AsSpan(0, kept), ellipsis));
    }

    /// <summary>
    /// The first words with one space between them, and three dots. Scriban adds the dots even where nothing is left out, and only
    /// those; templates are written with that in mind. White space at either end stands beside a word of no letters.
    /// </summary>
    private static Value TruncateWords(Arguments arguments)
    {
        string text = arguments.Text(0);
        int left = arguments.Position(1);
        if (text.Length == 0)
        {
            return Value.EmptyText;
        }

        var result = new StringBuilder();
        foreach (Range word in WhiteSpace().EnumerateSplits(text))
        {
            if (left-- <= 0)
            {
                break;
            }

            arguments.State.CountItems(1, arguments.Place);
            result.Append(word.Start.Value > 0 ? " " : string.Empty).Append(text.AsSpan(word));
        }

        return arguments.NewText(result.Append(Ellipsis).ToString());
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WhiteSpace();

    private static Value Split(Arguments arguments)
    {
        string[] parts = arguments.Text(0).Split(arguments.Text(1), StringSplitOptions.RemoveEmptyEntries);
        arguments.State.CountItems(parts.Length, arguments.Place);
        return arguments.NewList([.. parts.Select(Value.From)]);
    }
}
