using System.Text;
using GuidanceFlow.Definitions;
using GuidanceFlow.Testing.Scenarios;

namespace GuidanceFlow.Testing.Tests.Scenarios;

/// <summary>Scenarios in which time passes, signals come, actions end and people write.</summary>
public sealed class TimedScenarioTests
{
    private const string Flow = """
        { "flow": "order", "fallback": { "goto": "colleague" }, "expiry": { "after": "P1D", "text": "Closed." },
          "silence": { "remind_after": "PT5M", "texts": [ "Still there?" ], "give_up_after": "PT30M" },
          "signals": { "payment": { "type": "object", "fields": { "reference": "text", "amount": "number" } } },
          "actions": { "order.find": { "with": { "number": "text", "pin": { "type": "text", "optional": true } }, "returns": { "state": "text", "due": { "type": "date", "optional": true } }, "errors": [ "unknown_order" ] } },
          "data": { "number": "text", "pin": "text", "state": "text", "due": { "type": "date", "optional": true }, "paid": { "type": "object", "fields": { "reference": "text", "amount": "number" }, "optional": true }, "fixed": { "type": "boolean", "default": false } },
          "stages": [ { "id": "s", "steps": [
            { "id": "which", "type": "ask", "text": "Which order?", "answer": "text", "save": "number" },
            { "id": "ask-pin", "type": "ask", "text": "Your PIN?", "answer": "text", "save": "pin", "sensitive": true },
            { "id": "find", "type": "call", "action": "order.find", "with": { "number": "number", "pin": "pin" }, "save": { "state": "state", "due": "due" }, "text": "One moment.", "timeout": "PT5S", "retries": 1, 
              "on_error": [ { "when": "error.code == 'unknown_order'", "goto": "which" }, { "goto": "colleague" } ] },
            { "id": "told", "type": "say", "text": "It is {{ state }}." },
            { "id": "pay", "type": "wait", "text": "Please pay it.", "signal": { "name": "payment", "save": "paid" }, "timeout": { "after": "PT2H", "goto": "colleague" } },
            { "id": "cool-down", "type": "wait", "text": "Thank you. Try again in ten minutes.", "for": "PT10M", "answer": "yes_no" },
            { "id": "works", "type": "ask", "text": "Does it work?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "bye" }, { "goto": "colleague" } ] },
            { "id": "colleague", "type": "handoff", "queue": "orders", "respond_within": "PT10M", "text": "A colleague takes over.", "situation": "Order {{ number ?? '?' }}.", "evidence": [ "state" ], "on_return": "bye" },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye{{ fixed ? ', it is fixed' : '' }}." } ] } ] }
        """;

    [Fact]
    public void Transcript_OfTimeSignalsActionsAndPeople_IsReadAloud()
    {
        ScenarioResult result = Run("""
            "actions": { "order.find": [
              { "when": { "number": "B8" }, "error": "unknown_order", "message": "There is no order B8." },
              { "takes": "PT1M" },
              { "takes": "PT3S", "returns": { "state": "on its way", "due": "2026-01-07" } } ] },
            "steps": [
              { "advance": "PT4M", "expect": { "text": "", "step": "which", "status": "waiting", "events": [], "timers": [ { "id": "remind", "in": "PT1M" }, { "id": "give_up", "in": "PT26M" }, { "id": "expiry" } ] } },
              { "advance": "PT6M", "expect": { "text": "Still there?", "events": [ "reminded", { "kind": "said", "step": "which" } ], "timers": [ { "id": "give_up", "due": "2026-01-05T09:30:00Z" }, {} ] } },
              { "answer": "B8", "id": "in-1", "expect": { "step": "ask-pin", "calls": [] } },
              { "answer": "4711", "expect": { "step": "which", "calls": [ { "action": "order.find", "with": { "number": "B8", "pin": "4711" }, "attempt": 1, "step": "find" } ] } },
              { "answer": "C9", "id": "in-1", "expect": { "step": "ask-pin" } },
              { "answer": "A7", "after": "PT31S", "expect": { "step": "ask-pin" } },
              { "answer": "4711", "expect": { "status": "busy", "timers": [ { "id": "expiry", "in": "P1D" } ] } },
              { "answer": "hello?", "expect": { "result": "refused", "reason": "busy" } },
              { "advance": "PT5S", "expect": { "events": [ { "kind": "action_ended", "detail": "order.find: timeout" } ], "timers": [ { "id": "retry", "in": "PT1S" }, {} ], "status": "busy" } },
              { "advance": "PT1S", "expect": { "calls": [ { "attempt": 2 } ] } },
              { "advance": "PT10M", "expect": { "step": "pay", "data": { "state": "on its way", "due": "2026-01-07" } } },
              { "signal": { "name": "payment", "value": { "reference": "R1", "amount": 20 } }, "expect": { "step": "cool-down", "data": { "paid": { "reference": "R1", "amount": 20 } } } },
              { "answer": "what?", "expect": { "result": "no_match" } },
              { "advance": "PT10M", "expect": { "step": "works", "events": [ "elapsed" ] } },
              { "answer": "no", "expect": { "status": "with_person", "step": "colleague" } },
              { "answer": "Hello?", "expect": { "status": "with_person", "events": [ "relayed" ] } },
              { "person": { "by": "ada", "says": "I look into it." }, "after": "PT5M" },
              { "person": { "by": "ada", "says": "Done.", "returns": { "step": "works", "data": { "fixed": true } } }, "expect": { "step": "works" } },
              { "answer": "yes" } ],
            "expect_end": { "outcome": "resolved", "status": "ended", "calls": [ {}, { "attempt": 1 }, { "attempt": 2 } ] }
            """);

        result.Passed.ShouldBeTrue(result.Report);
        result.Report.ShouldNotContain("4711");
        Golden.Verify(result.Transcript);
    }

    [Fact]
    public void Report_OfWhatIsNotAsExpected_SaysWhatCame() => Golden.Verify(Run("""
        "actions": { "order.find": { "takes": "PT3S", "returns": { "stat": "x" } } },
        "steps": [
          { "advance": "PT6M", "expect": { "timers": [ { "id": "remind" } ], "events": [ "said", "reminded" ] } },
          { "answer": "A7" },
          { "answer": "4711", "expect": { "status": "waiting", "calls": [ { "action": "order.fnd", "with": { "number": "A8", "nmber": 1 }, "attempt": 2, "step": "fnd" } ] } },
          { "advance": "PT1S", "expect": { "calls": [ {} ], "timers": [ { "id": "wait", "in": "P2D", "due": "2026-01-05T09:30:00Z" } ], "events": [ { "kind": "action_ended", "step": "find" } ] } }
        ],
        "expect_end": { "calls": [] }
        """).Report);

    [Fact]
    public void ASecretThatAnActionWasGiven_IsInNoReport() => Run("\"steps\": [ { \"answer\": \"A7\" }, { \"answer\": \"4711\", \"expect\": { \"calls\": [] } } ]").Report.ShouldNotContain("4711");

    [Fact]
    public void ACallWithoutAResult_Fails_AndNothingBehindItIsSaid()
    {
        ScenarioResult result = Run("""
            "actions": { "order.find": { "when": { "number": "B8" }, "error": "failed" } },
            "steps": [ { "answer": "A7" }, { "answer": "4711" }, { "answer": "more" } ], "expect_end": { "outcome": "resolved" }
            """);

        ScenarioFailure failure = result.Failures.ShouldHaveSingleItem();
        (failure.Turn, failure.Member, failure.Expected, failure.Actual).ShouldBe((2, "actions", "a result for [order.find number: A7, pin: ••• …]", "none; add one to \"order.find\" under \"actions\""));
        result.Conversation.Length.ShouldBe(3);
    }

    [Fact]
    public void TimeThatNeverEnds_Fails()
    {
        Scenario scenario = Scenario.Read("x.scenario.json", """{ "scenario": "x", "flow": "f.json", "steps": [ { "advance": "P1D" }, { "answer": "yes" } ] }"""u8.ToArray()).GetOrThrow();

        ScenarioFailure failure = ScenarioRunner.Run(scenario, Compile("""
            { "flow": "order", "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [
              { "id": "poll", "type": "wait", "text": "Wait.", "for": "PT1S", "answer": "yes_no", "next": [ { "when": "answer == true", "goto": "bye" }, { "goto": "poll" } ] },
              { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """)).Failures.ShouldHaveSingleItem();

        (failure.Member, failure.Expected, failure.Actual).ShouldBe(("advance", "at most 1000 turns", "more; the clock stands at 2026-01-05T09:16:40Z"));
    }

    [Theory]
    [InlineData("{ \"answer\": \"yes\", \"after\": \"PT2M\" }", "error_contains")]
    [InlineData("{ \"advance\": \"PT2M\" }", "error_contains")]
    [InlineData("{ \"advance\": \"PT2M\", \"expect\": { \"error_contains\": \"told\", \"step\": \"still\" } }")]
    public void WhatFailsWhileTimePasses_IsNotPassedOver(string step, params string[] failed)
    {
        const string Failing = """
            { "flow": "order", "fallback": { "goto": "still" }, "data": { "count": { "type": "integer", "default": 0 } }, "stages": [ { "id": "s", "steps": [
              { "id": "rest", "type": "wait", "text": "Wait.", "for": "PT1M" },
              { "id": "told", "type": "say", "text": "{{ 1 | math.divided_by count }}" },
              { "id": "still", "type": "ask", "text": "Still there?", "answer": "yes_no", "fallback": { "goto": "bye" } },
              { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """;

        Run($"\"steps\": [ {step} ]", Failing).Failures.Select(failure => failure.Member).ShouldBe(failed);
    }

    private static ScenarioResult Run(string members, string flow = Flow)
    {
        Scenario scenario = Scenario.Read("x.scenario.json", Encoding.UTF8.GetBytes($$"""{ "scenario": "x", "flow": "order.json", {{members}} }""")).GetOrThrow();
        return ScenarioRunner.Run(scenario, Compile(flow));
    }

    private static Flow Compile(string flow) => FlowCompiler.Compile([FlowSource.FromText("order.json", flow)]).GetOrThrow();
}
