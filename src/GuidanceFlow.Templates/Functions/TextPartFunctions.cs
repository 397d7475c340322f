using GuidanceFlow.Templates.Binding;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Functions of <c>string</c> about lengths and parts.</summary>
internal static class TextPartFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("string.size", StaticType.Integer, static a => Value.From(a.Text(0).Length), Text("text")),
        new("string.slice", StaticType.Text, Slice, Text("text"), Integer("start"), Integer("length").OrNull()),
        new("string.slice1", StaticType.Text, Slice, Text("text"), Integer("start"), Integer("length", 1)),
        new("string.truncate", StaticType.Text, Truncate, Text("text"), Integer("length"), Text("ellipsis", "...")),
        new("string.truncatewords", StaticType.Text, TruncateWords, Text("text"), Integer("count"), Text("ellipsis", "...")),
        new("string.split", StaticType.List(StaticType.Text), Split, Text("text"), Text("match")),
    ];

    private static Value Slice(Arguments arguments)
    {
        string text = arguments.Text(0);
        long start = arguments.Integer(1);
        long length = arguments[2].IsNull ? text.Length : arguments.Integer(2);
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
        string ellipsis = arguments.Text(2);
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

    private static Value TruncateWords(Arguments arguments)
    {
        string[] words = arguments.Text(0).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        int count = Math.Max(0, arguments.Position(1));
        return words.Length <= count
            ? Value.From(string.Join(' ', words))
            : arguments.NewText(string.Join(' ', words.Take(count)) + arguments.Text(2));
    }

    private static Value Split(Arguments arguments)
    {
        string[] parts = arguments.Text(0).Split(arguments.Text(1), StringSplitOptions.RemoveEmptyEntries);
        return arguments.NewList([.. parts.Select(Value.From)]);
    }
}
