namespace GuidanceFlow.Tests.Diagrams;

public sealed class StepWaysTests
{
    [Theory]
    [InlineData("flag", "yes", "no")]
    [InlineData("!flag", "no", "yes")]
    [InlineData("flag == false", "no", "yes")]
    [InlineData("flag != false", "yes", "no")]
    [InlineData("flag ?? false", "yes", "no")]
    [InlineData("answers['q'] ?? false", "yes", "no")]
    [InlineData("answer", "yes", "no")]
    [InlineData("!answer", "no", "yes")]
    [InlineData("answer == false", "no", "yes")]
    [InlineData("flag && vip", "flag and vip", "otherwise")]
    [InlineData("count > 3", "count > 3", "otherwise")]
    public void GuardOfAYesOrNo_IsItsAnswer(string guard, string label, string rest) =>
        Drawing.From(Ask("\"yes_no\"", "flag", guard), "ask_q").ShouldBe([$"end_bad: {label}", $"end_good: {rest}", "end_bad [Fallback]"]);

    [Theory]
    [InlineData("word == 'r'", "Red", "otherwise")]
    [InlineData("word == 'r' || word == 'g'", "Red, green", "Blue")]
    [InlineData("word != 'r'", "green, Blue", "Red")]
    [InlineData("!(word == 'r')", "green, Blue", "Red")]
    [InlineData("word == 'r' || vip", "word is r or vip", "otherwise")]
    [InlineData("answer == 'r'", "Red", "otherwise")]
    [InlineData("answer == 'r' || answer == 'g'", "Red, green", "Blue")]
    [InlineData("word == 'x'", "word is x", "otherwise")]
    public void GuardOfAChoice_IsTheOptionsLabel(string guard, string label, string rest)
    {
        string options = "{ \"type\": \"choice\", \"options\": [ { \"value\": \"r\", \"label\": \"Red\" }, { \"value\": \"g\", \"label\": \"green\" }, { \"value\": \"b\", \"label\": \"Blue\" }" + (rest == "otherwise" ? ", { \"value\": \"w\" } ] }" : " ] }");
        Drawing.From(Ask(options, "word", guard), "ask_q").ShouldBe([$"end_bad: {label}", $"end_good: {rest}", "end_bad [Fallback]"]);
    }

    [Fact]
    public void Options_WithAGoto_AreTheirLabels_AndTheOthersWhatIsLeft()
    {
        Flow flow = Drawing.Of("""
            { "id": "q", "type": "ask", "text": "Which?", "answer": { "type": "choice", "options": [
              { "value": "a", "label": "A {{ word ?? 'word' }}", "goto": "bad" }, { "value": "b", "goto": "bad" }, { "value": "c", "label": "See" } ] } }
            """);

        Drawing.From(flow, "ask_q").ShouldBe(["end_bad: A ‹word›, b", "end_good: See", "end_bad [Fallback]"]);
    }

    [Fact]
    public void OnlyWay_HasNoLabel()
    {
        Flow flow = Drawing.Of("""
            { "id": "q", "type": "ask", "text": "Well?", "answer": "yes_no", "save": "flag", "next": [ { "when": "flag", "goto": "z" }, { "goto": "z" } ] },
            { "id": "z", "type": "branch", "next": [ { "when": "flag", "goto": "bad" }, { "goto": "good" } ] }
            """);

        Drawing.From(flow, "ask_q").ShouldBe(["branch_z", "end_bad [Fallback]"]);
    }

    [Fact]
    public void Branch_WithOneGuard_AsksForIt()
    {
        Flow flow = Drawing.Of("""{ "id": "b", "type": "branch", "next": [ { "when": "count > 3", "goto": "bad" }, { "goto": "good" } ] }""");

        Drawing.Text(flow, "branch_b").ShouldBe("Count > 3?");
        Drawing.From(flow, "branch_b").ShouldBe(["end_bad: yes", "end_good: no"]);
    }

    [Fact]
    public void Branch_OnOneValue_AsksForTheValue()
    {
        Flow flow = Drawing.Of("""
            { "id": "b", "type": "branch", "next": [ { "when": "count == 1", "goto": "bad" }, { "when": "count == 2", "goto": "z" }, { "goto": "good" } ] }, { "id": "z", "type": "say", "text": "Zed." }
            """);

        Drawing.Text(flow, "branch_b").ShouldBe("Count?");
        Drawing.From(flow, "branch_b").ShouldBe(["end_bad: 1", "say_z: 2", "end_good: otherwise"]);
    }

    [Fact]
    public void Branch_WithATitle_HasGuardsOnItsWays()
    {
        Flow flow = Drawing.Of("""{ "id": "b", "type": "branch", "title": "Many?", "next": [ { "when": "count > 3", "goto": "bad" }, { "goto": "good" } ] }""");

        Drawing.Text(flow, "branch_b").ShouldBe("Many?");
        Drawing.From(flow, "branch_b").ShouldBe(["end_bad: count > 3", "end_good: otherwise"]);
    }

    private static Flow Ask(string answer, string save, string guard) => Drawing.Of(
        $$"""
        { "id": "q", "type": "ask", "text": "What now?", "answer": {{answer}}, "save": "{{save}}", "next": [ { "when": "{{guard}}", "goto": "bad" }, { "goto": "good" } ] }
        """);
}
