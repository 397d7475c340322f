using System.Net;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>The functions of <c>html</c>.</summary>
internal static class HtmlFunctions
{
    // Beside letters and digits, what may stand in an address as it is.
    private const string AddressSigns = "-._~:/?#[]@!$&'()*+,;=";

    public static IEnumerable<Function> All { get; } =
    [
        new("html.escape", StaticType.Text, static a => a.NewText(WebUtility.HtmlEncode(a.Text(0))), Text("text")) { KeepsNull = true },
        new("html.strip", StaticType.Text, static a => Value.From(HtmlTags.Strip(a, a.Text(0))), Text("text")) { KeepsNull = true },
        new("html.newline_to_br", StaticType.Text, NewLineToBreak, Text("text")) { KeepsNull = true },
        new("html.url_encode", StaticType.Text, static a => a.NewText(Uri.EscapeDataString(a.Text(0))), Text("text")) { KeepsNull = true },
        new("html.url_escape", StaticType.Text, EscapeAddress, Text("text")) { KeepsNull = true },
    ];

    private static Value NewLineToBreak(Arguments arguments)
    {
        string text = arguments.Text(0);
        OutputBuffer output = arguments.State.Output;
        int start = output.Length;
        for (int i = 0; i < text.Length; i++)
        {
            bool isEnd = text[i] == '\r' || (text[i] == '\n' && (i == 0 || text[i - 1] != '\r'));
            output.Write(isEnd ? "<br />" : string.Empty);
            output.Write(text[i]);
        }

        return Value.From(output.Cut(start));
    }

    /// <summary>Escapes what may not stand in an address, and leaves the signs that give an address its form.</summary>
    private static Value EscapeAddress(Arguments arguments)
    {
        string text = arguments.Text(0);
        OutputBuffer output = arguments.State.Output;
        int start = output.Length;
        int at = 0;
        while (at < text.Length)
        {
            int end = at;
            while (end < text.Length && IsPlain(text[end]) == IsPlain(text[at]))
            {
                end++;
            }

            output.Write(IsPlain(text[at]) ? text.AsSpan(at, end - at) : Uri.EscapeDataString(text.AsSpan(at, end - at)));
            at = end;
        }

        return Value.From(output.Cut(start));
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || AddressSigns.Contains(c, StringComparison.Ordinal);
}
