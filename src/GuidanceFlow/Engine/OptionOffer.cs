using GuidanceFlow.Answers;

namespace GuidanceFlow.Engine;

/// <summary>Tells which options a question offers.</summary>
internal static class OptionOffer
{
    /// <summary>Every option, offered or not, under its value.</summary>
    public static OfferedOption[] All(AnswerSpec spec) =>
        spec is OptionsSpec choice ? [.. choice.Options.Select((option, index) => new OfferedOption(index, option, option.Value))] : [];

    /// <summary>The options offered now; none for questions of another type.</summary>
    public static OfferedOption[] Of(EvaluationContext context, AnswerSpec spec)
    {
        if (spec is not OptionsSpec choice)
        {
            return [];
        }

        if (choice.Fixed is { } same)
        {
            return same;
        }

        var offered = new OfferedOption[choice.Options.Length];
        int count = 0;
        for (int i = 0; i < choice.Options.Length; i++)
        {
            ChoiceOption option = choice.Options[i];
            if (option.When is null || option.When.EvaluateBoolean(context, context.Settings))
            {
                offered[count++] = new OfferedOption(i, option, option.Label.Render(context, context.Settings));
            }
        }

        return count == offered.Length ? offered : offered[..count];
    }
}
