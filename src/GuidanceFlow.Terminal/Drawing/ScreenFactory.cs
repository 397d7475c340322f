using Spectre.Console;

namespace GuidanceFlow.Terminal.Drawing;

/// <summary>Makes the screen that fits the terminal, by what the environment says about it.</summary>
internal static class ScreenFactory
{
    private static readonly string[] ProgramsWithLinks = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"];
    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_CTYPE", "LANG"];
    private static readonly string[] TerminalsWithLinks = ["kitty", "alacritty", "foot", "ghostty", "contour"];

    /// <summary>Whether cursor and colours can be steered at all.</summary>
    public static bool IsDumb(Func<string, string?> environment) => environment("TERM") is "dumb";

    public static Screen Create(IAnsiConsoleOutput output, Func<string, string?> environment)
    {
        bool dumb = IsDumb(environment);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = output,
            Ansi = dumb ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = dumb || environment("NO_COLOR") is { Length: > 0 } ? ColorSystemSupport.NoColors : ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        bool unicode = IsUnicode(environment);
        console.Profile.Capabilities.Unicode = unicode;
        return new Screen(console, unicode ? Glyphs.Unicode : Glyphs.Ascii, !dumb && HasLinks(environment));
    }

    /// <summary>Nothing asks a terminal for it, so the ones known to do it are listed; tmux and screen pass links on only sometimes.</summary>
    private static bool HasLinks(Func<string, string?> environment)
    {
        if (environment("TMUX") is not null || environment("STY") is not null)
        {
            return false;
        }

        string terminal = environment("TERM") ?? string.Empty;
        return ProgramsWithLinks.Contains(environment("TERM_PROGRAM"), StringComparer.Ordinal)
            || TerminalsWithLinks.Any(name => terminal.Contains(name, StringComparison.Ordinal))
            || environment("WT_SESSION") is not null
            || environment("KONSOLE_VERSION") is not null
            || (int.TryParse(environment("VTE_VERSION"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int vte) && vte >= 5000);
    }

    /// <summary>Only a locale that names another character set says no: many machines say nothing and mean UTF-8.</summary>
    private static bool IsUnicode(Func<string, string?> environment)
    {
        string? locale = LocaleVariables.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return locale is null
            || locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase)
            || locale.Contains("UTF8", StringComparison.OrdinalIgnoreCase)
            || (!locale.Contains('.', StringComparison.Ordinal) && locale is not ("C" or "POSIX"));
    }
}
