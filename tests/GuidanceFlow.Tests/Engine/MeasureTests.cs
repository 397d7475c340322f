using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Questions that measure something.</summary>
public sealed class MeasureTests
{
    private static string Flow(string answer, string measure) => $$"""
        { "flow": "f", "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [ { "id": "how", "type": "ask", "text": "How?", "answer": {{answer}}, "measure": "{{measure}}" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """;

    [Theory]
    [InlineData("\"rating\"", "csat", "4", "csat: 4")]
    [InlineData("""{ "type": "rating", "from": 0, "scale": 10 }""", "nps", "10", "nps: 10")]
    [InlineData("""{ "type": "number", "min": 1, "max": 7 }""", "ces", "3", "ces: 3")]
    [InlineData("\"yes_no\"", "mastery", "yes", "mastery: true")]
    public void Answer_IsMeasured(string answer, string measure, string said, string detail)
    {
        var talk = new FlowTalk(Flow(answer, measure));
        talk.Start(inputs: false);
        talk.Say("what?");
        talk.Turn.Events.ShouldNotContain(entry => entry.Kind == TurnEventKind.Measured);
        talk.Say(said);
        talk.Turn.Events.Where(entry => entry.Kind == TurnEventKind.Measured).ShouldBe([new TurnEvent(TurnEventKind.Measured, "how", detail)]);
    }

    [Theory]
    [InlineData("\"text\"", "csat")]
    [InlineData("\"yes_no\"", "nps")]
    [InlineData("\"text\"", "mastery")]
    public void AnswerThatIsNoMeasure_IsFound(string answer, string measure) =>
        FlowCompiler.Compile(FlowSource.FromText("f.json", Flow(answer, measure))).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("GF0007");
}
