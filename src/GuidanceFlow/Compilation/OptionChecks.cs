using GuidanceFlow.Answers;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>Options of one question, or yes and no, that the same answer would choose; and too many of them. Options with a <c>when</c> are spared: they may never be offered together.</summary>
internal sealed class OptionChecks(CompilationContext context)
{
    private const int ComfortableOptions = 7;

    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);

    /// <summary>Checks a question in all languages.</summary>
    public void Check(AskStep ask)
    {
        if (ask.Answer is YesNoSpec yesNo)
        {
            Check(ask, yesNo, texts: null);
            for (int i = 0; i < context.TranslatedTexts.Count; i++)
            {
                Check(ask, (YesNoSpec)ask.Answers.In(i + 1), context.TranslatedTexts[i]);
            }
        }
        else if (ask.Answer is OptionsSpec choice)
        {
            CheckNumber(ask, choice);
            Check(ask, choice, texts: null);
            for (int i = 0; i < context.TranslatedTexts.Count; i++)
            {
                Check(ask, (OptionsSpec)ask.Answers.In(i + 1), context.TranslatedTexts[i]);
            }
        }
    }

    private void Check(AskStep ask, YesNoSpec yesNo, TranslatedTexts? texts)
    {
        if (Array.Find(yesNo.No, word => yesNo.Yes.Contains(word, StringComparer.Ordinal)) is { } both)
        {
            SourcePath path = ask.Place.Path.Member("answer").Member("no");
            context.Report(DiagnosticCatalog.AmbiguousOptions, texts?.TryFind(path, out TranslatedText? words) == true ? words.Path : path, $"The answer '{both}' to '{ask.Id}' would mean both yes and no. Take it out of one of the two.");
        }
    }

    private void CheckNumber(AskStep ask, OptionsSpec choice)
    {
        if (choice.Options.Length > ComfortableOptions)
        {
            context.Report(DiagnosticCatalog.ManyOptions, OptionsOf(ask), $"'{ask.Id}' offers {choice.Options.Length} options; more than {ComfortableOptions} are hard to keep in mind. Ask in two steps.");
        }
    }

    private void Check(AskStep ask, OptionsSpec choice, TranslatedTexts? texts)
    {
        _values.Clear();
        _keys.Clear();
        for (int i = 0; i < choice.Options.Length; i++)
        {
            ChoiceOption option = choice.Options[i];
            if (!_values.Add(option.Value))
            {
                context.Report(DiagnosticCatalog.AmbiguousOptions, OptionOf(ask, i), $"Another option of '{ask.Id}' has the value {Spelling.Quote(option.Value)} too. Give each option its own.");
                continue;
            }

            foreach (string key in option.Keys)
            {
                if (option.When is null && !_keys.TryAdd(key, i))
                {
                    SourcePath place = texts?.TryFind(OptionOf(ask, i).Member("label"), out TranslatedText? label) == true ? label.Path : OptionOf(ask, i);
                    context.Report(DiagnosticCatalog.AmbiguousOptions, place, $"The answer '{key}' would choose both '{choice.Options[_keys[key]].Value}' and '{option.Value}'. Change a label or a synonym.");
                    break;
                }
            }
        }
    }

    private static SourcePath OptionsOf(AskStep ask) => ask.Place.Path.Member("answer").Member("options");

    private static SourcePath OptionOf(AskStep ask, int index) => OptionsOf(ask).Item(index);
}
