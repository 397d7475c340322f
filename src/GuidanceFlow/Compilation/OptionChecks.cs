using GuidanceFlow.Answers;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>Options of one question that the same answer would choose. Options with a <c>when</c> are spared: they may never be offered together.</summary>
internal static class OptionChecks
{
    public static void Run(CompilationContext context, FlowStep[] nodes)
    {
        foreach (AskStep ask in nodes.OfType<AskStep>())
        {
            if (ask.Answer is ChoiceSpec choice)
            {
                Check(context, ask, choice);
            }
        }
    }

    private static void Check(CompilationContext context, AskStep ask, ChoiceSpec choice)
    {
        SourcePath path = ask.Place.Path.Member("answer").Member("options");
        var values = new HashSet<string>(StringComparer.Ordinal);
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < choice.Options.Length; i++)
        {
            ChoiceOption option = choice.Options[i];
            if (!values.Add(option.Value))
            {
                context.Report(DiagnosticCatalog.AmbiguousOptions, path.Item(i), $"Another option of '{ask.Id}' has the value {Spelling.Quote(option.Value)} too. Give each option its own.");
                continue;
            }

            foreach (string key in option.Keys)
            {
                if (option.When is null && !keys.TryAdd(key, i))
                {
                    context.Report(DiagnosticCatalog.AmbiguousOptions, path.Item(i), $"The answer '{key}' would choose both '{choice.Options[keys[key]].Value}' and '{option.Value}'. Change a label or a synonym.");
                    break;
                }
            }
        }
    }
}
