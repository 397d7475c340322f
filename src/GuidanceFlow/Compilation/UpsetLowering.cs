using GuidanceFlow.Answers;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Prompts;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Compilation;

/// <summary>Compiles what is done for customers who are upset, and checks it.</summary>
internal static class UpsetLowering
{
    private static readonly SourcePath Root = SourcePath.Root.Member("upset");

    /// <summary>Compiles it; null where the flow has none.</summary>
    /// <param name="context">What is compiled.</param>
    /// <param name="targets">Where it may lead.</param>
    /// <param name="scope">The names its texts may read.</param>
    /// <param name="languages">The texts of each language; null for the flow's own.</param>
    /// <param name="binders">The binder of each language.</param>
    public static CompiledUpset? Lower(CompilationContext context, TargetResolver targets, INameScope scope, TranslatedTexts?[] languages, TemplateBinder[] binders)
    {
        if (context.Definition.Upset is not { } upset)
        {
            return null;
        }

        string[][] words = [.. languages.Select((texts, i) => WordsIn(context, upset, texts, context.Definition.Locales.ElementAtOrDefault(i) ?? "en"))];
        Template[][] texts = [.. binders.Select(binder => TextsIn(context, upset, binder, scope))];
        return new CompiledUpset(
            new Localized<string[]>(words[0], words.Length == 1 ? null : words[1..]),
            new Localized<Template[]>(texts[0], texts.Length == 1 ? null : texts[1..]),
            upset.After ?? UpsetDefinition.DefaultAfter,
            targets.ResolveOutside(upset.Goto, Root.Member("goto"), "What is done for upset customers leads to"));
    }

    private static string[] WordsIn(CompilationContext context, UpsetDefinition upset, TranslatedTexts? texts, string locale)
    {
        SourcePath list = Root.Member("words");
        TranslatedText? translated = null;
        EquatableArray<string> own = texts?.TryFind(list, out translated) == true ? translated.Texts : upset.Words;
        var words = new List<string>();
        for (int i = 0; i < own.Count; i++)
        {
            string normal = AnswerText.Normalize(own[i]);
            if (normal.Length == 0)
            {
                context.Report(DiagnosticCatalog.InvalidValue, translated?.Path ?? list.Item(i), $"{Spelling.Quote(own[i])} holds no letter or digit, so that nobody can say it. Write words.");
            }
            else
            {
                words.Add(normal);
            }
        }

        return [.. words, .. UpsetWords.In(locale)];
    }

    private static Template[] TextsIn(CompilationContext context, UpsetDefinition upset, TemplateBinder binder, INameScope scope)
    {
        var templates = new Template[upset.Texts.Count];
        for (int i = 0; i < templates.Length; i++)
        {
            SourcePath path = Root.Member("texts").Item(i);
            templates[i] = binder.Template(upset.Texts[i], scope, path, step: -1, UsePhase.Entry);
            AnywhereReads.Check(context, templates[i].Reads, path, "when a customer is upset");
        }

        return templates;
    }
}
