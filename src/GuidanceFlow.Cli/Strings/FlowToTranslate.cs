using GuidanceFlow.Cli.Files;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Cli.Strings;

/// <summary>A flow whose texts are to be translated, as far as it can be read; whether it compiles does not matter here.</summary>
internal sealed record FlowToTranslate(string Path, FlowDefinition Definition)
{
    /// <summary>Reads the flow; null when it cannot be read, which was said.</summary>
    public static FlowToTranslate? Read(Terminal terminal, string path)
    {
        FlowReadResult read = FlowReader.Read(FlowSource.FromFile(path));
        foreach (Diagnostic diagnostic in read.Diagnostics)
        {
            terminal.Error.WriteLine(diagnostic);
        }

        return read.Definition is { } definition ? new FlowToTranslate(path, definition) : null;
    }

    /// <summary>The languages to translate into: the one that is wanted, or all the flow has beside its own; null when there are none, which was said.</summary>
    public IReadOnlyList<string>? Languages(Terminal terminal, string? wanted)
    {
        if (string.Equals(wanted, Definition.Locales[0], StringComparison.OrdinalIgnoreCase))
        {
            terminal.Error.WriteLine($"error: '{wanted}' is the flow's own language.");
            return null;
        }

        // A translation is held to the rules of the format, as its file will be.
        if (wanted is not null && TranslationSource.FromDefinition(new TranslationDefinition { FlowId = Definition.Id, Locale = wanted }).Read().Diagnostics is [{ } problem, ..])
        {
            terminal.Error.WriteLine("error: " + problem.Message);
            return null;
        }

        if (wanted is not null)
        {
            return [Definition.Locales.FirstOrDefault(locale => string.Equals(locale, wanted, StringComparison.OrdinalIgnoreCase)) ?? wanted];
        }

        if (Definition.Locales.Count == 1)
        {
            terminal.Error.WriteLine($"error: {Path} has one language only. Add others to its 'locales', or name one with --locale.");
            return null;
        }

        return [.. Definition.Locales.Skip(1)];
    }

    /// <summary>The languages that have a file beside the flow: those the flow lists in their order, then others, which it may list later.</summary>
    public IReadOnlyList<string> Translated() =>
        [.. Definition.Locales.Skip(1).Where(locale => File.Exists(TranslationPath(locale)))
            .Concat(FlowFiles.TranslationsBeside(Path))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(locale => !string.Equals(locale, Definition.Locales[0], StringComparison.OrdinalIgnoreCase))];

    public string TranslationPath(string locale) => TranslationSource.PathBeside(Path, locale);
}
