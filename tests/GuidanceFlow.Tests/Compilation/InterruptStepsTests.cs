using GuidanceFlow.Definitions;

namespace GuidanceFlow.Tests.Compilation;

/// <summary>What is said of the steps that deal with interrupts.</summary>
public sealed class InterruptStepsTests
{
    [Theory]
    [InlineData(
        """ "steps": [ { "id": "a", "type": "say", "text": "A.", "next": "q" } ] """,
        "flow.json(2,116): error GF0107: 'q' stands outside the interrupt 'price', behind which the question is asked again. Name a step inside, or an 'end' there.")]
    [InlineData(
        """ "steps": [ { "id": "a", "type": "say", "text": "{{ lamp }}" } ] """,
        "flow.json(2,106): error GF0204: 'lamp' may not be collected yet when 'a' is reached. Write 'lamp ?? …' with a value for that case, or give the datum a 'default'.")]
    [InlineData(
        """ "steps": [ { "id": "a", "type": "branch", "next": [ { "goto": "c" } ] }, { "id": "b", "type": "say", "text": "B." }, { "id": "c", "type": "say", "text": "C." } ] """,
        "flow.json(2,128): error GF0301: No way leads to 'b'. Route to it or take it out.")]
    [InlineData(
        """ "steps": [ { "id": "a", "type": "say", "text": "A." }, { "id": "b", "type": "branch", "next": "a" } ] """,
        "flow.json(2,66): error GF0302: No way from 'a' comes to an 'end' step. Route out of the cycle.")]
    [InlineData(""" "steps": [ { "id": "q", "type": "say", "text": "A." } ] """, "flow.json(2,74): error GF0102: Another step has the id 'q' too. Give each step its own.")]
    [InlineData(""" "steps": [] """, "flow.json(2,64): error GF0007: This array is empty. Add at least one step.")]
    [InlineData(""" "note": "x" """, "flow.json(2,28): error GF0006: An interrupt needs a flow or steps that deal with it. Add \"run\": \"the id of a flow\" or \"steps\": [ … ].")]
    [InlineData(
        """ "run": "other", "steps": [ { "id": "a", "type": "say", "text": "A." } ] """,
        "flow.json(2,55): error GF0003: Member 'run' has no place beside 'steps', which are this flow's own and use its data. Take one of the two out.")]
    [InlineData(
        """ "save": { "lamp": "x" }, "steps": [ { "id": "a", "type": "say", "text": "A." } ] """,
        "flow.json(2,55): error GF0003: Member 'save' has no place beside 'steps', which are this flow's own and use its data. Take one of the two out.")]
    public void Steps_ThatDoNotFit_AreReportedAtTheirPlace(string steps, string finding) => Findings(steps).ShouldContain(finding);

    [Fact]
    public void Interrupt_MadeInCode_NeedsAFlowOrSteps_Too()
    {
        FlowDefinition flow = Compiling.Flow("""{ "flow": "a", "stages": [ { "id": "s", "steps": [ { "id": "e", "type": "end", "outcome": "resolved" } ] } ] }""").Definition;
        string[] Said(InterruptDefinition interrupt) => [.. FlowCompiler.Compile(flow with { Interrupts = [interrupt] }).Diagnostics.Select(finding => finding.Code)];

        Said(new() { Id = "x", Phrases = ["a"] }).ShouldBe(["GF0006"]);
        Said(new() { Id = "x", Phrases = ["a"], Run = "a", Steps = [new SayStepDefinition { Id = "b", Text = "B." }] }).ShouldBe(["GF0003"]);
        Said(new() { Id = "x", Phrases = ["a"], Steps = [new SayStepDefinition { Id = "b", Text = "B." }] }).ShouldBeEmpty();
    }

    [Fact]
    public void Steps_NeedNoEnd_AndNoFallback() =>
        Findings(""" "steps": [ { "id": "a", "type": "ask", "text": "A?", "answer": "yes_no" } ] """).ShouldBeEmpty();

    [Fact]
    public void Way_IntoTheSteps_IsReported_WhereverItComesFrom()
    {
        string[] findings = Findings(""" "steps": [ { "id": "a", "type": "say", "text": "A." } ] """, next: ", \"next\": \"a\"", fallback: "a");
        findings.Count(finding => finding.Contains("GF0107: 'a' stands in the interrupt 'price', which only a customer's words lead to. Name a step outside.", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void Steps_OfAnInterrupt_HaveNoLoopAroundThem() =>
        Findings(""" "steps": [ { "id": "a", "type": "branch", "next": "@break" } ] """).ShouldContain(finding => finding.Contains("GF0108", StringComparison.Ordinal));

    private static string[] Findings(string steps, string next = "", string fallback = "bye") => Compiling.Findings(
        $$"""
        { "flow": "f", "data": { "lamp": "boolean" }, "fallback": { "goto": "{{fallback}}" },
          "interrupts": { "price": { "phrases": [ "price" ], {{steps}} } },
          "stages": [ { "id": "s", "title": "S", "steps": [ { "id": "q", "type": "ask", "text": "?", "answer": "yes_no", "save": "lamp"{{next}} }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """);
}
