using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>Warns of languages in which customers cannot say what they want instead of answering: no words are built in for it, and the flow gives none.</summary>
internal static class CommandRules
{
    public static void Run(CompilationContext context)
    {
        EquatableArray<string> locales = context.Definition.Locales;
        if (!context.Places.Exists(place => place.Definition is AnsweredStepDefinition))
        {
            return;
        }

        for (int i = 0; i < locales.Count; i++)
        {
            // A translation that could not be read may well have the words.
            bool isKnown = i == 0 || !context.UnreadTranslations;
            if (!isKnown || Phrases.In(CommandWords.LanguageOf(locales[i])) is not null)
            {
                continue;
            }

            TranslatedTexts? texts = i == 0 ? null : context.TranslatedTexts[i - 1];
            string[] silent = [.. Enum.GetValues<SessionCommand>().Where(command => !HasWords(context.Definition, command, texts)).Select(command => $"'{CommandNames.Of(command)}'")];
            if (silent.Length > 0)
            {
                context.Report(
                    DiagnosticCatalog.NoCommandWords,
                    SourcePath.Root.Member("locales").Item(i),
                    $"Customers have no words in {Spelling.Quote(locales[i])} for {string.Join(", ", silent)}; only English and Chinese ones are built in. Give them under 'commands'{(i == 0 ? ", such as \"back\": { \"words\": [\"…\"] }" : " in the translation, such as \"back\": { \"words\": { \"text\": [\"…\"] } }")}, or switch off what is not wanted.");
            }
        }
    }

    private static bool HasWords(FlowDefinition flow, SessionCommand command, TranslatedTexts? texts)
    {
        CommandDefinition definition = flow.Commands.FirstOrDefault(own => own.Command == command) ?? new CommandDefinition { Command = command };
        TranslatedText? translated = null;
        SourcePath words = SourcePath.Root.Member("commands").Member(CommandNames.Of(command)).Member("words");
        return definition.Off || !(texts?.TryFind(words, out translated) == true ? translated.Texts : texts is null ? definition.Words : default).IsEmpty;
    }
}
