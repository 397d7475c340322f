using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Engine;

/// <summary>What customers read for answers that are options.</summary>
internal static class OptionLabels
{
    /// <summary>The label of an answer, or of each option chosen; the answer itself where it is no option.</summary>
    public static Value Of(EvaluationContext context, AskStep ask, Value answer) => ask.Answers.In(context.Locale) switch
    {
        OptionsSpec options when answer.TryGetList(out ValueList? chosen) => Value.From(ValueList.Adopt([.. chosen.Select(value => Of(context, ask, options, value))])),
        OptionsSpec options => Of(context, ask, options, answer),
        _ => answer,
    };

    /// <summary>The items that an answer chose from a list, so that its label can be made later on, when the list may be another.</summary>
    public static StepAnswer[] Keep(EvaluationContext context, AskStep ask, ListedOptions listed, Value answer)
    {
        Value[] values = answer.TryGetList(out ValueList? several) ? [.. several] : [answer];
        Value[] items = [.. context.Offered.Where(item => values.Contains(OptionOffer.ValueOf(context, listed, item)))];
        return [.. context.Chosen.Where(other => other.Step != ask.Index), new StepAnswer(ask.Index, Value.From(ValueList.Adopt(items)))];
    }

    private static Value Of(EvaluationContext context, AskStep ask, OptionsSpec options, Value value)
    {
        if (options.Listed is { } listed)
        {
            return Of(context, ask, listed, value);
        }

        int option = value.TryGetText(out string? text) ? options.IndexOf(text) : -1;
        return option < 0 ? value : Value.From(options.Options[option].Label.Render(context, context.Settings));
    }

    private static Value Of(EvaluationContext context, AskStep ask, ListedOptions listed, Value value)
    {
        foreach (Value item in ItemsOf(context, ask))
        {
            if (OptionOffer.ValueOf(context, listed, item) == value)
            {
                return OptionOffer.LabelOf(context, listed, item) is { } label ? Value.From(label) : value;
            }
        }

        return value;
    }

    /// <summary>The items an answer chose; of one that does not count yet those that are offered.</summary>
    private static IEnumerable<Value> ItemsOf(EvaluationContext context, AskStep ask) => context.Candidate is { } candidate && candidate.Step == ask.Index
        ? context.Offered
        : context.Chosen.Where(chosen => chosen.Step == ask.Index).SelectMany(chosen => chosen.Value.TryGetList(out ValueList? items) ? items : ValueList.Empty);
}
