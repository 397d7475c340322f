using GuidanceFlow.Diagrams;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Diagrams;

public sealed class FlowDrawingTests
{
    private const string Loop = """
        { "id": "all", "type": "each", "in": "names", "as": "family_member", {0} "steps": [
          { "id": "q", "type": "ask", "text": "Is {{ family_member }} well?", "answer": "yes_no", "save": "flag", "next": [ { "when": "flag", "goto": "@break" }, { "goto": "@fail" } ] } ] }
        """;

    [Fact]
    public void EveryStep_IsDrawnOnce_AndEveryEdgeJoinsTwoNodes()
    {
        foreach (Flow flow in new[] { Drawing.Sample, Drawing.WashingMachine })
        {
            Diagram diagram = Drawing.Model(flow);
            string[] nodes = [.. Drawing.Nodes(diagram.Items).Select(node => node.Id)];

            nodes.ShouldBeUnique();
            diagram.Edges.ShouldAllBe(edge => nodes.Contains(edge.From) && nodes.Contains(edge.To));
            nodes.Where(node => node != "start" && !node.StartsWith("fallback_", StringComparison.Ordinal) && !diagram.Edges.Any(edge => edge.To == node))
                .ShouldAllBe(node => node.StartsWith("if_", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Interrupts_AreGroups_ThatEndWithTheWayBack_AndThatNoWayLeadsTo()
    {
        Diagram diagram = Drawing.Model(NestedFlow.Make());
        DiagramGroup[] groups = [.. Drawing.Groups(diagram.Items).Where(group => group.Id.StartsWith("interrupt_", StringComparison.Ordinal))];

        groups.Select(group => group.Title[0]).ShouldBe(["When someone says: is the service down, outage", "When someone says: what does it cost", "When someone says: call me something else"]);
        groups.ShouldAllBe(group => ((DiagramNode)group.Items.Last()).Kind == DiagramNodeKind.Return);
        Drawing.Nodes(groups[2].Items).Select(node => node.Id).ShouldBe(["ask_wants", "branch_wanted", "ask_new_name", "end_kept", "run_looks", "back_rename"]);
        diagram.Edges.Where(edge => edge.To == "back_rename").Select(edge => edge.From).ShouldBe(["end_kept", "run_looks"], ignoreOrder: true);
        string[] inside = [.. groups.SelectMany(group => Drawing.Nodes(group.Items)).Select(node => node.Id)];
        diagram.Edges.ShouldAllBe(edge => inside.Contains(edge.From) == inside.Contains(edge.To));
    }

    [Fact]
    public void Stages_AreGroups_WithLoopsInside()
    {
        DiagramGroup[] groups = [.. Drawing.Groups(Drawing.Model(Drawing.Sample).Items)];

        groups.Where(group => !group.IsLoop).Select(group => group.Title[0]).ShouldBe(Drawing.Sample.Stages.Select(stage => stage.Title));
        groups.Where(group => group.IsLoop).Select(group => group.Title[0]).ShouldBe(["For each device"]);
    }

    [Fact]
    public void PlainSteps_ThatAlwaysFollowEachOther_AreOneNode()
    {
        Flow flow = Drawing.Of("""
            { "id": "a", "type": "say", "text": "This is the first thing." }, { "id": "b", "type": "set", "values": { "word": "'x'" } }, { "id": "c", "type": "say", "text": "This is the third thing." }
            """);

        Drawing.Text(flow, "say_a").ShouldBe("• This is the first thing./• Note word/• This is the third thing.");
        Drawing.From(flow, "say_a").ShouldBe(["end_good"]);
        Drawing.From(flow, "start").ShouldBe(["say_a"]);
    }

    [Fact]
    public void PlainSteps_BeyondFour_AreCounted()
    {
        string steps = string.Join(',', Enumerable.Range(1, 9).Select(i => "{ \"id\": \"s" + i + "\", \"type\": \"say\", \"text\": \"This is the step number " + i + "\" }"));

        Drawing.Text(Drawing.Of(steps), "say_s1").ShouldEndWith("• This is the step number 3/… and 6 more");
    }

    [Fact]
    public void PlainStep_WithAnotherWayIn_StaysAlone()
    {
        Flow flow = Drawing.Of("""
            { "id": "a", "type": "say", "text": "First." }, { "id": "b", "type": "say", "text": "Second." },
            { "id": "q", "type": "ask", "text": "Again?", "answer": "yes_no", "save": "flag", "next": [ { "when": "flag", "goto": "b" }, { "goto": "@next" } ] }
            """);

        Drawing.From(flow, "say_a").ShouldBe(["say_b"]);
        Drawing.From(flow, "ask_q").ShouldBe(["say_b: yes [Back]", "end_good: no", "end_bad [Fallback]"]);
    }

    [Fact]
    public void Condition_OfAStep_IsWrittenIntoIt_AndTheWayPastItIsDrawn()
    {
        Flow flow = Drawing.Of("""{ "id": "a", "type": "say", "when": "vip", "text": "A gift for you.", "next": "bad" }""");

        Drawing.Text(flow, "say_a").ShouldBe("A gift for you./(only if vip)");
        Drawing.From(flow, "say_a").ShouldBe(["end_bad", "end_good: skipped"]);
    }

    [Fact]
    public void Loop_EndsWithTheQuestionForAnotherItem()
    {
        Flow flow = Drawing.Of(Loop.Replace("{0}", "\"on_failure\": \"next_item\",", StringComparison.Ordinal));

        Drawing.From(flow, "start").ShouldBe(["ask_q"]);
        Drawing.Text(flow, "each_all").ShouldBe("Another family/member?");
        Drawing.From(flow, "each_all").ShouldBe(["ask_q: yes [NextItem]", "end_good: no"]);
        Drawing.From(flow, "ask_q").ShouldBe(["end_good: yes", "each_all: no", "each_all [Fallback]"]);
    }

    [Fact]
    public void FailedItem_LeadsWhereThePolicySays()
    {
        Drawing.From(Drawing.Of(Loop.Replace("{0}", "\"on_failure\": \"stop\",", StringComparison.Ordinal)), "ask_q").ShouldBe(["end_good", "end_good [Fallback]"]);
        Drawing.From(Drawing.Of(Loop.Replace("{0}", string.Empty, StringComparison.Ordinal)), "ask_q").ShouldBe(["end_good: yes", "end_bad: no", "end_bad [Fallback]"]);
    }

    [Fact]
    public void Condition_OfALoop_IsADecisionBeforeIt()
    {
        Flow flow = Drawing.Of(Loop.Replace("{0}", "\"when\": \"vip\",", StringComparison.Ordinal));

        Drawing.From(flow, "start").ShouldBe(["if_all"]);
        Drawing.Text(flow, "if_all").ShouldBe("Vip?");
        Drawing.From(flow, "if_all").ShouldBe(["ask_q: yes", "end_good: no"]);
    }

    [Fact]
    public void Ticket_SaysWhoAnswersAndWhen_AndEndsSayHowItEnds()
    {
        Flow flow = Drawing.Of("""{ "id": "x", "type": "ticket", "ticket": "t", "text": "Done." }""");

        Drawing.Text(flow, "ticket_x").ShouldBe("Ticket: desk/answer within 1 hour");
        Drawing.Text(flow, "end_bad").ShouldBe("Unresolved");
    }
}
