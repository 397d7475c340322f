namespace SmartHomeSetup;

/// <summary>The command line: <c>[flow.json [rehearsal.scenario.json]] [--locale language] [--resume file]</c>.</summary>
internal sealed record Arguments(IReadOnlyList<string> Files, string? Locale, string? Resume)
{
    public const string Usage = "SmartHomeSetup [flow.json [rehearsal.scenario.json]] [--locale language] [--resume file]";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "flow");

    public string Flow => Files.Count > 0 ? Files[0] : Path.Combine(Folder, "smart-home-setup.json");

    /// <summary>The command line read; null when it does not follow its form.</summary>
    public static Arguments? Read(IReadOnlyList<string> words)
    {
        var files = new List<string>();
        string? locale = null;
        string? resume = null;
        for (int i = 0; i < words.Count; i++)
        {
            switch (words[i])
            {
                case "--locale" when i + 1 < words.Count:
                    locale = words[++i];
                    break;
                case "--resume" when i + 1 < words.Count:
                    resume = words[++i];
                    break;
                case ['-', ..]:
                    return null;
                default:
                    files.Add(words[i]);
                    break;
            }
        }

        return files.Count > 2 ? null : new Arguments(files, locale, resume);
    }

    /// <summary>The rehearsal asked for, else the one in the customer's language, else the English one.</summary>
    public string RehearsalFor(string locale)
    {
        string own = Path.Combine(Folder, $"one-device-fails.{locale}.scenario.json");
        return Files.Count > 1 ? Files[1] : File.Exists(own) ? own : Path.Combine(Folder, "one-device-fails.scenario.json");
    }
}
