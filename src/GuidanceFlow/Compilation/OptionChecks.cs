using GuidanceFlow.Answers;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>Options of one question, or yes and no, that the same answer would choose. Options with a <c>when</c> are spared: they may never be offered together.</summary>
internal static class OptionChecks
{
    public static void Run(CompilationContext context, FlowStep[] nodes)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (FlowStep step in nodes)
        {
            if (step is AskStep { Answer: YesNoSpec yesNo } either)
            {
                Check(context, either, yesNo, texts: null);
                for (int i = 0; i < context.TranslatedTexts.Count; i++)
                {
                    Check(context, either, (YesNoSpec)either.Answers.In(i + 1), context.TranslatedTexts[i]);
                }
            }

            if (step is not AskStep { Answer: OptionsSpec choice } ask)
            {
                continue;
            }

            Check(context, ask, choice, texts: null, values, keys);
            for (int i = 0; i < context.TranslatedTexts.Count; i++)
            {
                Check(context, ask, (OptionsSpec)ask.Answers.In(i + 1), context.TranslatedTexts[i], values, keys);
            }
        }
    }

    private static void Check(CompilationContext context, AskStep ask, YesNoSpec yesNo, TranslatedTexts? texts)
    {
        if (Array.Find(yesNo.No, word => yesNo.Yes.Contains(word, StringComparer.Ordinal)) is { } both)
        {
            SourcePath path = ask.Place.Path.Member("answer").Member("no");
            context.Report(DiagnosticCatalog.AmbiguousOptions, texts?.TryFind(path, out TranslatedText? words) == true ? words.Path : path, $"The answer '{both}' to '{ask.Id}' would mean both yes and no. Take it out of one of the two.");
        }
    }

    private static void Check(CompilationContext context, AskStep ask, OptionsSpec choice, TranslatedTexts? texts, HashSet<string> values, Dictionary<string, int> keys)
    {
        values.Clear();
        keys.Clear();
        for (int i = 0; i < choice.Options.Length; i++)
        {
            ChoiceOption option = choice.Options[i];
            if (!values.Add(option.Value))
            {
                context.Report(DiagnosticCatalog.AmbiguousOptions, OptionOf(ask, i), $"Another option of '{ask.Id}' has the value {Spelling.Quote(option.Value)} too. Give each option its own.");
                continue;
            }

            foreach (string key in option.Keys)
            {
                if (option.When is null && !keys.TryAdd(key, i))
                {
                    SourcePath place = texts?.TryFind(OptionOf(ask, i).Member("label"), out TranslatedText? label) == true ? label.Path : OptionOf(ask, i);
                    context.Report(DiagnosticCatalog.AmbiguousOptions, place, $"The answer '{key}' would choose both '{choice.Options[keys[key]].Value}' and '{option.Value}'. Change a label or a synonym.");
                    break;
                }
            }
        }
    }

    private static SourcePath OptionOf(AskStep ask, int index) => ask.Place.Path.Member("answer").Member("options").Item(index);
}
