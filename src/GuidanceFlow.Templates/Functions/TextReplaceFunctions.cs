using GuidanceFlow.Templates.Binding;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Functions of <c>string</c> that remove or replace something. The first or last of something is found in capitals, too; all of it only as it is written.</summary>
internal static class TextReplaceFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("string.remove", StaticType.Text, static a => ReplaceAll(a, string.Empty), Text("text"), Text("remove")) { KeepsNull = true, Searches = true },
        new("string.remove_first", StaticType.Text, static a => ReplaceOne(a, string.Empty, fromEnd: false), Text("text"), Text("remove")) { KeepsNull = true, Searches = true },
        new("string.remove_last", StaticType.Text, static a => ReplaceOne(a, string.Empty, fromEnd: true), Text("text"), Text("remove")) { KeepsNull = true, Searches = true },
        new("string.replace", StaticType.Text, Replace, Text("text"), Text("match"), Text("replace")) { Searches = true },
        new(
            "string.replace_first",
            StaticType.Text,
            static a => ReplaceOne(a, a.Text(2), a.Boolean(3)),
            Text("text"),
            Text("match"),
            Text("replace"),
            new Parameter("fromend", ParameterKind.Boolean, Value.False)) { Searches = true },
        new("string.strip_newlines", StaticType.Text, static a => a.NewText(a.Text(0).Replace("\r", string.Empty, StringComparison.Ordinal).Replace("\n", string.Empty, StringComparison.Ordinal)), Text("text")),
    ];

    private static Value Replace(Arguments arguments) => arguments.Text(1).Length > 0 || arguments.Text(0).Length == 0
        ? ReplaceAll(arguments, arguments.Text(2))
        : throw arguments.Fail("\"match\" must not be empty.");

    private static Value ReplaceAll(Arguments arguments, string replacement)
    {
        string text = arguments.Text(0);
        string match = arguments.Text(1);
        if (match.Length == 0)
        {
            return Value.From(text);
        }

        if (replacement.Length > match.Length)
        {
            int count = 0;
            for (int i = text.IndexOf(match, StringComparison.Ordinal); i >= 0; i = text.IndexOf(match, i + match.Length, StringComparison.Ordinal))
            {
                count++;
            }

            arguments.State.CheckTextLength(text.Length + ((long)count * (replacement.Length - match.Length)), arguments.Place);
        }

        return arguments.NewText(text.Replace(match, replacement, StringComparison.Ordinal));
    }

    private static Value ReplaceOne(Arguments arguments, string replacement, bool fromEnd)
    {
        string text = arguments.Text(0);
        string match = arguments.Text(1);
        int index = match.Length == 0 ? -1 : fromEnd ? text.LastIndexOf(match, StringComparison.OrdinalIgnoreCase) : text.IndexOf(match, StringComparison.OrdinalIgnoreCase);
        return index < 0
            ? Value.From(text)
            : arguments.NewText(string.Concat(text.AsSpan(0, index), replacement, text.AsSpan(index + match.Length)));
    }
}
