using System.Text;
using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing.Scenarios;
using GuidanceFlow.Testing.Stubs;

namespace GuidanceFlow.Testing.Tests.Stubs;

public sealed class ActionStubsTests
{
    private const string Flow = """
        { "flow": "f", "fallback": { "goto": "bye" },
          "actions": { "order.find": { "with": { "number": "text", "deep": { "type": "boolean", "default": false } }, "returns": { "state": "text" }, "errors": [ "unknown_order" ] }, "sms.send": {} },
          "stages": [ { "id": "s", "steps": [ { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """;

    [Fact]
    public void EveryMember_IsRead()
    {
        ActionStubs stubs = Read("""
            // Comments are fine.
            { "$schema": "x", "note": "n", "actions": {
              "order.find": [
                { "when": { "number": "B8" }, "error": "unknown_order", "message": "No such order." },
                { "returns": { "state": "here" }, "takes": "PT3S", "note": "slow" } ],
              "sms.send": {} } }
            """).GetOrThrow();

        stubs.Actions.Select(stub => stub.Action).ShouldBe(["order.find", "sms.send"]);
        StubbedResult unknown = stubs.Actions[0].Results[0];
        (unknown.Result.Error, unknown.Result.Message, unknown.Takes).ShouldBe(("unknown_order", "No such order.", TimeSpan.Zero));
        unknown.When.ShouldBe([KeyValuePair.Create("number", Value.From("B8"))]);
        StubbedResult slow = stubs.Actions[0].Results[1];
        (slow.Result.Error, slow.Takes, slow.Location.ToString()).ShouldBe((null, TimeSpan.FromSeconds(3), "stubs.json(5,5)"));
        slow.Result.Returned.ShouldBe([KeyValuePair.Create("state", Value.From("here"))]);
        stubs.Actions[1].Results.ShouldHaveSingleItem().Result.ShouldBe(ActionResult.Done());
        stubs.Check(Compiled()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[]", "stubs.json(1,1): error GF0803: Expected an object, found an array.")]
    [InlineData("", "stubs.json(1,1): error GF0801: The file holds no results of actions. Write { \"actions\": { … } }.")]
    [InlineData("{ \"actions\": {} } {}", "stubs.json(1,19): error GF0801: Something stands behind the end of the results. Remove it.")]
    [InlineData("{ \"action\": {} }", "stubs.json(1,3): error GF0802: Unknown member 'action' in a file of results. Did you mean 'actions'?")]
    [InlineData("{ }", "stubs.json(1,1): error GF0804: Member 'actions' is missing in a file of results. Add \"actions\": \"…\".")]
    [InlineData("{ \"actions\": [] }", "stubs.json(1,14): error GF0803: Expected an object, found an array.")]
    [InlineData("{ \"actions\": { \"a\": [], \"a\": 1 } }",
        "stubs.json(1,21): error GF0805: There is no result. Write one, such as { \"returns\": { … } } or { \"error\": \"…\" }.",
        "stubs.json(1,25): error GF0806: Member 'a' is given twice. Remove one of them.",
        "stubs.json(1,30): error GF0803: Expected a result or an array of results, found a number.")]
    [InlineData("{ \"actions\": { \"a\": { \"return\": {}, \"takes\": \"3s\" } } }",
        "stubs.json(1,23): error GF0802: Unknown member 'return' in an action's result. Did you mean 'returns'?",
        "stubs.json(1,46): error GF0805: This is not a length of time. Write one such as \"PT30M\" (30 minutes) or \"P1D\" (a day).")]
    [InlineData("{ \"actions\": { \"a\": { \"returns\": {}, \"error\": \"x\" } } }", "stubs.json(1,23): error GF0805: An action that fails gives nothing back. Leave out 'returns' or 'error'.")]
    [InlineData("{ \"actions\": { \"a\": { \"message\": \"x\" } } }", "stubs.json(1,23): error GF0805: Only an error has a message. Add \"error\": \"…\", or leave it out.")]
    [InlineData("{ \"actions\": { \"a\": { \"error\": \"\" } } }", "stubs.json(1,32): error GF0805: An error has a name. Write one that the action declares, or timeout, failed, interrupted or invalid_result.")]
    public void WhatIsWrong_IsExplained_AllAtOnce(string text, params string[] expected) => Read(text).Diagnostics.Select(found => found.ToString()).ShouldBe(expected);

    [Fact]
    public void AMissingFile_IsUnreadable()
    {
        ActionStubsReadResult read = ActionStubs.Read("nowhere/stubs.json");

        read.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe("nowhere/stubs.json(1,1): error GF0807: There is no such file.");
        Should.Throw<ScenarioFormatException>(() => read.GetOrThrow());
    }

    [Fact]
    public void WhatTheFlowDoesNotDeclare_IsPointedAt() => Read("""
        { "actions": {
          "order.fnd": {},
          "shop": {},
          "order.find": [
            { "when": { "nmber": "B8" }, "error": "unknwn_order" },
            { "returns": { "states": "x", "zzz": 1 } },
            { "error": "gone" } ],
          "sms.send": [ { "error": "timeout" }, { "returns": { "id": 1 } } ] } }
        """).GetOrThrow().Check(Compiled()).Select(found => found.ToString()).ShouldBe(
        [
            "stubs.json(2,3): error GF0805: The flow has no action 'order.fnd'. Did you mean 'order.find'?",
            "stubs.json(3,3): error GF0805: The flow has no action 'shop'. Its actions are order.find, sms.send.",
            "stubs.json(5,17): error GF0805: The action is given no 'nmber'. Did you mean 'number'?",
            "stubs.json(5,34): error GF0805: The action has no error 'unknwn_order'. Did you mean 'unknown_order'?",
            "stubs.json(6,20): error GF0805: The action gives back no 'states'. Did you mean 'state'?",
            "stubs.json(6,35): error GF0805: The action gives back no 'zzz'. It gives back state.",
            "stubs.json(7,7): error GF0805: The action has no error 'gone'. Its errors are unknown_order, timeout, failed, interrupted, invalid_result.",
            "stubs.json(8,56): error GF0805: The action gives back no 'id'. It gives back nothing.",
        ]);

    [Fact]
    public void ValuesOfAnotherType_ArePointedAt() => Read("""
        { "actions": {
          "order.find": [
            { "returns": { "state": 7 } },
            { "when": { "deep": true } },
            { "takes": "PT1S" },
            { "returns": { "state": "here" } },
            { "error": "invalid_result" } ] } }
        """).GetOrThrow().Check(Compiled()).Select(found => found.ToString()).ShouldBe(
        [
            "stubs.json(3,20): error GF0805: The result does not fit what the flow declares: 'state' must be a text, but is 7. Correct it; to try out a result that does not fit, write \"error\": \"invalid_result\".",
            "stubs.json(4,5): error GF0805: The result does not fit what the flow declares: 'state' is missing. Correct it; to try out a result that does not fit, write \"error\": \"invalid_result\".",
        ]);

    [Fact]
    public void Calls_GetTheNextResultThatIsForThem_AndTheLastOneAgain()
    {
        var selection = new StubSelection(Read("""
            { "actions": { "order.find": [
              { "error": "failed", "message": "1" },
              { "when": { "number": "B8" }, "error": "failed", "message": "B8 1" },
              { "when": { "number": "B8", "deep": true }, "error": "failed", "message": "B8 deep" },
              { "error": "failed", "message": "2" },
              { "when": { "number": "B8" }, "error": "failed", "message": "B8 2" } ] } }
            """).GetOrThrow());

        (string Number, bool Deep)[] calls = [("A7", false), ("B8", false), ("B8", true), ("B8", true), ("B8", true), ("A7", false), ("C9", false), ("B8", false)];
        string?[] messages = [.. calls.Select(call => selection.Next(Call("order.find", call.Number, call.Deep))?.Result.Message)];

        messages.ShouldBe(["1", "B8 1", "B8 deep", "B8 2", "B8 2", "2", "2", "B8 2"]);
        selection.Next(Call("sms.send", "A7", false)).ShouldBeNull();
        new StubSelection(Read("""{ "actions": { "order.find": { "when": { "number": "B8" } } } }""").GetOrThrow()).Next(Call("order.find", "A7", false)).ShouldBeNull();
    }

    [Fact]
    public async Task AHost_RunsItsActionsAsTheStubsSay()
    {
        ActionStubs stubs = Read("""
            { "actions": { "order.find": [
              { "when": { "number": "B8" }, "error": "unknown_order" },
              { "returns": { "state": "first" } },
              { "returns": { "state": "later" }, "takes": "PT3S" } ] } }
            """).GetOrThrow();
        var clock = new ManualTimeProvider();
        GuidanceActions actions = stubs.ToActions(new FlowCatalog([Compiled()]), clock);
        ValueTask<ActionResult> Run(string id, int attempt, string action = "order.find", string number = "A7") => actions.Find(action)!.RunAsync(
            new ActionCall { Id = id, Action = action, Attempt = attempt, Arguments = [KeyValuePair.Create("number", Value.From(number))], Timeout = TimeSpan.FromMinutes(1), Repeatable = true, SessionId = "s", FlowId = "f", Step = "find", Locale = "en" },
            TestContext.Current.CancellationToken);

        actions.Names.ShouldBe(["order.find", "sms.send"]);
        (await Run("s:2:0", 1)).Returned.ShouldBe([KeyValuePair.Create("state", Value.From("first"))]);
        (await Run("s:2:0", 1)).Returned.ShouldBe([KeyValuePair.Create("state", Value.From("first"))], "the same attempt");
        ValueTask<ActionResult> second = Run("s:2:0", 2);
        second.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(3));
        (await second).Returned.ShouldBe([KeyValuePair.Create("state", Value.From("later"))]);
        (await Run("s:4:0", 1, number: "B8")).Error.ShouldBe("unknown_order");
        (await Run("s:6:0", 1, "sms.send")).Error.ShouldBe(ActionErrors.Failed);
    }

    private static ActionCall Call(string action, string number, bool deep) => new()
    {
        Id = "s:1:0",
        Action = action,
        Arguments = [KeyValuePair.Create("number", Value.From(number)), KeyValuePair.Create("deep", Value.From(deep))],
        Attempt = 1,
        Timeout = TimeSpan.FromSeconds(10),
        Repeatable = true,
        SessionId = "s",
        FlowId = "f",
        Step = "find",
        Locale = "en",
    };

    private static Flow Compiled() => FlowCompiler.Compile([FlowSource.FromText("flow.json", Flow)]).Flow ?? throw new InvalidOperationException();

    private static ActionStubsReadResult Read(string text) => ActionStubs.Read("stubs.json", Encoding.UTF8.GetBytes(text));
}
