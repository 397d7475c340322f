using GuidanceFlow.Definitions;

namespace GuidanceFlow.Tests.Answers;

/// <summary>The choices of a flow as its author wrote them.</summary>
internal sealed record AskStepWithOptions(string Step, (string Value, string[] Words)[] Options)
{
    public static IEnumerable<AskStepWithOptions> Of(Flow flow) =>
        flow.Definition.Stages.SelectMany(stage => stage.Steps).OfType<AskStepDefinition>()
            .Where(ask => ask.Answer is ChoiceAnswerDefinition)
            .Select(ask => new AskStepWithOptions(ask.Id, [.. ((ChoiceAnswerDefinition)ask.Answer).Options.Select(option => (option.Value, (string[])[option.Value, option.Label ?? option.Value, .. option.Synonyms]))]));
}
