using GuidanceFlow.Actions;

namespace GuidanceFlow.Tests.Engine;

/// <summary>semantics.md, "Going back": what came of an answer goes with it, an action's error too.</summary>
public sealed class TakenBackTests
{
    private const string Steps = """
        { "id": "one", "type": "ask", "text": "One, {{ error.code ?? 'none' }}?", "answer": "yes_no" },
        { "id": "call", "type": "call", "action": "a", "on_error": "two" },
        { "id": "two", "type": "ask", "text": "Two, {{ error.code ?? 'none' }}?", "answer": "yes_no" },
        { "id": "again", "type": "call", "action": "a", "on_error": "three" },
        { "id": "three", "type": "ask", "text": "Three, {{ error.code ?? 'none' }}?", "answer": "yes_no" }
        """;

    private static FlowTalk Begin(bool inARun)
    {
        string head = """ "actions": { "a": { "errors": [ "gone", "late" ] } }, "fallback": { "goto": "lost" }, """;
        string end = """ { "id": "bye", "type": "end", "outcome": "resolved" }, { "id": "lost", "type": "end", "outcome": "escalated" } """;
        string main = inARun
            ? $$"""{ "flow": "f", {{head}} "stages": [ { "id": "s", "steps": [ { "id": "zero", "type": "ask", "text": "Zero?", "answer": "yes_no" }, { "id": "go", "type": "run", "flow": "g" }, { "id": "own", "type": "call", "action": "a", "on_error": "last" }, { "id": "last", "type": "ask", "text": "Last, {{ "{{" }} error.code ?? 'none' {{ "}}" }}?", "answer": "yes_no" }, {{end}} ] } ] }"""
            : $$"""{ "flow": "f", {{head}} "stages": [ { "id": "s", "steps": [ {{Steps}}, {{end}} ] } ] }""";
        string run = $$"""{ "flow": "g", {{head}} "stages": [ { "id": "s", "steps": [ {{Steps}}, {{end}} ] } ] }""";
        return inARun ? new FlowTalk(main, run) : new FlowTalk(main);
    }

    [Fact]
    public void Error_OfAnAction_IsTakenBackWithTheAnswerItCameOf()
    {
        FlowTalk talk = Begin(inARun: false);
        talk.Start(inputs: false).ShouldBe(["One, none?"]);
        talk.Say("yes");
        talk.End(talk.Call, ActionResult.Failed("gone")).ShouldBe(["Two, gone?"]);
        talk.Say("yes");
        talk.End(talk.Call, ActionResult.Failed("late")).ShouldBe(["Three, late?"]);
        talk.Back().ShouldBe(["Two, gone?"]);
        talk.Back().ShouldBe(["One, none?"]);
    }

    [Fact]
    public void Error_IsTakenBack_InFlowsThatAreRun_AndOutOfThem()
    {
        FlowTalk talk = Begin(inARun: true);
        talk.Start(inputs: false).ShouldBe(["Zero?"]);
        talk.Say("yes").ShouldBe(["One, none?"]);
        talk.Say("yes");
        talk.End(talk.Call, ActionResult.Failed("gone")).ShouldBe(["Two, gone?"]);
        talk.Say("yes");
        talk.End(talk.Call, ActionResult.Failed("late")).ShouldBe(["Three, late?"]);
        talk.Say("yes");
        talk.End(talk.Call, ActionResult.Failed("gone")).ShouldBe(["Last, gone?"]);
        talk.Back().ShouldBe(["Three, late?"]);
        talk.Back().ShouldBe(["Two, gone?"]);
        talk.Back().ShouldBe(["One, none?"]);
        talk.Back().ShouldBe(["Zero?"]);
    }
}
