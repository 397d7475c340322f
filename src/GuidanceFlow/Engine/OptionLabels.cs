using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Engine;

/// <summary>What customers read for answers that are options.</summary>
internal static class OptionLabels
{
    /// <summary>The label of an answer, or of each option chosen; the answer itself where it is no option.</summary>
    public static Value Of(EvaluationContext context, AskStep ask, Value answer) => ask.Answers.In(context.Locale) switch
    {
        OptionsSpec options when answer.TryGetList(out ValueList? chosen) => Value.From(ValueList.Adopt([.. chosen.Select(value => Of(context, options, value))])),
        OptionsSpec options => Of(context, options, answer),
        _ => answer,
    };

    private static Value Of(EvaluationContext context, OptionsSpec options, Value value)
    {
        int option = value.TryGetText(out string? text) ? options.IndexOf(text) : -1;
        return option < 0 ? value : Value.From(options.Options[option].Label.Render(context, context.Settings));
    }
}
