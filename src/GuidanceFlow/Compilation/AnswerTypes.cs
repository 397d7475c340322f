using GuidanceFlow.Definitions;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Compilation;

/// <summary>The types of answers.</summary>
internal static class AnswerTypes
{
    /// <summary>The type of what an answer saves.</summary>
    public static StaticType Of(AnswerDefinition answer) => answer switch
    {
        YesNoAnswerDefinition => StaticType.Boolean,
        NumberAnswerDefinition { Integer: true } or RatingAnswerDefinition => StaticType.Integer,
        NumberAnswerDefinition => StaticType.Number,
        DateAnswerDefinition => StaticType.Date,
        ChoiceAnswerDefinition choice => OptionOf(choice),
        ChoicesAnswerDefinition choices => StaticType.List(OptionOf(choices)),
        AttachmentAnswerDefinition => StaticType.List(StaticType.Text),
        _ => StaticType.Text,
    };

    /// <summary>The type of an answer's label: a text, or one an option chosen.</summary>
    public static StaticType OfLabel(AnswerDefinition answer) => answer switch
    {
        ChoiceAnswerDefinition => StaticType.Text,
        ChoicesAnswerDefinition => StaticType.List(StaticType.Text),
        _ => Of(answer),
    };

    private static StaticType OptionOf(OptionsAnswerDefinition answer) => answer.Listed is not null
        ? StaticType.Text
        : StaticType.OneOf(ValuesOf(answer.Options));

    // An array and nothing else: it is made for most questions.
    private static string[] ValuesOf(EquatableArray<OptionDefinition> options)
    {
        var values = new string[options.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = options[i].Value;
        }

        return values;
    }
}
