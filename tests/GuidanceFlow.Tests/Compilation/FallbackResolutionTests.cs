using GuidanceFlow.Compilation;

namespace GuidanceFlow.Tests.Compilation;

/// <summary>Where a question leads that is not understood: its own fallback, the loop's policy, the stage's fallback, the flow's.</summary>
public sealed class FallbackResolutionTests
{
    private const string Flow =
        """
        {
          "flow": "rescue",
          "inputs": { "list": "list of text" },
          "fallback": { "attempts": 5, "goto": "of-flow" },
          "stages": [
            { "id": "with", "counted": false, "fallback": { "attempts": 4, "goto": "of-stage" }, "steps": [
              { "id": "own", "type": "ask", "text": "?", "answer": "yes_no", "fallback": { "attempts": 1, "goto": "of-step" } },
              { "id": "attempts-only", "type": "ask", "text": "?", "answer": "yes_no", "fallback": { "attempts": 2 } },
              { "id": "stage", "type": "ask", "text": "?", "answer": "yes_no" },
              { "id": "stop", "type": "each", "in": "list", "as": "a", "on_failure": "stop", "steps": [
                { "id": "in-policy", "type": "ask", "text": "?", "answer": "yes_no" },
                { "id": "own-in-policy", "type": "ask", "text": "?", "answer": "yes_no", "fallback": { "goto": "of-step" } },
                { "id": "inner", "type": "each", "in": "list", "as": "b", "steps": [
                  { "id": "in-inner", "type": "ask", "text": "?", "answer": "yes_no" }
                ] }
              ] },
              { "id": "plain", "type": "each", "in": "list", "as": "c", "steps": [
                { "id": "in-plain", "type": "ask", "text": "?", "answer": "yes_no" },
                { "id": "own-fail", "type": "ask", "text": "?", "answer": "yes_no", "fallback": { "goto": "@fail" } }
              ] }
            ] },
            { "id": "half", "counted": false, "fallback": { "attempts": 6 }, "steps": [
              { "id": "half-stage", "type": "ask", "text": "?", "answer": "yes_no" }
            ] },
            { "id": "without", "counted": false, "steps": [
              { "id": "flow", "type": "ask", "text": "?", "answer": "yes_no" },
              { "id": "of-step", "type": "end", "outcome": "unresolved" },
              { "id": "of-stage", "type": "end", "outcome": "unresolved" },
              { "id": "of-flow", "type": "end", "outcome": "unresolved" }
            ] }
          ]
        }
        """;

    [Theory]
    [InlineData("own", "of-step", 1)]
    [InlineData("attempts-only", "of-stage", 2)]
    [InlineData("stage", "of-stage", 4)]
    [InlineData("in-policy", "@fail", 4)]
    [InlineData("own-in-policy", "of-step", 4)]
    [InlineData("in-inner", "@fail", 4)]
    [InlineData("in-plain", "of-stage", 4)]
    [InlineData("own-fail", "@fail", 4)]
    [InlineData("half-stage", "of-flow", 6)]
    [InlineData("flow", "of-flow", 5)]
    public void Question_TakesTheNearest(string step, string target, int attempts)
    {
        Flow flow = Compiling.Flow(Flow);
        var ask = flow.FindStep(step).ShouldBeOfType<AskStep>();
        ask.Attempts.ShouldBe(attempts);
        (ask.FallbackTarget == Target.Fail ? "@fail" : flow.Steps[ask.FallbackTarget].Id).ShouldBe(target);
    }

    [Fact]
    public void Attempts_WhereNobodySaysAnything_AreThree()
    {
        Flow flow = Compiling.Flow(
            """
            { "flow": "a", "fallback": { "goto": "e" }, "stages": [ { "id": "s", "steps": [
              { "id": "q", "type": "ask", "text": "?", "answer": "yes_no" }, { "id": "e", "type": "end", "outcome": "resolved" }
            ] } ] }
            """);
        flow.FindStep("q").ShouldBeOfType<AskStep>().Attempts.ShouldBe(3);
    }

    [Fact]
    public void Fallback_OfAStageToNoStep_IsReportedOnceHoweverManyQuestionsInheritIt() =>
        Compiling.Findings(
            """
            { "flow": "a", "stages": [ { "id": "s", "fallback": { "goto": "ee" }, "steps": [
              { "id": "q", "type": "ask", "text": "?", "answer": "yes_no" }, { "id": "r", "type": "ask", "text": "?", "answer": "yes_no" },
              { "id": "e", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(["flow.json(1,63): error GF0104: Fallback to 'ee': no such step. Did you mean 'e'?"]);
}
