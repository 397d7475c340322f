using System.Globalization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Translations;

namespace GuidanceFlow.Cli.Strings;

/// <summary>A translation that is to be brought up to date, as far as it can be.</summary>
internal sealed class PresentTranslation
{
    private readonly Terminal _terminal;
    private readonly FlowToTranslate _flow;
    private readonly int _code;

    private PresentTranslation(Terminal terminal, FlowToTranslate flow, string file, int code)
    {
        _terminal = terminal;
        _flow = flow;
        _code = code;
        File = file;
    }

    public string File { get; }

    /// <summary>What the file says; null when it cannot be brought up to date, which was said.</summary>
    private TranslationDefinition? Definition { get; init; }

    public static PresentTranslation Read(Terminal terminal, FlowToTranslate flow, string language)
    {
        string file = flow.TranslationPath(language);
        if (!System.IO.File.Exists(file))
        {
            terminal.Error.WriteLine($"error: There is no {file}. Make it with 'guidanceflow strings extract'.");
            return new PresentTranslation(terminal, flow, file, ExitCode.Usage);
        }

        TranslationReadResult read = TranslationSource.FromFile(file).Read();
        if (read.Definition is not { } present)
        {
            foreach (Diagnostic diagnostic in read.Diagnostics)
            {
                terminal.Error.WriteLine(diagnostic);
            }

            terminal.Error.WriteLine($"error: {file} was left as it is. Correct it first.");
            return new PresentTranslation(terminal, flow, file, ExitCode.NotLoaded);
        }

        if (!string.Equals(present.Locale, language, StringComparison.OrdinalIgnoreCase) || !string.Equals(present.FlowId, flow.Definition.Id, StringComparison.Ordinal))
        {
            terminal.Error.WriteLine($"error: {file} says it is '{present.FlowId}' in '{present.Locale}', not '{flow.Definition.Id}' in '{language}'. It was left as it is.");
            return new PresentTranslation(terminal, flow, file, ExitCode.NotLoaded);
        }

        return new PresentTranslation(terminal, flow, file, ExitCode.Ok) { Definition = present };
    }

    /// <summary>Whether a text has a translation here that may still fit; of a file that was not read nobody knows.</summary>
    public bool MayConfirm(string key) =>
        Definition is null || TranslationUpdate.Make(_flow.Definition, Definition).Translation.Entries.Any(entry => entry.Key.ToString() == key && (entry.Untranslated || !entry.Texts.IsEmpty));

    /// <summary>Rewrites the file and says what is left to do.</summary>
    /// <returns>The exit code.</returns>
    public int Update(Func<TextKey, bool> confirm)
    {
        if (Definition is null)
        {
            return _code;
        }

        try
        {
            TranslationFile target = TranslationFile.Existing(File);
            if (target.CommentLine > 0)
            {
                _terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"error: {File}({target.CommentLine}): Comments would be lost. Put them under 'note', or remove them. The file was left as it is."));
                return ExitCode.Usage;
            }

            TranslationUpdate update = TranslationUpdate.Make(_flow.Definition, Definition, confirm);
            bool written = target.Write(update.Translation);
            UpdateReport.Write(_terminal.Text, _flow.Path, File, update, written);
            return ExitCode.Ok;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _terminal.Error.WriteLine($"error: {File} cannot be written: {exception.Message}");
            return ExitCode.Usage;
        }
    }
}
