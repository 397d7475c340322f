using System.CommandLine;
using System.Globalization;
using GuidanceFlow.Cli.Files;
using GuidanceFlow.Cli.Strings;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Translations;

namespace GuidanceFlow.Cli.Commands;

/// <summary>Says what translations lack.</summary>
internal static class StringsCheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("paths") { Description = "Flows, or folders with flows in them.", Arity = ArgumentArity.OneOrMore };
        var command = new CommandWithExamples(
            "check",
            "Says how far translations are, and what is missing, out of date or left over in them.",
            """
            'guidanceflow validate' says the same beside everything else; this looks at translations alone,
            and counts also those of languages that the flow does not list yet.

            Examples:
              guidanceflow strings check flows/
              guidanceflow strings check flows/router.json
            """)
        {
            paths,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(paths)!));
        return command;
    }

    private static int Run(Terminal terminal, string[] paths)
    {
        IReadOnlyList<string> flows = FlowFiles.FindAll(terminal, paths, out int code);
        foreach (string file in flows)
        {
            code = Math.Max(code, Check(terminal, file));
        }

        return code;
    }

    private static int Check(Terminal terminal, string path)
    {
        if (FlowToTranslate.Read(terminal, path) is not { } flow)
        {
            return ExitCode.NotLoaded;
        }

        Diagnostic[] findings = [.. FlowCompiler.Compile([FlowSource.FromFile(path)]).Diagnostics.Where(diagnostic => IsAboutLanguages(diagnostic) || diagnostic.Location.File != path)];
        foreach (Diagnostic finding in findings)
        {
            terminal.Error.WriteLine(finding);
        }

        // Translators come before customers: a language may have a file before the flow lists it.
        foreach (string language in flow.Definition.Locales.Skip(1).Concat(FlowFiles.TranslationsBeside(path)).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            string file = flow.TranslationPath(language);
            string listed = flow.Definition.Locales.Contains(language, StringComparer.OrdinalIgnoreCase) ? string.Empty : " (not in the flow's 'locales')";
            terminal.Text.WriteLine((TranslationSource.FromFile(file).Read().Definition is { } translation
                ? Describe(file, flow.Definition, translation)
                : $"{file}: {(File.Exists(file) ? "cannot be read" : "is not there")}{(!File.Exists(file) && ParentOf(flow.Definition, language) is { } parent ? $", all texts come from '{parent}'" : string.Empty)}") + listed);
        }

        return Array.Exists(findings, finding => finding.Severity == DiagnosticSeverity.Error) ? ExitCode.Findings : ExitCode.Ok;
    }

    private static bool IsAboutLanguages(Diagnostic diagnostic) =>
        diagnostic.Code.StartsWith("GF07", StringComparison.Ordinal) || diagnostic.Descriptor == DiagnosticCatalog.NoYesNoWords || diagnostic.Descriptor == DiagnosticCatalog.NoTitle;

    private static string Describe(string file, FlowDefinition flow, TranslationDefinition translation)
    {
        TranslationUpdate update = TranslationUpdate.Make(flow, translation);
        int all = FlowTexts.Of(flow).Count(text => text.IsRequired);
        string found = update.Found.IsEmpty ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", once 'guidanceflow strings update' has found {update.Found.Length} again");
        string rest = string.Create(CultureInfo.InvariantCulture, $"{update.Stale.Length} out of date, {update.SetAside.Length} left over{found}");
        if (ParentOf(flow, translation.Locale) is { } parent)
        {
            int own = update.Translation.Entries.Count(entry => entry.Untranslated || !entry.Texts.IsEmpty);
            return string.Create(CultureInfo.InvariantCulture, $"{file}: {own} of {all} texts of its own, the others from '{parent}', {rest}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{file}: {all - update.Missing.Length - update.Stale.Length} of {all} texts translated, {update.Missing.Length} missing, {rest}");
    }

    /// <summary>The language of the flow that a language takes its texts from where it has none: <c>zh</c> for <c>zh-TW</c>.</summary>
    private static string? ParentOf(FlowDefinition flow, string language)
    {
        string? parent = null;
        for (int cut = language.LastIndexOf('-'); cut > 0 && parent is null; cut = language.LastIndexOf('-', cut - 1))
        {
            parent = flow.Locales.FirstOrDefault(locale => locale.AsSpan().Equals(language.AsSpan(0, cut), StringComparison.OrdinalIgnoreCase));
        }

        return parent;
    }
}
