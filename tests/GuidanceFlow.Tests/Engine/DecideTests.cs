using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Decision tables while a turn runs.</summary>
public sealed class DecideTests
{
    private const string Head =
        """
        "inputs": { "complexity": { "type": "choice", "values": ["simple", "hard"] }, "urgency": { "type": "choice", "values": ["low", "high"] }, "days": { "type": "integer", "optional": true } },
        "data": { "queue": "text", "wait": "duration", "level": { "type": "number", "optional": true } },
        """;

    private const string Grade =
        """
        { "id": "grade", "type": "decide", "inputs": ["complexity", "urgency"], "outputs": ["queue", "wait", "level"],
          "rows": [
            { "if": ["hard", "high"], "then": ["experts", "PT1H", 2] },
            { "if": ["*", "high"], "then": ["desk", "PT4H", null] },
            { "if": ["*", "*"], "then": ["desk", "P1D", 0.5] }
          ] },
        { "id": "tell", "type": "say", "text": "{{ queue }} {{ wait }} {{ level ?? 'none' }}" }
        """;

    [Theory]
    [InlineData("hard", "high", "1", "experts 01:00:00 2")]
    [InlineData("simple", "high", "2", "desk 04:00:00 none")]
    [InlineData("hard", "low", "3", "desk 1.00:00:00 0.5")]
    public void Row_ThatAppliesFirst_AssignsTheOutputs(string complexity, string urgency, string row, string said)
    {
        var conversation = new Conversation(Flows.Of(Grade, Head), ("complexity", Value.From(complexity)), ("urgency", Value.From(urgency)));

        conversation.Said[0].ShouldBe(said);
        conversation.Events[..5].ShouldBe(["Started:", "Entered:grade", $"Decided:grade:{row}", "Exited:grade", "Routed:grade:tell"]);
    }

    [Fact]
    public void Output_OfANumber_IsKeptAsOne()
    {
        var conversation = new Conversation(Flows.Of(Grade + ", " + Flows.YesNo("wait-here"), Head), ("complexity", Value.From("hard")), ("urgency", Value.From("high")));

        conversation.Session.Data("level").ShouldBe(Value.From(2.0));
    }

    [Theory]
    [InlineData(3, "Entered:few")]
    [InlineData(5, "Entered:some")]
    [InlineData(10, "Entered:many")]
    [InlineData(null, "Entered:bye")]
    public void Row_WithAGoto_LeadsThere_AndOneWithoutTakesTheStepsNext(int? days, string entered)
    {
        Flow flow = Flows.Of(
            """
            { "id": "how-long", "type": "decide", "inputs": ["days"], "next": "many",
              "rows": [
                { "if": [{ "below": 5 }], "goto": "few" },
                { "if": [{ "from": 5, "below": 10 }], "goto": "some" },
                { "if": [{ "from": 10 }] },
                { "if": [null], "goto": "bye" }
              ] },
            { "id": "few", "type": "say", "text": "Few.", "next": "bye" },
            { "id": "some", "type": "say", "text": "Some.", "next": "bye" },
            { "id": "many", "type": "say", "text": "Many." }
            """,
            Head);
        (string, Value)[] inputs = [("complexity", Value.From("hard")), ("urgency", Value.From("low"))];

        var conversation = new Conversation(flow, days is { } known ? [.. inputs, ("days", Value.From(known))] : inputs);

        conversation.Events.ShouldContain(entered);
    }

    [Fact]
    public void Default_DecidesWhereNoRowApplies_AndSaysSo()
    {
        Flow flow = Flows.Of(
            """
            { "id": "grade", "type": "decide", "inputs": ["days"], "outputs": ["queue"],
              "rows": [ { "if": [[1, 2]], "then": ["a"] } ],
              "default": { "then": ["b"], "goto": "tell" } },
            { "id": "never", "type": "say", "text": "One or two.", "next": "bye" },
            { "id": "tell", "type": "say", "text": "{{ queue }}" }
            """,
            Head);

        var conversation = new Conversation(flow, ("complexity", Value.From("hard")), ("urgency", Value.From("low")));

        conversation.Events[..5].ShouldBe(["Started:", "Entered:grade", "Decided:grade:default", "Exited:grade", "Routed:grade:tell"]);
        conversation.Said[0].ShouldBe("b");
    }

    [Fact]
    public void Step_WhoseWhenIsFalse_AssignsNothing()
    {
        Flow flow = Flows.Of(
            """
            { "id": "grade", "type": "decide", "when": "false", "inputs": ["urgency"], "outputs": ["queue"], "rows": [ { "if": ["*"], "then": ["a"] } ] },
            { "id": "tell", "type": "say", "text": "{{ queue ?? 'none' }}" }
            """,
            Head);

        new Conversation(flow, ("complexity", Value.From("hard")), ("urgency", Value.From("low"))).Said[0].ShouldBe("none");
    }

    [Fact]
    public void Rows_InALoop_LeadToItsNextItemAndOutOfIt()
    {
        Flow flow = Flows.Of(
            """
            { "id": "all", "type": "each", "in": "[1, 2, 5, 3]", "as": "n", "steps": [
              { "id": "keep", "type": "set", "values": { "days_now": "n" } },
              { "id": "which", "type": "decide", "inputs": ["days_now"], "rows": [
                { "if": [{ "above": 3 }], "goto": "@break" },
                { "if": [2], "goto": "two" },
                { "if": ["*"], "goto": "rest" } ] },
              { "id": "two", "type": "say", "text": "Two." },
              { "id": "rest", "type": "say", "text": "{{ n }}" }
            ] }
            """,
            """ "data": { "days_now": "integer" }, """);

        new Conversation(flow).Said.ShouldBe(["1", "Two.", "2", "Bye."]);
    }
}
