using GuidanceFlow.Answers;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>Warns of questions for yes or no in a language whose words for them are neither built in nor given.</summary>
internal static class YesNoRules
{
    public static void Run(CompilationContext context)
    {
        EquatableArray<string> locales = context.Definition.Locales;
        for (int i = 0; i < locales.Count; i++)
        {
            // A translation that could not be read may well have the words.
            bool isKnown = i == 0 || !context.UnreadTranslations;
            if (isKnown && !YesNoMatcher.Knows(locales[i]))
            {
                Check(context, locales[i], i == 0 ? null : context.TranslatedTexts[i - 1]);
            }
        }
    }

    private static void Check(CompilationContext context, string locale, TranslatedTexts? texts)
    {
        TranslationPlace? translation = texts is null ? null : context.Translations.Find(place => string.Equals(place.Definition.Locale, locale, StringComparison.OrdinalIgnoreCase));
        foreach (StepPlace place in context.Places)
        {
            if (place.Definition is AskStepDefinition { Confirm: not null })
            {
                context.Report(
                    DiagnosticCatalog.NoYesNoWords,
                    place.Path.Member("confirm"),
                    $"'{place.Definition.Id}' asks whether an answer is right, but no yes and no are known in {Spelling.Quote(locale)}; only English and Chinese words are built in. Take 'confirm' out, and ask with a 'yes_no' step of its own.");
            }

            if (place.Definition is not AnsweredStepDefinition { Answer: YesNoAnswerDefinition answer } ask)
            {
                continue;
            }

            SourcePath path = place.Path.Member("answer");
            if (HasWords(texts, path.Member("yes"), answer.Yes) && HasWords(texts, path.Member("no"), answer.No))
            {
                continue;
            }

            string problem = $"'{ask.Id}' understands no yes and no in {Spelling.Quote(locale)}; only English and Chinese words are built in.";
            if (translation is null)
            {
                context.Report(DiagnosticCatalog.NoYesNoWords, path, problem + " Write \"answer\": { \"type\": \"yes_no\", \"yes\": [\"…\"], \"no\": [\"…\"] }.");
            }
            else
            {
                context.ReportName(
                    DiagnosticCatalog.NoYesNoWords,
                    translation.Root.Member(TextKey.NameOf(TextPart.Step)).Member(ask.Id),
                    problem + " Add \"answer.yes\": { \"text\": [\"…\"] } and \"answer.no\": { \"text\": [\"…\"] }.");
            }
        }
    }

    private static bool HasWords(TranslatedTexts? texts, SourcePath path, EquatableArray<string> source) =>
        texts?.TryFind(path, out TranslatedText? words) == true ? !words.Texts.IsEmpty : !source.IsEmpty;
}
