namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads the name of a language: BCP 47 as far as its shape goes, because no machine knows all languages.</summary>
internal static class LocaleReader
{
    private const int LongestSubtag = 8;

    public static string? Read(ReadContext context, int node)
    {
        if (context.Text(node) is not { Length: > 0 } locale)
        {
            return null;
        }

        if (!IsLocale(locale))
        {
            context.Invalid(node, $"{Diagnostics.Spelling.Quote(locale)} is not the name of a language. Write one such as \"en\", \"de-AT\" or \"zh-CN\".");
        }

        return locale;
    }

    private static bool IsLocale(string locale)
    {
        string[] subtags = locale.Split('-');
        return subtags[0].Length >= 2
            && subtags[0].All(char.IsAsciiLetter)
            && subtags.All(subtag => subtag.Length is > 0 and <= LongestSubtag && subtag.All(char.IsAsciiLetterOrDigit));
    }
}
