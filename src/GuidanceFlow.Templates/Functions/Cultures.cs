using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Cultures that a template names.</summary>
/// <remarks>Thread-safe.</remarks>
internal static class Cultures
{
    // The system would make up others, such as "en-x-shop", and keep them for ever.
    private static readonly Lazy<FrozenSet<string>> Known = new(() => CultureInfo.GetCultures(CultureTypes.AllCultures).Select(culture => culture.Name).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static CultureInfo Find(Arguments arguments, string name)
    {
        try
        {
            return Known.Value.Contains(name) || IsLanguageAndRegion(name) ? CultureInfo.GetCultureInfo(name, predefinedOnly: true) : throw NotFound(arguments, name);
        }
        catch (CultureNotFoundException)
        {
            throw NotFound(arguments, name);
        }
    }

    /// <summary>
    /// Whether a name is a language and a region, as "zh-CN". The list of the system has "zh-Hans-CN" instead; of names in this form it knows which
    /// there are, and makes up none.
    /// </summary>
    private static bool IsLanguageAndRegion(string name)
    {
        if (name.Length is not (5 or 6) || name[^3] != '-')
        {
            return false;
        }

        return name.AsSpan(0, name.Length - 3).IndexOfAnyExcept(Letters) < 0 && name.AsSpan(name.Length - 2).IndexOfAnyExcept(Letters) < 0;
    }

    private static Exception NotFound(Arguments arguments, string name) => arguments.Fail($"there is no culture \"{name}\"; \"en-US\" is one.");
}
