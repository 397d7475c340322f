using System.CommandLine;
using System.Globalization;
using GuidanceFlow.Cli.Strings;
using GuidanceFlow.Definitions;
using GuidanceFlow.Translations;

namespace GuidanceFlow.Cli.Commands;

/// <summary>Makes the file of a new translation.</summary>
internal static class StringsExtractCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("flow") { Description = "The flow." };
        var locale = new Option<string?>("--locale") { Description = "The language, such as zh-CN; without it, all languages of the flow that have no file yet.", HelpName = "language" };
        var command = new CommandWithExamples(
            "extract",
            "Writes the file for a new translation, with every text of the flow.",
            """
            A file that is there already is never touched; 'guidanceflow strings update' brings it up to date.

            Examples:
              guidanceflow strings extract flows/router.json
              guidanceflow strings extract flows/router.json --locale zh-CN
            """)
        {
            path,
            locale,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(path)!, parsed.GetValue(locale)));
        return command;
    }

    private static int Run(Terminal terminal, string path, string? wanted)
    {
        if (FlowToTranslate.Read(terminal, path) is not { } flow)
        {
            return ExitCode.NotLoaded;
        }

        if (flow.Languages(terminal, wanted) is not { } languages)
        {
            return ExitCode.Usage;
        }

        foreach (string language in languages)
        {
            string file = flow.TranslationPath(language);
            if (File.Exists(file))
            {
                if (wanted is not null)
                {
                    terminal.Error.WriteLine($"error: There is {file} already. Use 'guidanceflow strings update' to bring it up to date.");
                    return ExitCode.Usage;
                }

                terminal.Text.WriteLine($"{file}: is there already");
                continue;
            }

            TranslationUpdate update = TranslationUpdate.Make(flow.Definition, new TranslationDefinition { FlowId = flow.Definition.Id, Locale = language });
            try
            {
                TranslationFile.New(file, path).Write(update.Translation);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
            {
                terminal.Error.WriteLine($"error: {file} cannot be written: {exception.Message}");
                return ExitCode.Usage;
            }

            terminal.Text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {update.Missing.Length} texts to translate"));
            if (!flow.Definition.Locales.Contains(language, StringComparer.OrdinalIgnoreCase))
            {
                terminal.Text.WriteLine($"Add \"{language}\" to the 'locales' of {path} when it is translated.");
            }
        }

        return ExitCode.Ok;
    }
}
