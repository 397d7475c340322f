using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Testing.Scenarios;

namespace GuidanceFlow.Testing.Tests.Scenarios;

public sealed class ScenarioReaderTests
{
    [Fact]
    public void AScenario_NeedsItsIdAndItsFlow_TheRestHasDefaults()
    {
        Scenario scenario = Read("""{ "scenario": "short", "flow": "router.json" }""").GetOrThrow();

        scenario.Id.ShouldBe("short");
        scenario.FlowFile.ShouldBe(Path.Combine("flows", "router.json"));
        scenario.Start.SessionId.ShouldBe("short");
        scenario.Now.ShouldBe(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        scenario.Steps.ShouldBeEmpty();
        scenario.ExpectEnd.ShouldBeNull();
    }

    [Fact]
    public void EveryMember_IsRead()
    {
        Scenario scenario = Read(EveryMember).GetOrThrow();

        scenario.Title.ShouldBe("t");
        scenario.Start.SessionId.ShouldBe("s-1");
        scenario.Start.Inputs["name"].ShouldBe(Value.From("Ann"));
        scenario.Start.Known["light"].ShouldBe(Value.From("red"));
        scenario.Start.Locale.ShouldBe("de-AT");
        scenario.Start.Channel.ShouldBe("chat");
        scenario.Start.CustomerKey.ShouldBe("c-7");
        scenario.Now.ShouldBe(new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.FromHours(1)));
        scenario.Expect!.Status.ShouldBe(SessionStatus.Waiting);
        ScenarioStep step = scenario.Steps[0];
        step.Input.ShouldBe(new AnswerInput("yes"));
        step.After.ShouldBe(TimeSpan.FromMinutes(90));
        step.Location.ToString().ShouldBe("flows/every.scenario.json(15,5)");
        TurnExpectation expect = step.Expect!;
        expect.Step.ShouldBe("a");
        expect.Result.ShouldBe(TurnResult.NoMatch);
        expect.TextContains.ShouldBe(["one"]);
        expect.Entered!.Value.ShouldBe(["a", "b"]);
        expect.Options!.Value.ShouldBeEmpty();
        expect.Data.ShouldBe([KeyValuePair.Create("n", Value.From(1.5)), KeyValuePair.Create("gone", Value.Null)]);
        TicketExpectation ticket = expect.Tickets!.Value[0];
        ticket.Reason.ShouldBe(FallbackReason.Attempts);
        ticket.Unrecognised!.Value.ShouldBe(["hm"]);
        ticket.Due.ShouldBe(new DateTimeOffset(2026, 1, 5, 11, 0, 0, TimeSpan.Zero));
        step.Id.ShouldBe("in-1");
        expect.Timers!.Value.ShouldBe([new TimerExpectation { Id = "remind", In = TimeSpan.FromMinutes(5), Due = new DateTimeOffset(2026, 3, 1, 8, 35, 0, TimeSpan.FromHours(1)) }]);
        expect.Calls!.Value.ShouldBe([new CallExpectation { Action = "order.find", With = [KeyValuePair.Create("number", Value.From("A7"))], Attempt = 2, Step = "find" }]);
        expect.Events!.Value.ShouldBe([new EventExpectation(TurnEventKind.FellBack), new EventExpectation(TurnEventKind.ActionEnded) { Step = "find", Detail = "order.find" }]);
        scenario.ExpectEnd!.Calls!.Value.ShouldBeEmpty();
        scenario.ExpectEnd!.Outcome.ShouldBe(SessionOutcome.Escalated);
        scenario.ExpectEnd.Transcript!.VerifiedPath.ShouldBe(Path.Combine("flows", "every.verified.txt"));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_EndAsInFlows(string lineEnd) =>
        Read(string.Join(lineEnd, "{", "\"scenario\": \"short\",", " \"flow\": 1", "}")).Diagnostics.ShouldHaveSingleItem().ToString()
            .ShouldEndWith("(3,10): error GF0803: Expected a text, found a number.");

    [Theory]
    [InlineData("\"transcript\": \"sub/other.verified.txt\"", "flows/sub/other.verified.txt")]
    [InlineData("\"transcript\": false", null)]
    [InlineData("\"data\": {}", null)]
    public void TheTranscript_IsTheScenariosOwnFile_OrNamed(string member, string? expected) =>
        Read($$"""{ "scenario": "s", "flow": "f", "expect_end": { {{member}} } }""").GetOrThrow().ExpectEnd!.Transcript?.VerifiedPath.Replace('\\', '/').ShouldBe(expected);

    [Theory]
    [InlineData(
        "{ \"scenaro\": \"s\" }",
        "every.scenario.json(1,1): error GF0804: Member 'flow' is missing in a scenario. Add \"flow\": \"…\".",
        "every.scenario.json(1,3): error GF0802: Unknown member 'scenaro' in a scenario. Did you mean 'scenario'?")]
    [InlineData(
        "{ \"scenario\": 1, \"flow\": \"f\",\n \"steps\": {} }",
        "every.scenario.json(1,15): error GF0803: Expected a text, found a number.",
        "every.scenario.json(2,11): error GF0803: Expected an array, found an object.")]
    [InlineData(
        "{ \"scenario\": \"s\", \"flow\": \"f\", \"flow\": \"g\", \"steps\": [\"yes\", { \"expect\": { \"Zzz\": 1 } }] }",
        "every.scenario.json(1,33): error GF0806: Member 'flow' is given twice. Remove one of them.",
        "every.scenario.json(1,56): error GF0803: Expected an object, found a text.",
        "every.scenario.json(1,63): error GF0804: A step needs something that happens. Add \"answer\": \"…\", or one of command, correct, locale, attachment, advance, signal and person.",
        "every.scenario.json(1,77): error GF0802: Unknown member 'Zzz' in an expectation. Its members are step, stage, result, reason, status, outcome, text, text_contains, entered, options, data, tickets, timers, calls, events, kept, dropped, error_contains.")]
    [InlineData(
        "{ \"scenario\": \"s\", \"flow\": \"f\", \"start\": { \"now\": \"2026-01-05T09:00:00\" }, \"expect\": { \"status\": \"wating\", \"outcome\": \"x\", \"text_contains\": 3 } }",
        "every.scenario.json(1,51): error GF0805: This is not a time with its offset. Write one such as \"2026-01-05T09:00:00Z\".",
        "every.scenario.json(1,98): error GF0805: Unknown status 'wating'. Did you mean 'waiting'?",
        "every.scenario.json(1,119): error GF0805: Unknown outcome 'x'. Use one of resolved, unresolved, escalated, abandoned.",
        "every.scenario.json(1,141): error GF0803: Expected a text or an array of texts, found a number.")]
    [InlineData(
        "{ \"scenario\": \"s\", \"flow\": \"f\", \"steps\": [{ \"answer\": \"a\", \"after\": \"5m\" }], \"expect_end\": { \"tickets\": [{ \"attempts\": -1, \"kind\": \"promis\" }], \"transcript\": \"x.txt\" } }",
        "every.scenario.json(1,69): error GF0805: This is not a length of time. Write one such as \"PT30M\" (30 minutes) or \"P1D\" (a day).",
        "every.scenario.json(1,120): error GF0803: Expected a whole number from 0, found a number.",
        "every.scenario.json(1,132): error GF0805: Unknown ticket kind 'promis'. Did you mean 'promise'?",
        "every.scenario.json(1,159): error GF0805: The name of a golden file ends in '.verified.txt'.")]
    [InlineData(
        "{ \"scenario\": \"s\" \"flow\": \"f\" }",
        "every.scenario.json(1,19): error GF0801: A comma is missing before this, between two members.")]
    [InlineData(
        " ",
        "every.scenario.json(1,1): error GF0801: The file holds no scenario. A scenario starts with '{'.")]
    [InlineData(
        "{} {}",
        "every.scenario.json(1,4): error GF0801: Something stands behind the end of the scenario. Remove it.")]
    [InlineData(
        "{ \"scenario\": \"ä\",\n  \"flow\": \"\\ud800\" }",
        "every.scenario.json(2,11): error GF0805: This text holds half of a character. Write the character itself, or both halves.")]
    [InlineData(
        "[]",
        "every.scenario.json(1,1): error GF0803: Expected an object, found an array.")]
    public void AWrongScenario_IsExplained_AllAtOnce(string text, params string[] expected) =>
        Read(text).Diagnostics.Select(diagnostic => diagnostic.ToString().Replace("flows/", string.Empty, StringComparison.Ordinal)).ShouldBe(expected);

    [Fact]
    public void Steps_TakeWhatGoesInInAnyWay() =>
        Read("""
            { "scenario": "a", "flow": "f.json", "steps": [
              { "answer": "red" }, { "command": "back" }, { "correct": { "step": "light", "answer": "green" } }, { "locale": "zh-CN" },
              { "attachment": { "reference": "b:1", "kind": "image", "size": 12, "name": "x.jpg" } }, { "attachment": [ { "reference": "b:2", "kind": "video" }, { "reference": "b:3", "kind": "audio" } ] },
              { "advance": "PT10M" }, { "signal": "paid" }, { "signal": { "name": "payment", "value": { "amount": 20 } } },
              { "person": { "by": "ada", "says": "Hello." } }, { "person": { "returns": { "step": "light", "data": { "fixed": true } } } }, { "person": { "ends": "unresolved", "says": "Bye." } } ] }
            """).GetOrThrow().Steps.Select(step => step.Input).ShouldBe(
            [
                new AnswerInput("red"), new CommandInput(SessionCommand.Back), new CorrectionInput("light", "green"), new LocaleInput("zh-CN"),
                new AttachmentInput([new Attachment("b:1", AttachmentKind.Image) { Size = 12, Name = "x.jpg" }]),
                new AttachmentInput([new Attachment("b:2", AttachmentKind.Video), new Attachment("b:3", AttachmentKind.Audio)]),
                null, new SignalInput("paid", Value.Null), new SignalInput("payment", Value.From(ValueObject.Create([KeyValuePair.Create("amount", Value.From(20))]))),
                new PersonMessageInput("Hello.") { By = "ada" }, new PersonReturnInput { Step = "light", Data = [KeyValuePair.Create("fixed", Value.True)] }, new PersonEndInput(SessionOutcome.Unresolved) { Text = "Bye." },
            ]);

    [Theory]
    [InlineData("{ }", "GF0804: A step needs something that happens. Add \"answer\": \"…\", or one of command, correct, locale, attachment, advance, signal and person.")]
    [InlineData("{ \"answer\": \"x\", \"locale\": \"en\" }", "GF0802: Only one thing happens in a step, and it has 'answer' already. Write a step for each.")]
    [InlineData("{ \"command\": \"bck\" }", "GF0805: Unknown command 'bck'. Did you mean 'back'?")]
    [InlineData("{ \"correct\": { \"step\": \"x\" } }", "GF0804: Member 'answer' is missing in a correction. Add \"answer\": \"…\".")]
    [InlineData("{ \"attachment\": { \"reference\": \"x\", \"kind\": \"foto\" } }", "GF0805: Unknown attachment kind 'foto'. Use one of image, video, audio, document.")]
    [InlineData("{ \"advance\": \"10m\" }", "GF0805: This is not a length of time. Write one such as \"PT30M\" (30 minutes) or \"P1D\" (a day).")]
    [InlineData("{ \"advance\": \"PT1M\", \"after\": \"PT1M\" }", "GF0802: Where only time passes, 'after' says nothing. Remove it.")]
    [InlineData("{ \"advance\": \"PT1M\", \"id\": \"a\" }", "GF0802: Where only time passes, 'id' says nothing. Remove it.")]
    [InlineData("{ \"signal\": { \"nane\": \"x\" } }", "GF0802: Unknown member 'nane' in a signal. Did you mean 'name'?")]
    [InlineData("{ \"signal\": { } }", "GF0804: Member 'name' is missing in a signal. Add \"name\": \"…\".")]
    [InlineData("{ \"person\": { } }", "GF0804: The person does nothing. Add \"says\": \"…\", \"returns\": {} or \"ends\": \"resolved\".")]
    [InlineData("{ \"person\": { \"returns\": {}, \"ends\": \"resolved\" } }", "GF0802: A person gives the session back or ends it. Leave out 'returns' or 'ends'.")]
    [InlineData("{ \"person\": { \"ends\": \"solved\" } }", "GF0805: Unknown outcome 'solved'. Did you mean 'resolved'?")]
    [InlineData("{ \"answer\": \"x\", \"expect\": { \"timers\": [ { \"id\": \"remnd\" } ] } }", "GF0805: Unknown timer 'remnd'. Did you mean 'remind'?")]
    [InlineData("{ \"answer\": \"x\", \"expect\": { \"events\": [ \"remindd\" ] } }", "GF0805: Unknown kind of event 'remindd'. Did you mean 'reminded'?")]
    [InlineData("{ \"answer\": \"x\", \"expect\": { \"events\": [ { \"step\": \"a\" } ] } }", "GF0804: Member 'kind' is missing in an expected event. Add \"kind\": \"…\".")]
    [InlineData("{ \"answer\": \"x\", \"expect\": { \"calls\": [ { \"with\": 1 } ] } }", "GF0803: Expected an object, found a number.")]
    [InlineData("{ \"attachment\": \"x\" }", "GF0803: Expected an object, found a text.")]
    public void AStepThatIsWrong_IsExplained(string step, string finding) =>
        Read($$"""{ "scenario": "a", "flow": "f.json", "steps": [ {{step}} ] }""").Diagnostics.Select(diagnostic => $"{diagnostic.Code}: {diagnostic.Message}").ShouldContain(finding);

    [Fact]
    public void AFileThatIsNotUtf8_IsUnreadable() =>
        Scenario.Read("s.json", new byte[] { (byte)'{', 0xFF }).Diagnostics.Single().ToString()
            .ShouldBe("s.json(1,2): error GF0807: The byte 0xFF stands here, which is not UTF-8. Save the file as UTF-8.");

    [Fact]
    public void AMissingFile_IsUnreadable() =>
        Scenario.Read("nowhere/s.json").Diagnostics.Single().ToString().ShouldBe("nowhere/s.json(1,1): error GF0807: There is no such file.");

    [Fact]
    public void GetOrThrow_OfAWrongScenario_ListsWhatIsWrong() =>
        Should.Throw<ScenarioFormatException>(() => Read("[]").GetOrThrow()).Message
            .ShouldBe("The scenario cannot be used.\nflows/every.scenario.json(1,1): error GF0803: Expected an object, found an array.");

    [Fact]
    public void Codes_AreEachUsedOnce() => ScenarioDiagnostics.All.Select(descriptor => descriptor.Code).ShouldBe(Enumerable.Range(801, 7).Select(code => $"GF0{code}"));

    private static ScenarioReadResult Read(string text) => Scenario.Read("flows/every.scenario.json", System.Text.Encoding.UTF8.GetBytes(text));

    private const string EveryMember =
        """
        // Comments and trailing commas are fine.
        {
          "$schema": "../schemas/scenario-v1.schema.json",
          "scenario": "every",
          "title": "t",
          "note": "n",
          "flow": "router.json",
          "start": {
            "id": "s-1", "inputs": { "name": "Ann" }, "known": { "light": "red" },
            "locale": "de-AT", "channel": "chat", "customer": "c-7",
            "now": "2026-03-01T08:30:00+01:00",
          },
          "expect": { "status": "waiting" },
          "steps": [
            {
              "answer": "yes", "after": "PT1H30M", "id": "in-1", "note": "n",
              "expect": {
                "step": "a", "stage": "b", "result": "no_match", "reason": "empty", "status": "waiting", "outcome": "resolved",
                "text": "t", "text_contains": "one", "entered": ["a", "b"], "options": [], "data": { "n": 1.5, "gone": null },
                "tickets": [{
                  "definition": "d", "kind": "issue", "queue": "q", "priority": "low", "subject": "s", "subject_contains": "s",
                  "body_contains": ["b"], "due": "2026-01-05T11:00:00Z", "reason": "attempts", "step": "a", "stage": "b",
                  "attempts": 3, "unrecognised": ["hm"], "evidence": { "n": 1 },
                }],
                "timers": [{ "id": "remind", "in": "PT5M", "due": "2026-03-01T08:35:00+01:00" }],
                "calls": [{ "action": "order.find", "with": { "number": "A7" }, "attempt": 2, "step": "find" }],
                "events": ["fell_back", { "kind": "action_ended", "step": "find", "detail": "order.find" }],
                "error_contains": "e",
              },
            },
          ],
          "expect_end": { "status": "ended", "outcome": "escalated", "step": "a", "stage": "b", "data": {}, "tickets": [], "calls": [], "transcript": true },
        }
        """;
}
