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
        ChoiceAnswerDefinition choice => StaticType.OneOf(choice.Options.Select(option => option.Value)),
        _ => StaticType.Text,
    };
}
