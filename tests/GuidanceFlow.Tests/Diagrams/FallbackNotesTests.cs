namespace GuidanceFlow.Tests.Diagrams;

public sealed class FallbackNotesTests
{
    [Fact]
    public void Place_ThatAllQuestionsShare_HasOneNoteInsteadOfLines()
    {
        Drawing.Text(Drawing.Sample, "fallback_ticket_open_ticket").ShouldBe("Any question/3 times not understood");
        Drawing.Model(Drawing.Sample).Edges.Where(edge => edge.Kind == GuidanceFlow.Diagrams.DiagramEdgeKind.Fallback).Select(edge => edge.From).ShouldBe(["fallback_ticket_open_ticket"]);
    }

    [Fact]
    public void Places_OfAStageAndOfSingleQuestions_AreShownBesideTheUsualOne()
    {
        Drawing.Text(Drawing.WashingMachine, "fallback_ticket_help_ticket").ShouldBe("Any other question/3 times not understood");
        Drawing.Text(Drawing.WashingMachine, "fallback_say_water_help").ShouldBe("Any question in “Water in and out”/3 times not understood");
        Drawing.Model(Drawing.WashingMachine).Edges
            .Where(edge => edge.Kind == GuidanceFlow.Diagrams.DiagramEdgeKind.Fallback)
            .Select(edge => $"{edge.From} {edge.To}")
            .ShouldBe(
                [
                    "ask_danger say_danger_stop", "fallback_ticket_help_ticket ticket_help_ticket", "fallback_say_water_help say_water_help", "ask_check_ask each_each_check",
                ],
                ignoreOrder: true);
    }
}
