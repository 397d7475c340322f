using GuidanceFlow.Diagnostics;

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
            string hyphens = locale.Replace('_', '-');
            context.Invalid(node, $"{Spelling.Quote(locale)} is not the name of a language. {(IsLocale(hyphens) ? $"Write \"{hyphens}\"." : "Write one such as \"en\", \"de-AT\" or \"zh-CN\".")}");
        }

        return locale;
    }

    /// <summary>Two or three letters for the language, then subtags; longer names of languages exist in no list.</summary>
    private static bool IsLocale(string locale)
    {
        string[] subtags = locale.Split('-');
        return subtags[0].Length is 2 or 3
            && subtags[0].All(char.IsAsciiLetter)
            && subtags.All(subtag => subtag.Length is > 0 and <= LongestSubtag && subtag.All(char.IsAsciiLetterOrDigit));
    }
}
