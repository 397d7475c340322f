using GuidanceFlow.Templates.Binding;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Functions of <c>string</c> about the two ends of a text.</summary>
internal static class TextEdgeFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("string.append", StaticType.Text, static a => Join(a, a.Text(0), a.Text(1)), Text("text"), Text("with")),
        new("string.prepend", StaticType.Text, static a => Join(a, a.Text(1), a.Text(0)), Text("text"), Text("by")),
        new("string.strip", StaticType.Text, static a => a.NewText(a.Text(0).Trim()), Text("text")) { KeepsNull = true },
        new("string.lstrip", StaticType.Text, static a => a.NewText(a.Text(0).TrimStart()), Text("text")) { KeepsNull = true },
        new("string.rstrip", StaticType.Text, static a => a.NewText(a.Text(0).TrimEnd()), Text("text")) { KeepsNull = true },
        new("string.pad_left", StaticType.Text, static a => a.NewText(a.Text(0).PadLeft(Width(a))), Text("text"), Integer("width")),
        new("string.pad_right", StaticType.Text, static a => a.NewText(a.Text(0).PadRight(Width(a))), Text("text"), Integer("width")),
    ];

    private static Value Join(Arguments arguments, string first, string second)
    {
        arguments.State.CountText((long)first.Length + second.Length, arguments.Place);
        return Value.From(string.Concat(first, second));
    }

    private static int Width(Arguments arguments)
    {
        int width = arguments.Position(1);
        arguments.State.CountText(width, arguments.Place);
        return width >= 0 ? width : throw arguments.Fail("\"width\" must not be negative.");
    }
}
