using System.CommandLine;
using GuidanceFlow.Cli.Strings;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Translations;

namespace GuidanceFlow.Cli.Commands;

/// <summary>Brings translations up to date.</summary>
internal static class StringsUpdateCommand
{
    private const string All = "all";

    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("flow") { Description = "The flow." };
        var locale = new Option<string?>("--locale") { Description = "The language, such as zh-CN; without it, all languages that have a file.", HelpName = "language" };
        var confirm = new Option<string[]>("--confirm") { Description = "A text that has changed and whose translation still fits, such as steps/hello/text; 'all' for all of them.", HelpName = "key" };
        var command = new CommandWithExamples(
            "update",
            "Brings translations up to date with their flow; nothing translated is lost.",
            """
            New texts get an empty entry. Where a text has changed, its entry says under 'was' what it
            translates: compare, correct 'text', remove 'was'. A text that moved keeps its translation;
            one that is gone is set aside under 'unused'.

            Examples:
              guidanceflow strings update flows/router.json
              guidanceflow strings update flows/router.json --locale zh-CN --confirm steps/hello/text
            """)
        {
            path,
            locale,
            confirm,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(path)!, parsed.GetValue(locale), parsed.GetValue(confirm) ?? []));
        return command;
    }

    private static int Run(Terminal terminal, string path, string? wanted, string[] confirmed)
    {
        if (FlowToTranslate.Read(terminal, path) is not { } flow)
        {
            return ExitCode.NotLoaded;
        }

        IReadOnlyList<string> translated = wanted is null ? flow.Translated() : [];
        if ((translated.Count > 0 ? translated : flow.Languages(terminal, wanted)) is not { } languages)
        {
            return ExitCode.Usage;
        }

        HashSet<string> known = [.. FlowTexts.Of(flow.Definition).Select(text => text.Key.ToString())];
        if (Array.Find(confirmed, key => key != All && !known.Contains(key)) is { } unknown)
        {
            terminal.Error.WriteLine($"error: The flow has no text {Spelling.Quote(unknown)}.{(Spelling.Nearest(unknown, known) is { } nearest ? $" Did you mean '{nearest}'?" : " A text goes by its key, such as steps/hello/text; 'guidanceflow strings check' names those that are out of date.")}");
            return ExitCode.Usage;
        }

        // What has no translation is said before any file is touched.
        PresentTranslation[] present = [.. languages.Select(language => PresentTranslation.Read(terminal, flow, language))];
        if (Array.Find(confirmed, key => key != All && !Array.Exists(present, translation => translation.MayConfirm(key))) is { } untranslated)
        {
            terminal.Error.WriteLine($"error: {string.Join(", ", present.Select(translation => translation.File))}: '{untranslated}' has no translation yet, so there is nothing to confirm. Write it under 'text' first.");
            return ExitCode.Usage;
        }

        HashSet<string> fitting = [.. confirmed];
        return present.Max(translation => translation.Update(key => fitting.Contains(All) || fitting.Contains(key.ToString())));
    }
}
