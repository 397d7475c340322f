using GuidanceFlow.Answers;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Engine;

/// <summary>Tells which options a question offers.</summary>
internal static class OptionOffer
{
    /// <summary>Every option that is written out, offered or not, under its value.</summary>
    public static OfferedOption[] All(AnswerSpec spec) =>
        spec is OptionsSpec choice ? [.. choice.Options.Select((option, index) => new OfferedOption(index, option, option.Value))] : [];

    /// <summary>
    /// Whether a value is an answer to a question that is not being asked: from a snapshot, or known before. Which options a list
    /// offers is not known then, only that they are texts.
    /// </summary>
    public static AnswerMatch Accept(AnswerSpec spec, Value value, string by)
    {
        if (spec is not OptionsSpec { Listed: not null })
        {
            return AnswerMatcher.Accept(spec, All(spec), value, by);
        }

        Value[] chosen = spec is ChoicesSpec ? value.TryGetList(out ValueList? list) ? [.. list.Distinct()] : [] : [value];
        OfferedOption[] offered = [.. chosen.Where(item => item.Kind == ValueKind.Text).Select((item, index) => Make(index, item, label: null))];
        return AnswerMatcher.Accept(spec, offered, value, by);
    }

    /// <summary>The items of a list that options are made from now, one a value; none where they are written out.</summary>
    /// <exception cref="TurnFailure">The list or a value is of another type.</exception>
    public static Value[] Freeze(EvaluationContext context, AnswerSpec spec)
    {
        // What makes options from a list stands apart: a function in it would be made for every question.
        return spec is OptionsSpec { Listed: { } listed } ? Freeze(context, listed) : [];
    }

    private static Value[] Freeze(EvaluationContext context, ListedOptions listed)
    {
        if (!listed.From.Evaluate(context, context.Settings).TryGetList(out ValueList? list))
        {
            throw new TurnFailure(context.Step, $"'{listed.From.Source}' gives no list to choose from.");
        }

        var items = new List<Value>();
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (Value item in list)
        {
            if (listed.Where is { } where && !context.WithOption(item, () => where.EvaluateBoolean(context, context.Settings)))
            {
                continue;
            }

            Value value = ValueOf(context, listed, item);
            if (!value.TryGetText(out string? text))
            {
                throw new TurnFailure(context.Step, $"The option's value '{listed.Value.Source}' is {Compilation.DataTypes.Describe(value)}, not a text.");
            }

            // Nothing could be saved of an item without a value.
            if (text.Length > 0 && values.Add(text))
            {
                items.Add(item);
            }
        }

        return [.. items];
    }

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

        if (choice.Listed is { } listed)
        {
            return OfListed(context, listed);
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

    private static OfferedOption[] OfListed(EvaluationContext context, ListedOptions listed) =>
        [.. context.Offered.Select((item, index) => Make(index, ValueOf(context, listed, item), LabelOf(context, listed, item)))];

    /// <summary>What is saved of an item.</summary>
    public static Value ValueOf(EvaluationContext context, ListedOptions listed, Value item)
    {
        Value value = context.WithOption(item, () => listed.Value.Evaluate(context, context.Settings));
        return value.TryGetText(out string? text) ? Value.From(AnswerText.Repair(text)) : value;
    }

    /// <summary>What the customer reads of an item; null for the value.</summary>
    public static string? LabelOf(EvaluationContext context, ListedOptions listed, Value item) =>
        listed.Label is { } label ? context.WithOption(item, () => label.Render(context, context.Settings)) : null;

    private static OfferedOption Make(int index, Value value, string? label)
    {
        string text = value.TryGetText(out string? given) ? given : value.ToString();
        string[] keys = [.. ((string[])[text, label ?? text]).Select(AnswerText.Normalize).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)];
        return new OfferedOption(index, new ChoiceOption(text, Plain, keys, When: null, Target: null), label ?? text);
    }

    // The words of the label are among the keys already.
    private static readonly Template Plain = Template.Parse(string.Empty).GetOrThrow();
}
