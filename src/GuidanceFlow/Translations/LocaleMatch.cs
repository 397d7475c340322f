using GuidanceFlow.Definitions;

namespace GuidanceFlow.Translations;

/// <summary>Finds the language of a flow that serves a wanted one. Names are compared without case, and <c>_</c> counts as <c>-</c>.</summary>
internal static class LocaleMatch
{
    /// <summary>The language that serves best; the first where the flow has nothing of the wanted language.</summary>
    public static string Resolve(EquatableArray<string> locales, string? wanted)
    {
        if (string.IsNullOrEmpty(wanted))
        {
            return locales[0];
        }

        if (Find(locales, wanted) is { } same)
        {
            return same;
        }

        var asked = new LocaleName(wanted);
        return asked.Narrowing().Select(name => Find(locales, name)).FirstOrDefault(found => found is not null)

            // A script that was asked for is given up only where nobody writes it.
            ?? (asked.IsScriptGiven ? SiblingOfScript(locales, asked) : null)
            ?? Find(locales, asked.Language)
            ?? SiblingOfScript(locales, asked)
            ?? locales.FirstOrDefault(locale => IsSibling(locale, asked))
            ?? locales[0];
    }

    /// <summary>The language whose texts stand in where this one has none: the nearest parent, <c>zh</c> for <c>zh-CN</c>; null when the flow has none.</summary>
    public static string? ParentOf(EquatableArray<string> locales, string locale)
    {
        for (int cut = locale.LastIndexOf('-'); cut > 0; cut = locale.LastIndexOf('-', cut - 1))
        {
            if (Find(locales, locale[..cut]) is { } parent)
            {
                return parent;
            }
        }

        return null;
    }

    private static string? Find(EquatableArray<string> locales, string name)
    {
        // Each session that is read asks, so nothing is allocated.
        for (int i = 0; i < locales.Count; i++)
        {
            if (string.Equals(locales[i], name, StringComparison.OrdinalIgnoreCase))
            {
                return locales[i];
            }
        }

        return null;
    }

    private static string? SiblingOfScript(EquatableArray<string> locales, LocaleName asked) => asked.Script is { } script
        ? locales.FirstOrDefault(locale => IsSibling(locale, asked) && string.Equals(new LocaleName(locale).Script, script, StringComparison.OrdinalIgnoreCase))
        : null;

    private static bool IsSibling(string locale, LocaleName asked) => string.Equals(new LocaleName(locale).Language, asked.Language, StringComparison.OrdinalIgnoreCase);
}
