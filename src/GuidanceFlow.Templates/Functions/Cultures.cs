using System.Globalization;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Cultures that a template names.</summary>
internal static class Cultures
{
    public static CultureInfo Find(Arguments arguments, string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            throw arguments.Fail($"there is no culture \"{name}\"; \"en-US\" is one.");
        }
    }
}
