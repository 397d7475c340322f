namespace GuidanceFlow.Tests.Diagrams;

public sealed class TableWaysTests
{
    [Fact]
    public void Table_ThatRoutes_AsksForItsInputs_AndHasItsCellsOnTheWays()
    {
        Flow flow = Drawing.Of("""
            { "id": "d", "type": "decide", "inputs": ["vip", "count"], "rows": [
              { "if": [true, { "from": 3 }], "goto": "bad" }, { "if": [false, [1, 2]], "goto": "z" }, { "if": ["*", { "above": 3, "to": 9 }], "goto": "good" } ], "default": { "goto": "y" } },
            { "id": "z", "type": "say", "text": "Zed." }, { "id": "y", "type": "say", "text": "Why." }
            """);

        Drawing.Text(flow, "decide_d").ShouldBe("Vip, count?");
        Drawing.From(flow, "decide_d").ShouldBe(["end_bad: vip and count ≥ 3", "say_z: not vip and count 1 or count 2", "end_good: count > 3 and ≤ 9", "say_y: otherwise"]);
    }

    [Fact]
    public void Table_OfOneInput_HasTheBareCellsOnTheWays()
    {
        Flow flow = Drawing.Of("""
            { "id": "d", "type": "decide", "title": "How many?", "inputs": ["count"], "rows": [
              { "if": [{ "below": 3 }], "goto": "bad" }, { "if": [3] }, { "if": [[4, 5]], "goto": "bad" }, { "if": ["*"], "goto": "good" } ] },
            { "id": "z", "type": "say", "text": "Zed." }
            """);

        Drawing.Text(flow, "decide_d").ShouldBe("How many?");
        Drawing.From(flow, "decide_d").ShouldBe(["end_bad: < 3, 4 or 5", "say_z: 3", "end_good: otherwise"]);
    }

    [Fact]
    public void Table_OfManyRows_TellsHowManyLeadToAPlace()
    {
        string rows = string.Join(", ", Enumerable.Range(0, 5_000).Select(i => $$"""{ "if": [{{i}}], "goto": "{{(i % 2 == 0 ? "bad" : "good")}}" }"""));
        Flow flow = Drawing.Of($$"""{ "id": "d", "type": "decide", "inputs": ["count"], "rows": [ {{rows}} ], "default": { "goto": "bad" } }""");

        Drawing.From(flow, "decide_d").ShouldBe(["end_bad: 2500 rows, otherwise", "end_good: 2500 rows"]);
    }

    [Fact]
    public void Table_ThatOnlyAssigns_IsANote()
    {
        Flow flow = Drawing.Of("""
            { "id": "d", "type": "decide", "inputs": ["count"], "outputs": ["word"], "rows": [ { "if": [1], "then": ["one"] }, { "if": ["*"], "then": ["many"] } ] }
            """);

        Drawing.Text(flow, "decide_d").ShouldBe("Note word by count");
        Drawing.From(flow, "decide_d").ShouldBe(["end_good"]);
    }

    [Fact]
    public void Ticket_GradedByData_SaysSo()
    {
        Flow flow = Compilation.Compiling.Flow("""
            { "flow": "f", "inputs": { "desk": "text", "answer_within": "duration" },
              "tickets": { "t": { "queue": "own", "graded_by": { "queue": "desk", "respond_within": "answer_within" }, "subject": "s", "body": "b" } },
              "stages": [ { "id": "s", "steps": [ { "id": "file", "type": "ticket", "ticket": "t" }, { "id": "bye", "type": "end", "outcome": "escalated" } ] } ] }
            """);

        Drawing.Text(flow, "ticket_file").ShouldBe("Ticket: ‹desk›/answer within ‹answer within›");
    }
}
