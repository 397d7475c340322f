using GuidanceFlow.Templates.Binding;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Functions of <c>string</c> about upper and lower case.</summary>
internal static class TextCaseFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("string.upcase", StaticType.Text, static a => a.NewText(a.State.Culture.TextInfo.ToUpper(a.Text(0))), Text("text")) { KeepsNull = true },
        new("string.downcase", StaticType.Text, static a => a.NewText(a.State.Culture.TextInfo.ToLower(a.Text(0))), Text("text")) { KeepsNull = true },
        new("string.capitalize", StaticType.Text, static a => a.NewText(Capitalize(a, a.Text(0), everyWord: false)), Text("text")),
        new("string.capitalizewords", StaticType.Text, static a => a.NewText(Capitalize(a, a.Text(0), everyWord: true)), Text("text")),
        new("string.handleize", StaticType.Text, static a => a.NewText(Handleize(a, a.Text(0))), Text("text")),
        new("string.pluralize", StaticType.Text, static a => a.Number(0) == 1 ? a[1] : a[2], Number("number"), Text("singular"), Text("plural")),
    ];

    private static string Capitalize(Arguments arguments, string text, bool everyWord)
    {
        char[] result = text.ToCharArray();
        for (int i = 0; i < result.Length; i++)
        {
            if (i == 0 || (everyWord && char.IsWhiteSpace(result[i - 1])))
            {
                result[i] = char.ToUpper(result[i], arguments.State.Culture);
            }
        }

        return new string(result);
    }

    /// <summary>Letters and digits in lower case, and one hyphen for whatever stands between them.</summary>
    private static string Handleize(Arguments arguments, string text)
    {
        var result = new System.Text.StringBuilder(text.Length);
        foreach (char character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                result.Append(char.ToLower(character, arguments.State.Culture));
            }
            else if (result.Length == 0 || result[^1] != '-')
            {
                result.Append('-');
            }
        }

        return result.Length > 1 && result[^1] == '-' ? result.ToString(0, result.Length - 1) : result.ToString();
    }
}
