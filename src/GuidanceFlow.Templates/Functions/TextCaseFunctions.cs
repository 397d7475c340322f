using GuidanceFlow.Templates.Binding;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Functions of <c>string</c> about upper and lower case.</summary>
internal static class TextCaseFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("string.upcase", StaticType.Text, static a => a.NewText(a.Text(0).ToUpperInvariant()), Text("text")) { KeepsNull = true },
        new("string.downcase", StaticType.Text, static a => a.NewText(a.Text(0).ToLowerInvariant()), Text("text")) { KeepsNull = true },
        new("string.capitalize", StaticType.Text, static a => a.NewText(Capitalize(a, a.Text(0))), Text("text")),
        new("string.capitalizewords", StaticType.Text, static a => a.NewText(CapitalizeWords(a, a.Text(0))), Text("text")),
        new("string.handleize", StaticType.Text, static a => a.NewText(Handleize(a.GivenText(0))), Text("text")),
        new("string.pluralize", StaticType.Text, static a => PluralOf(a, a.Position(0) == 1 ? 1 : 2), Integer("number"), Text("singular"), Text("plural")),
    ];

    private static Value PluralOf(Arguments arguments, int index) => arguments[index].IsNull ? Value.Null : arguments.NewText(arguments.Text(index));

    private static string Capitalize(Arguments arguments, string text) =>
        text.Length == 0 ? text : string.Concat([char.ToUpper(text[0], arguments.State.Culture)], text.AsSpan(1));

    /// <summary>The first letter of each word becomes big, whatever signs stand before it.</summary>
    private static string CapitalizeWords(Arguments arguments, string text)
    {
        char[] result = text.ToCharArray();
        bool isDue = true;
        for (int i = 0; i < result.Length; i++)
        {
            if (isDue && char.IsLetter(result[i]))
            {
                result[i] = char.ToUpper(result[i], arguments.State.Culture);
                isDue = false;
            }

            isDue |= char.IsWhiteSpace(result[i]);
        }

        return new string(result);
    }

    /// <summary>Letters and digits in lower case, and one hyphen for whatever stands between them.</summary>
    private static string Handleize(string text)
    {
        var result = new System.Text.StringBuilder(text.Length);
        foreach (char character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                result.Append(char.ToLowerInvariant(character));
            }
            else if (result.Length == 0 || result[^1] != '-')
            {
                result.Append('-');
            }
        }

        return result.Length > 0 && result[^1] == '-' ? result.ToString(0, result.Length - 1) : result.ToString();
    }
}
