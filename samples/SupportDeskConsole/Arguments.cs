using System.Globalization;

namespace SupportDeskConsole;

/// <summary>The command line: <c>[--locale language] [--customer name] [--person name] [--now time]</c>.</summary>
internal sealed record Arguments(string Locale, string? Customer, string? Person, DateTimeOffset? Now)
{
    public const string Usage = "SupportDeskConsole [--locale language] [--customer name] [--person name] [--now 2026-01-05T09:00:00Z]";

    /// <summary>The command line read; null when it does not follow its form.</summary>
    public static Arguments? Read(IReadOnlyList<string> words)
    {
        var arguments = new Arguments("en", null, null, null);
        for (int i = 0; i < words.Count; i += 2)
        {
            if (i + 1 == words.Count)
            {
                return null;
            }

            string value = words[i + 1];
            switch (words[i])
            {
                case "--locale":
                    arguments = arguments with { Locale = value };
                    break;
                case "--customer":
                    arguments = arguments with { Customer = value };
                    break;
                case "--person":
                    arguments = arguments with { Person = value };
                    break;
                case "--now" when DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset now):
                    arguments = arguments with { Now = now };
                    break;
                default:
                    return null;
            }
        }

        return arguments;
    }
}
