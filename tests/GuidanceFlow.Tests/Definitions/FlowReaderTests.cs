using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Definitions;

public sealed class FlowReaderTests
{
    [Fact]
    public void Read_OfEveryMember_GivesTheRecords()
    {
        FlowDefinition flow = FlowReader.Read(FlowSource.FromText("flow.json", Samples.EveryMember)).GetOrThrow();

        flow.Id.ShouldBe("sign-in");
        flow.Version.ShouldBe(2);
        flow.Locales.ShouldBe(["en", "zh-CN"]);
        flow.Inputs.Single().Type.Fields.Select(field => field.Name).ShouldBe(["name", "prefers"]);
        flow.Data[1].Type.ShouldBe(DataType.ListOf(DataType.Text));
        flow.Data[2].Default.ShouldBe(Value.From("low"));
        flow.Knowledge.Single().Kind.ShouldBe(KnowledgeKind.Video);
        TicketDefinition ticket = flow.Tickets.Single();
        ticket.Kind.ShouldBe(TicketKind.FollowUp);
        ticket.RespondWithin.ShouldBe(TimeSpan.FromHours(2));
        flow.Fallback.ShouldBe(new FallbackDefinition { Attempts = 3, Goto = "open-ticket" });

        var steps = flow.Stages[0].Steps;
        var ask = steps[1].ShouldBeOfType<AskStepDefinition>();
        ask.Answer.ShouldBe(new YesNoAnswerDefinition());
        ask.Next.ShouldBe([new RouteDefinition { When = "network_ok", Goto = "which" }, new RouteDefinition { Goto = "@next" }]);
        var choice = steps[2].ShouldBeOfType<AskStepDefinition>().Answer.ShouldBeOfType<ChoiceAnswerDefinition>();
        choice.Options[0].Synonyms.ShouldBe(["mobile"]);
        choice.Options[1].ShouldBe(new OptionDefinition { Value = "laptop" });
        steps[3].ShouldBeOfType<SetStepDefinition>().Values
            .ShouldBe([new("network_ok", "true"), new("count", "-1.5"), new("level", "null"), new("words", "words | array.add 'x'")]);
        flow.Stages[1].Counted.ShouldBeFalse();
        flow.Stages[1].Steps[^1].ShouldBeOfType<EndStepDefinition>().Outcome.ShouldBe(SessionOutcome.Escalated);
    }

    [Fact]
    public void GetOrThrow_OfAWrongFlow_ListsEveryProblem()
    {
        FlowReadResult result = FlowReader.Read(FlowSource.FromText("flow.json", """{ "flow": "a", "version": 0, "stags": [] }"""));

        result.Definition.ShouldBeNull();
        var exception = Should.Throw<FlowFormatException>(() => result.GetOrThrow());
        exception.Diagnostics.ShouldBe(result.Diagnostics);
        exception.Message.ShouldBe(
            """
            The flow cannot be used: 3 errors.
            flow.json(1,27): error GF0007: Expected a whole number from 1.
            flow.json(1,30): error GF0003: Unknown member 'stags' in a flow. Did you mean 'stages'?
            flow.json(1,39): error GF0007: This array is empty. Add at least one stage.
            """);
    }
}
