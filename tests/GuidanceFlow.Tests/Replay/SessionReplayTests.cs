using System.Text;
using GuidanceFlow.Actions;
using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Replay;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Tests.Migration;

namespace GuidanceFlow.Tests.Replay;

/// <summary>What a journal gives again, and what it is refused for.</summary>
public sealed class SessionReplayTests
{
    private static readonly Flow Lamp = LampWith("Which lamp is on?", "The red one");

    private static Flow LampWith(string text, string label, int version = 1, string more = "") => FlowCompiler.Compile([FlowSource.FromText("lamp.json", $$"""
        { "flow": "lamp", "version": {{version}}, "fallback": { "goto": "bye" }, "data": { "lamp": "text", "pin": { "type": "text", "optional": true } }, {{more}}
          "stages": [ { "id": "s", "steps": [
            { "id": "lamp", "type": "ask", "text": "{{text}}", "answer": { "type": "choice", "options": [ { "value": "red", "label": "{{label}}" }, "green" ] }, "save": "lamp" },
            { "id": "pin", "type": "ask", "text": "PIN?", "answer": "text", "save": "pin", "sensitive": true },
            { "id": "ok", "type": "ask", "text": "OK?", "answer": "yes_no" },
            { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """)]).GetOrThrow();

    /// <summary>A session that was started and got some inputs, and its journal.</summary>
    private static (GuidanceSession Session, List<JournalEntry> Journal) Play(Flow flow, params ReadOnlySpan<SessionInput> inputs)
    {
        var request = new StartRequest { SessionId = "s" };
        Turn turn = GuidanceEngine.Start(flow, request, Conversation.Noon);
        List<JournalEntry> journal = [JournalEntry.OfStart(turn, request, Conversation.Noon)];
        foreach (SessionInput input in inputs)
        {
            GuidanceSession before = turn.Session;
            turn = GuidanceEngine.Step(flow, before, input, Conversation.Noon);
            turn.Result.ShouldNotBe(TurnResult.Refused);
            journal.Add(JournalEntry.Of(before, turn, input, Conversation.Noon));
        }

        return (turn.Session, journal);
    }

    private static List<JournalEntry> Plain() => Play(Lamp, new AnswerInput("hm"), new AnswerInput("the red one"), new AnswerInput("47 11"), new AnswerInput("yes")).Journal;

    private static void ShouldFail(ReplayResult replayed, ReplayProblem problem, int? turn, string message)
    {
        (replayed.Success, replayed.Session, replayed.Problem, replayed.ProblemTurn).ShouldBe((false, null, problem, turn));
        replayed.Message.ShouldBe(message);
        Should.Throw<InvalidDataException>(replayed.GetOrThrow).Message.ShouldBe(message);
    }

    [Fact]
    public void Journal_GivesEachTurnAgain()
    {
        (GuidanceSession session, List<JournalEntry> journal) = Play(Lamp, new AnswerInput("hm"), new AnswerInput("the red one"), new AnswerInput("47 11"));
        ReplayResult replayed = SessionReplay.Run(Lamp, journal);
        SessionSnapshot.Write(replayed.GetOrThrow()).ShouldBe(SessionSnapshot.Write(session));
        replayed.Turns.Select(turn => turn.Session.Turn).ShouldBe([1, 2, 3, 4]);
        replayed.Turns[1].Messages[^1].Text.ShouldBe("Which lamp is on?");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Replay_EndsWithTheTurnThatIsAskedFor(int turn)
    {
        List<JournalEntry> journal = Plain();

        // What comes behind is not looked at.
        journal[^1] = journal[^1] with { Turn = 99 };
        ReplayResult replayed = SessionReplay.Run(Lamp, journal, turn);
        (replayed.GetOrThrow().Turn, replayed.Turns.Length).ShouldBe((turn, turn));
    }

    [Fact]
    public void Turn_ThatIsNotThere_IsAGap()
    {
        ShouldFail(SessionReplay.Run(Lamp, Plain(), 6), ReplayProblem.Gap, 6, "The journal ends with turn 5; there is no turn 6.");
        Should.Throw<ArgumentOutOfRangeException>(() => SessionReplay.Run(Lamp, Plain(), 0));
    }

    [Fact]
    public void Journal_WithoutEntries_IsRefused() => ShouldFail(SessionReplay.Run(Lamp, []), ReplayProblem.Empty, null, "The journal has no entries.");

    [Fact]
    public void Export_IsRefused_WhereSomethingIsHidden()
    {
        JournalEntry[] export = [.. Plain().Select(entry => entry.Masked())];
        ShouldFail(SessionReplay.Run(Lamp, export), ReplayProblem.Masked, 4, "Turn 4: What the entry says is hidden. Replay the journal of the store; exports lack secrets.");
        SessionReplay.Run(Lamp, export, 3).Success.ShouldBeTrue("nothing is hidden before");
        SessionReplay.Run(Lamp, Encoding.UTF8.GetString(JournalJson.Export(Plain())).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JournalJson.Read(Encoding.UTF8.GetBytes(line)))).Problem.ShouldBe(ReplayProblem.Masked);
    }

    [Fact]
    public void Journal_WithAHole_OrInAnotherOrder_IsRefused()
    {
        List<JournalEntry> journal = Plain();
        journal.RemoveAt(2);
        ShouldFail(SessionReplay.Run(Lamp, journal), ReplayProblem.Gap, 4, "Turn 4: Here turn 3 should stand. Give all entries of the session, in order.");
        ShouldFail(SessionReplay.Run(Lamp, Plain().Skip(1)), ReplayProblem.Gap, 2, "Turn 2: Here turn 1 should stand, the start. Give all entries of the session, in order.");
        SessionReplay.Run(Lamp, [.. Plain().Take(2), .. Plain().Skip(1)]).Problem.ShouldBe(ReplayProblem.Gap);
        SessionReplay.Run(Lamp, [Plain()[0], Plain()[0] with { Turn = 2 }]).Problem.ShouldBe(ReplayProblem.Gap);
    }

    [Fact]
    public void EntriesOfAnotherSession_AreRefused()
    {
        List<JournalEntry> journal = Plain();
        journal[2] = journal[2] with { SessionId = "t" };
        ShouldFail(SessionReplay.Run(Lamp, journal), ReplayProblem.SeveralSessions, 3, "Turn 3: The entry is of the session 't', those before of 's'. Replay one session at a time.");
    }

    [Fact]
    public void EntriesOfALaterRelease_AreRefused()
    {
        List<JournalEntry> journal = Plain();
        journal[1] = journal[1] with { Version = 2 };
        ReplayResult replayed = SessionReplay.Run(Lamp, journal);
        (replayed.Problem, replayed.ProblemTurn, replayed.Turns.Length).ShouldBe((ReplayProblem.UnknownVersion, 2, 1));
    }

    [Fact]
    public void AnotherFlow_OrVersion_OrStructure_IsRefused()
    {
        Flow other = Flows.Of(Flows.YesNo("q"));
        SessionReplay.Run(other, Plain()).Problem.ShouldBe(ReplayProblem.FlowNotFound);
        SessionReplay.Run(LampWith("Which lamp is on?", "The red one", version: 2), Plain()).Problem.ShouldBe(ReplayProblem.FlowNotFound);
        ReplayResult replayed = SessionReplay.Run(LampWith("Which lamp is on?", "The red one", more: """ "expiry": { "after": "P1D" }, """), Plain());
        (replayed.Problem, replayed.ProblemTurn).ShouldBe((ReplayProblem.FlowMismatch, 1));
    }

    [Fact]
    public void EntryThatTellsSomethingElse_IsNamed()
    {
        ShouldFail(Changed(2, entry => entry with { Value = Value.From("blue") }), ReplayProblem.Differs, 3, "Turn 3: The value understood is another one now.");
        ShouldFail(Changed(1, entry => entry with { Result = TurnResult.Accepted }), ReplayProblem.Differs, 2, "Turn 2: The result was Accepted, but is NoMatch now.");
        ShouldFail(Changed(2, entry => entry with { Events = [.. entry.Events.SkipLast(1)] }), ReplayProblem.Differs, 3, "Turn 3: Event 5 was none, but is Said at 'pin' now.");
        ShouldFail(Changed(2, entry => entry with { Events = [.. entry.Events.Select(happened => happened.Kind == TurnEventKind.Routed ? happened with { Detail = "ok" } : happened)] }), ReplayProblem.Differs, 3, "Turn 3: Event 3 was Routed at 'lamp' (ok), but is Routed at 'lamp' (pin) now.");
        ShouldFail(Changed(1, entry => entry with { Reason = "odd" }), ReplayProblem.Differs, 2, "Turn 2: The reason was 'odd', but is none now.");
        ShouldFail(Changed(4, entry => entry with { Kind = JournalEntryKind.Timer, Source = "remind" }), ReplayProblem.Differs, 5, "Turn 5: The result was Accepted, but is Refused (late) now.");
        ShouldFail(Changed(4, entry => entry with { Kind = JournalEntryKind.Signal }), ReplayProblem.Malformed, 5, "Turn 5: An entry of the kind 'Signal' needs a fitting 'source'.");

        static ReplayResult Changed(int index, Func<JournalEntry, JournalEntry> change)
        {
            List<JournalEntry> journal = Plain();
            journal[index] = change(journal[index]);
            return SessionReplay.Run(Lamp, journal);
        }
    }

    [Fact]
    public void Interpreters_AreNotAsked_WhatTheySaidCounts()
    {
        (GuidanceSession session, List<JournalEntry> journal) = Play(
            Lamp,
            new AnswerInput("whatever glows") { Interpretation = AnswerInterpretation.Ambiguous("model", "red", "green") },
            new AnswerInput("green") { Interpretation = AnswerInterpretation.NoMatch },
            new AnswerInput("the one on the left") { Interpretation = AnswerInterpretation.Match(Value.From("green"), "model") with { Facts = [KeyValuePair.Create("ok", Value.True)] } });
        List<JournalEntry> stored = [.. journal.Select(entry => JournalJson.Read(JournalJson.WriteForStore(entry)))];
        stored.ShouldBe(journal);
        ReplayResult replayed = SessionReplay.Run(Lamp, stored);
        SessionSnapshot.Write(replayed.GetOrThrow()).ShouldBe(SessionSnapshot.Write(session));
        replayed.Turns[1].Candidates.ShouldBe(["red", "green"]);
        replayed.Turns[3].Answer!.By.ShouldBe("model");
    }

    [Fact]
    public void Wording_MayHaveChanged_AndWhatWasUnderstoodCounts()
    {
        (GuidanceSession session, List<JournalEntry> journal) = Play(Lamp, new AnswerInput("the red one"), new AnswerInput("47 11"), new AnswerInput("go back"));
        Flow reworded = LampWith("Which of them?", "Scarlet");
        (reworded.StructureHash == Lamp.StructureHash, reworded.TextHash == Lamp.TextHash).ShouldBe((true, false));
        SessionSnapshot.Write(SessionReplay.Run(reworded, journal).GetOrThrow()).ShouldBe(SessionSnapshot.Write(session));

        // An answer nobody understood then is not understood now either.
        (session, journal) = Play(Lamp, new AnswerInput("scarlet"), new AnswerInput("red"));
        SessionSnapshot.Write(SessionReplay.Run(reworded, journal).GetOrThrow()).ShouldBe(SessionSnapshot.Write(session));
    }

    [Fact]
    public void Commands_FromAButton_AreToldFromWords_AlsoWhereTheyFail()
    {
        Flow flow = Flows.Of(
            Flows.YesNo("q") + """, { "id": "sum", "type": "set", "values": { "n": "1 / zero" }, "when": "zero >= 0" }""",
            """ "data": { "n": { "type": "number", "default": 0 }, "zero": { "type": "integer", "default": 0 } }, "commands": { "person": { "goto": "sum" } }, """);
        (GuidanceSession session, List<JournalEntry> journal) = Play(flow, new CommandInput(SessionCommand.Repeat), new AnswerInput("say that again"), new CommandInput(SessionCommand.Person));
        journal.Select(entry => (entry.Kind, entry.Command, entry.Raw)).Skip(1).ShouldBe([(JournalEntryKind.Command, SessionCommand.Repeat, null), (JournalEntryKind.Command, SessionCommand.Repeat, "say that again"), (JournalEntryKind.Command, SessionCommand.Person, null)]);
        journal[^1].Error.ShouldNotBeNull();
        SessionSnapshot.Write(SessionReplay.Run(flow, journal).GetOrThrow()).ShouldBe(SessionSnapshot.Write(session));
    }

    [Fact]
    public void NoFiles_AreNotNoWords()
    {
        Flow flow = Flows.Of("""{ "id": "photo", "type": "ask", "text": "Photo?", "answer": { "type": "attachment", "min": 1 } }""");
        (GuidanceSession session, List<JournalEntry> journal) = Play(flow, new AttachmentInput([]), new AnswerInput(string.Empty), new AttachmentInput([new Attachment("f", AttachmentKind.Image)]));
        SessionSnapshot.Write(SessionReplay.Run(flow, journal.Select(entry => JournalJson.Read(JournalJson.WriteForStore(entry)))).GetOrThrow()).ShouldBe(SessionSnapshot.Write(session));
    }

    [Fact]
    public void Versions_AreMetInTheTurnsInWhichTheyWere()
    {
        TwoVersions versions = TwoVersions.Of((string.Empty, Ask("works")), (""" "migrate": { "from": [1], "steps": { "works": "fine" } } """, Ask("fine")));
        (GuidanceSession session, List<JournalEntry> journal) = Play(versions.Older, new AnswerInput("hm"));
        Turn turn = versions.Migrate(session).Step(new AnswerInput("hm"), Conversation.Noon);
        journal.Add(JournalEntry.Of(session, turn, new AnswerInput("hm"), Conversation.Noon));
        Turn last = GuidanceEngine.Step(versions.Newer, turn.Session, new AnswerInput("yes"), Conversation.Noon);
        journal.Add(JournalEntry.Of(turn.Session, last, new AnswerInput("yes"), Conversation.Noon));

        // Whatever is retired by now.
        FlowCatalog flows = new FlowCatalog([versions.Older, versions.Newer]).Retire("f", 1);
        ReplayResult replayed = SessionReplay.Run(flows, journal);
        replayed.Turns.Select(made => made.Session.Flow.Version).ShouldBe([1, 1, 2, 2], replayed.Message);
        SessionSnapshot.Write(replayed.GetOrThrow()).ShouldBe(SessionSnapshot.Write(last.Session));
        SessionReplay.Run(versions.Older, journal).Problem.ShouldBe(ReplayProblem.FlowNotFound);
        SessionReplay.Run(flows, [.. journal.Take(2), journal[2] with { Events = [.. journal[2].Events.Skip(1)] }]).Problem.ShouldBe(ReplayProblem.Differs);

        static string Ask(string id) => $$"""{ "id": "{{id}}", "type": "ask", "text": "?", "answer": "yes_no" }""";
    }

    /// <summary>Whoever adds a kind of input finds here that a journal must be able to hold it.</summary>
    [Fact]
    public void EveryKindOfInput_ComesBackAsItWas()
    {
        SessionInput[] inputs =
        [
            new AnswerInput("red"),
            new AnswerInput("a") { Interpretation = AnswerInterpretation.Invalid("odd", "model") },
            new AttachmentInput([new Attachment("f", AttachmentKind.Image) { Name = "a.png", Size = 3 }]),
            new CommandInput(SessionCommand.Help),
            new CorrectionInput("lamp", "green"),
            new LocaleInput("en"),
            new TimerInput("remind", 3),
            new SignalInput("paid", Value.From(5)),
            new ActionResultInput("s:1:0", 2, ActionResult.Done(("state", Value.From("x")))),
            new ActionResultInput("s:1:0", 2, ActionResult.Failed("gone", "In words.")),
            new PersonMessageInput("One moment.") { By = "jo" },
            new PersonReturnInput { By = "jo", Step = "lamp", Text = "There.", Data = [KeyValuePair.Create("lamp", Value.From("red"))] },
            new PersonEndInput(SessionOutcome.Resolved) { Text = "Bye." },
        ];
        foreach (SessionInput input in inputs)
        {
            string? words = input switch { AnswerInput answer => answer.Text, CorrectionInput correction => correction.Answer, AttachmentInput => "[image: a.png]", _ => null };
            var turn = new Turn { Session = Play(Lamp).Session, Result = TurnResult.Accepted, Answer = words is null ? null : new ResolvedAnswer(words, default, null) };
            SessionInput again = RecordedInput.Read(JournalJson.Read(JournalJson.WriteForStore(JournalEntry.Of(turn.Session, turn, input, Conversation.Noon))));
            again.ShouldBe(input);
        }

        inputs.Select(input => input.GetType()).Distinct().ShouldBe(typeof(SessionInput).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(SessionInput))), ignoreOrder: true);
    }

    /// <summary>Journals come from stores, which others may write to.</summary>
    [Fact]
    public void Journal_ThatIsDamagedAnywhere_NeverThrows()
    {
        var random = new Random(7);
        for (int session = 0; session < 30; session++)
        {
            RandomSession played = RandomSession.Start(new RandomTalk(EverythingFlow.Flow, [new() { ["who"] = Value.From("Ann") }]), session, random).Play(most: 12);
            for (int i = 0; i < 60; i++)
            {
                byte[][] lines = [.. played.Journal.Select(JournalJson.WriteForStore)];
                byte[] damaged = lines[random.Next(lines.Length)];
                for (int n = random.Next(1, 4); n > 0; n--)
                {
                    damaged[random.Next(damaged.Length)] = (byte)"0123456789\"{}[],:nulltrue"[random.Next(25)];
                }

                List<JournalEntry> read = [];
                try
                {
                    read.AddRange(lines.Select(line => JournalJson.Read(line)));
                }
                catch (System.Text.Json.JsonException)
                {
                    continue;
                }

                ReplayResult replayed = SessionReplay.Run(EverythingFlow.Flow, read);
                (replayed.Success || replayed.Message is not null).ShouldBeTrue();
            }
        }
    }

    /// <summary>What an action, a signal or a person says is as secret as the datum it is kept in.</summary>
    [Fact]
    public void Secrets_AreHidden_ByWhateverInputTheyCame()
    {
        const string Text = """
            { "flow": "f", "fallback": { "goto": "bye" }, "signals": { "sent": "text" }, "data": { "pin": { "type": "text", "optional": true }, "state": { "type": "text", "optional": true } },
              "actions": { "pin.make": { "returns": { "code": "text", "state": "text" } } },
              "stages": [ { "id": "s", "steps": [
                { "id": "make", "type": "call", "action": "pin.make", "save": { "pin": "code", "state": "state" }, "on_error": "bye" },
                { "id": "wait", "type": "wait", "text": "Wait.", "signal": { "name": "sent", "save": "pin" }, "timeout": { "after": "PT1H", "goto": "hand" } },
                { "id": "hand", "type": "handoff", "queue": "q", "text": "A colleague.", "situation": "?", "on_return": "pin" },
                { "id": "pin", "type": "ask", "text": "PIN?", "answer": "text", "sensitive": true, "save": "pin" },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """;
        (_, List<JournalEntry> journal) = Play(
            Flows.FromText(Text),
            new ActionResultInput("s:1:0", 1, ActionResult.Done(("code", Value.From("4711")), ("state", Value.From("fine")))),
            new SignalInput("sent", Value.From("4711")),
            new PersonReturnInput { Data = [KeyValuePair.Create("pin", Value.From("4711")), KeyValuePair.Create("state", Value.From("fine"))] });
        string export = Encoding.UTF8.GetString(JournalJson.Export(journal));
        export.ShouldNotContain("4711");
        export.ShouldContain("fine");
        journal.Select(entry => entry.Masked().IsMasked).ShouldBe([false, true, true, true]);
    }
}
