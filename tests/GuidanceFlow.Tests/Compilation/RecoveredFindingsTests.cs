using GuidanceFlow.Definitions;

namespace GuidanceFlow.Tests.Compilation;

/// <summary>An author sees what the reader and what the compiler found in one go.</summary>
public sealed class RecoveredFindingsTests
{
    [Fact]
    public void Compile_MisspeltMemberAndMisspeltRoute_ReportsBoth() => Findings("""
        { "flow": "f", "fallback": { "attemps": 3, "goto": "bye" },
          "stages": [ { "id": "s", "steps": [
            { "id": "ask", "type": "ask", "text": "Well?", "answer": "yes_no", "next": "byee" },
            { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """).ShouldBe([
        "flow.json(1,30): error GF0003: Unknown member 'attemps' in a fallback. Did you mean 'attempts'?",
        "flow.json(3,80): error GF0104: Route to 'byee': no such step. Did you mean 'bye'?",
    ]);

    [Fact]
    public void Compile_StepThatCouldNotBeRead_IsNotReportedAgainAsMissingTarget() => Findings("""
        { "flow": "f", "fallback": { "goto": "bye" },
          "stages": [ { "id": "s", "steps": [
            { "id": "ask", "type": "ask", "text": "Well? {{", "answer": "yes_no", "next": "wait-a-bit" },
            { "id": "wait-a-bit", "type": "pause" },
            { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """).Select(finding => finding[..finding.IndexOf(':', StringComparison.Ordinal)] + finding.Split("error ")[1][..6])
        .Order(StringComparer.Ordinal)
        .ShouldBe(["flow.json(3,50)GF0201", "flow.json(4,35)GF0007"]);

    [Theory]
    [InlineData("zh-CN")] // whose texts would be missing
    [InlineData("de")] // whose words for yes and no would be missing, too
    public void Compile_MisspeltMemberInAFlowOfSeveralLanguages_SaysNothingOfTranslations(string locale) => Findings($$"""
        { "flow": "f", "locales": ["en", "{{locale}}"],
          "fallback": { "attemps": 3, "goto": "bye" },
          "stages": [ { "id": "s", "steps": [
            { "id": "ask", "type": "ask", "text": "Well?", "answer": "yes_no" },
            { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """).ShouldBe(["flow.json(2,17): error GF0003: Unknown member 'attemps' in a fallback. Did you mean 'attempts'?"]);

    [Fact]
    public void Compile_MisspeltMemberBesideARun_DoesNotReportThatNothingComesBack() => Findings("""
        { "flow": "f", "data": { "name": "text" }, "fallback": { "gto": "rescue" },
          "stages": [ { "id": "s", "steps": [
            { "id": "run", "type": "run", "flow": "who", "save": { "name": "name" } },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Hello {{ name }}." },
            { "id": "rescue", "type": "end", "outcome": "escalated" } ] } ] }
        """).ShouldBe(["flow.json(1,58): error GF0003: Unknown member 'gto' in a fallback. Did you mean 'goto'?"]);

    private static IEnumerable<string> Findings(string text) =>
        FlowCompiler.Compile([FlowSource.FromText("flow.json", text)]).Diagnostics.Select(finding => finding.ToString());
}
