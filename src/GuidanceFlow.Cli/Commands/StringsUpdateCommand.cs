using System.CommandLine;
using System.Globalization;
using GuidanceFlow.Cli.Strings;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Translations;

namespace GuidanceFlow.Cli.Commands;

/// <summary>Brings translations up to date.</summary>
internal static class StringsUpdateCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("flow") { Description = "The flow." };
        var locale = new Option<string?>("--locale") { Description = "The language, such as zh-CN; without it, all languages of the flow that have a file.", HelpName = "language" };
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

        if (flow.Languages(terminal, wanted) is not { } languages)
        {
            return ExitCode.Usage;
        }

        HashSet<string> known = [.. FlowTexts.Of(flow.Definition).Select(text => text.Key.ToString())];
        if (Array.Find(confirmed, key => key != "all" && !known.Contains(key)) is { } unknown)
        {
            terminal.Error.WriteLine($"error: The flow has no text '{unknown}'.{(Spelling.Nearest(unknown, known) is { } nearest ? $" Did you mean '{nearest}'?" : string.Empty)}");
            return ExitCode.Usage;
        }

        int code = ExitCode.Ok;
        foreach (string language in languages)
        {
            code = Math.Max(code, Update(terminal, flow, language, confirmed));
        }

        return code;
    }

    private static int Update(Terminal terminal, FlowToTranslate flow, string language, string[] confirmed)
    {
        string file = flow.TranslationPath(language);
        if (!File.Exists(file))
        {
            terminal.Error.WriteLine($"error: There is no {file}. Make it with 'guidanceflow strings extract'.");
            return ExitCode.Usage;
        }

        TranslationReadResult read = TranslationSource.FromFile(file).Read();
        if (read.Definition is not { } present)
        {
            foreach (Diagnostic diagnostic in read.Diagnostics)
            {
                terminal.Error.WriteLine(diagnostic);
            }

            terminal.Error.WriteLine($"error: {file} was left as it is. Correct it first.");
            return ExitCode.NotLoaded;
        }

        if (!string.Equals(present.Locale, language, StringComparison.OrdinalIgnoreCase) || !string.Equals(present.FlowId, flow.Definition.Id, StringComparison.Ordinal))
        {
            terminal.Error.WriteLine($"error: {file} says it is '{present.FlowId}' in '{present.Locale}', not '{flow.Definition.Id}' in '{language}'. It was left as it is.");
            return ExitCode.NotLoaded;
        }

        try
        {
            TranslationFile target = TranslationFile.Existing(file);
            TranslationUpdate update = TranslationUpdate.Make(flow.Definition, present, key => confirmed.Contains("all", StringComparer.Ordinal) || confirmed.Contains(key.ToString(), StringComparer.Ordinal));
            if (target.CommentLine > 0)
            {
                terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"error: {file}({target.CommentLine}): Comments would be lost. Put them under 'note', or remove them. The file was left as it is."));
                return ExitCode.Usage;
            }

            bool written = target.Write(update.Translation);
            terminal.Text.WriteLine(written ? Describe(file, update) : $"{file}: up to date");
            return ExitCode.Ok;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"error: {file} cannot be written: {exception.Message}");
            return ExitCode.Usage;
        }
    }

    private static string Describe(string file, TranslationUpdate update) => string.Create(
        CultureInfo.InvariantCulture,
        $"{file}: {update.Missing.Length} to translate, {update.Stale.Length} to look through, {update.Found.Length} found again, {update.SetAside.Length} set aside");
}
