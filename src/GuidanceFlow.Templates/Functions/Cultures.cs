using System.Globalization;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Cultures that a template names.</summary>
internal static class Cultures
{
    public static CultureInfo Find(Arguments arguments, string name)
    {
        try
        {
            // Only those the system knows: it would make up any other and keep it for ever.
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            throw arguments.Fail($"there is no culture \"{name}\"; \"en-US\" is one.");
        }
    }
}
