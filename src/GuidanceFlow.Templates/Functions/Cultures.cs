using System.Collections.Frozen;
using System.Globalization;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Cultures that a template names.</summary>
/// <remarks>Thread-safe.</remarks>
internal static class Cultures
{
    // The system would make up others, such as "en-x-shop", and keep them for ever.
    private static readonly Lazy<FrozenSet<string>> Known = new(() => CultureInfo.GetCultures(CultureTypes.AllCultures).Select(culture => culture.Name).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    public static CultureInfo Find(Arguments arguments, string name)
    {
        try
        {
            return Known.Value.Contains(name) ? CultureInfo.GetCultureInfo(name, predefinedOnly: true) : throw NotFound(arguments, name);
        }
        catch (CultureNotFoundException)
        {
            throw NotFound(arguments, name);
        }
    }

    private static Exception NotFound(Arguments arguments, string name) => arguments.Fail($"there is no culture \"{name}\"; \"en-US\" is one.");
}
