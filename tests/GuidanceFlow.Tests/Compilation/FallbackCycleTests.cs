using GuidanceFlow.Definitions;

namespace GuidanceFlow.Tests.Compilation;

/// <summary>A customer whom nobody understands must come to an end, too.</summary>
public sealed class FallbackCycleTests
{
    [Fact]
    public void Compile_QuestionThatFallsBackToItself_IsReported() => Findings("""
        { "flow": "f", "stages": [ { "id": "s", "steps": [
          { "id": "q", "type": "ask", "text": "Well?", "answer": "yes_no", "fallback": { "goto": "q" } },
          { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """).ShouldBe(["flow.json(2,3): error GF0304: A customer whom 'q' never understands goes round in circles: the fallback leads back to it. Let the fallback lead to a ticket or an end."]);

    [Fact]
    public void Compile_QuestionsThatFallBackToEachOther_AreBothReported() => Findings("""
        { "flow": "f", "fallback": { "goto": "b" }, "stages": [ { "id": "s", "steps": [
          { "id": "a", "type": "ask", "text": "Well?", "answer": "yes_no" },
          { "id": "b", "type": "ask", "text": "Well?", "answer": "yes_no", "fallback": { "goto": "a" } },
          { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """).Select(finding => finding[..31]).ShouldBe(["flow.json(2,3): error GF0304: A", "flow.json(3,3): error GF0304: A"]);

    [Fact]
    public void Compile_FallbackThroughAnotherQuestionToATicket_IsFine() => Findings("""
        { "flow": "f", "fallback": { "goto": "b" }, "stages": [ { "id": "s", "steps": [
          { "id": "a", "type": "ask", "text": "Well?", "answer": "yes_no" },
          { "id": "b", "type": "ask", "text": "Simpler?", "answer": "yes_no", "fallback": { "goto": "bye" } },
          { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """).ShouldBeEmpty();

    [Fact]
    public void Compile_ThousandsOfMistakes_ListsAThousandAndCountsTheRest()
    {
        IEnumerable<string> steps = Enumerable.Range(0, 8_000).Select(i => "{ \"id\": \"s" + i + "\", \"type\": \"say\", \"text\": \"{{ name" + i + " }}\" }");
        string[] findings = [.. Findings("{ \"flow\": \"f\", \"stages\": [ { \"id\": \"s\", \"steps\": [" + string.Join(",\n", steps) + " ] } ] }")];
        findings.Length.ShouldBe(1_001);
        findings[^1].ShouldBe("flow.json(1,1): error GF0002: There are 7000 more problems, which are not listed. Correct these first.");
    }

    private static IEnumerable<string> Findings(string text) =>
        FlowCompiler.Compile([FlowSource.FromText("flow.json", text)]).Diagnostics.Select(finding => finding.ToString());
}
