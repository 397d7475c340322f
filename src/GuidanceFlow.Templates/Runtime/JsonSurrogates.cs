using System.Text.Json;
using System.Text.RegularExpressions;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>JSON may hold half of a surrogate pair as an escape (<c>\ud800</c>), which is no text and which .NET does not read.</summary>
internal static partial class JsonSurrogates
{
    private const int LoneLength = 6;

    /// <summary>The same element, each half pair in it replaced by U+FFFD.</summary>
    public static JsonElement Repair(JsonElement element)
    {
        using JsonDocument document = JsonDocument.Parse(Escapes().Replace(element.GetRawText(), static match => match.Length == LoneLength ? "\\ufffd" : match.Value));
        return document.RootElement.Clone();
    }

    // An escaped backslash, a whole pair, or half of one.
    [GeneratedRegex(@"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escapes();
}
