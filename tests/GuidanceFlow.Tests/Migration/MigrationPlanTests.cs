using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Migration;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Migration;

/// <summary>What becomes of sessions that are taken to a newer version.</summary>
public sealed class MigrationPlanTests
{
    private const string Name = """{ "id": "name", "type": "ask", "text": "Who?", "answer": "text", "save": "who" }""";
    private const string Works = """{ "id": "works", "type": "ask", "text": "Does it work, {{ who }}?", "answer": "yes_no", "save": "ok" }""";
    private const string Colour = """{ "id": "colour", "type": "ask", "text": "Which colour?", "answer": { "type": "choice", "options": ["red", "green"] }, "save": "shade" }""";
    private const string Data = "\"data\": { \"who\": \"text\", \"ok\": \"boolean\", \"shade\": \"text\" }";

    [Fact]
    public void QuestionWithAnotherId_IsWhereTheSessionIs()
    {
        TwoVersions versions = TwoVersions.Of((Data, $"{Name}, {Works}"), (Migrate("""{ "works": "does-it" }"""), $"{Name}, {Works.Replace("\"works\"", "\"does-it\"", StringComparison.Ordinal)}"));
        MigratedSession migrated = versions.Migrate("Ann");
        migrated.Outcome.ShouldBe(MigrationOutcome.Mapped);
        migrated.Reasons.ShouldBe(["'works' is 'does-it' now."]);
        Turn turn = versions.Say(migrated, "yes");
        TwoVersions.Events(turn)[..2].ShouldBe(["Migrated:works:1", "Answered:does-it"]);
        turn.Session.Flow.ShouldBe(versions.Newer);
        turn.Session.Turn.ShouldBe(3);
        turn.Session.Data("ok").ShouldBe(Value.From(true));
        turn.Session.Answer("name").ShouldBe(Value.From("Ann"));
    }

    [Fact]
    public void SessionThatStays_IsSteppedUnderItsOwnVersion()
    {
        TwoVersions versions = TwoVersions.Of((Data, $"{Name}, {Works}"), (Migrate("""{ "works": null }"""), Name));
        MigratedSession migrated = versions.Migrate("Ann");
        (migrated.Outcome, migrated.IsHandedOff).ShouldBe((MigrationOutcome.Orphaned, false));
        migrated.Reasons.ShouldBe(["Nothing takes the place of 'works'."]);
        Turn turn = versions.Say(migrated, "yes");
        turn.Session.Flow.ShouldBe(versions.Older);
        TwoVersions.Events(turn)[0].ShouldBe("Answered:works");
    }

    [Fact]
    public void Rewinding_AsksTheLatestQuestionThatIsThere_AndTakesBackWhatCameOfIt()
    {
        const string Count = """{ "id": "note", "type": "set", "values": { "ok": "true" } }""";
        TwoVersions versions = TwoVersions.Of(
            (Data, $"{Name}, {Colour}, {Count}, {Works.Replace("\"ok\"", "\"ok\"", StringComparison.Ordinal)}"),
            (Migrate("""{ "works": null, "note": null }""", "rewind"), $"{Name}, {Colour}"));
        MigratedSession migrated = versions.Migrate("Ann", "red");
        migrated.Outcome.ShouldBe(MigrationOutcome.Rewound);
        migrated.Reasons[0].ShouldBe("Nothing takes the place of 'works'.");
        migrated.Session.Step!.Id.ShouldBe("colour");
        migrated.Session.Data("ok").ShouldBe(Value.Null);
        migrated.Session.Data("shade").ShouldBe(Value.Null);
        migrated.Session.Data("who").ShouldBe(Value.From("Ann"));

        // "green" would be an answer to the question; but the customer was asked whether it works.
        Turn turn = versions.Say(migrated, "green");
        TwoVersions.Events(turn).ShouldBe(["Migrated:works:1", "Said:colour", "Entered:colour", "Said:colour"]);
        turn.Messages.Select(message => message.Text).ShouldBe(["Something has changed here meanwhile, so please let me ask you this once more.", "Which colour?"]);
        turn.Result.ShouldBe(TurnResult.Accepted);
        turn.Answer.ShouldBeNull();
        turn.Session.Step!.Id.ShouldBe("colour");

        GuidanceSession session = GuidanceEngine.Step(versions.Newer, turn.Session, new CommandInput(SessionCommand.Back), Conversation.Noon).Session;
        session.Step!.Id.ShouldBe("name");
        session.Data("who").ShouldBe(Value.Null);
        session.State.Undo.Count.ShouldBe(0);
    }

    [Fact]
    public void Rewinding_GoesAsFarAsItMust_AndIsNotPossibleWithoutAnAnswer()
    {
        TwoVersions versions = TwoVersions.Of((Data, $"{Name}, {Colour}, {Works}"), (Migrate("""{ "works": null, "colour": null }""", "rewind"), Name));
        versions.Migrate("Ann", "red").Session.Step!.Id.ShouldBe("name");
        versions.Migrate("Ann").Session.Step!.Id.ShouldBe("name");

        TwoVersions nothing = TwoVersions.Of((Data, $"{Name}, {Works}"), (Migrate("""{ "works": null, "name": null }""", "rewind"), Colour));
        nothing.Migrate().Outcome.ShouldBe(MigrationOutcome.Orphaned);
        MigratedSession migrated = nothing.Migrate("Ann");
        migrated.Outcome.ShouldBe(MigrationOutcome.Orphaned);
        migrated.Reasons.ShouldBe(["Nothing takes the place of 'works'.", "No question it answered is left to go back to."]);
        migrated.Session.Flow.ShouldBe(nothing.Older);
    }

    [Theory]
    [InlineData(SessionCommand.Cancel, SessionStatus.Ended)]
    [InlineData(SessionCommand.Restart, SessionStatus.Waiting)]
    [InlineData(SessionCommand.Back, SessionStatus.Waiting)]
    [InlineData(SessionCommand.Repeat, SessionStatus.Waiting)]
    public void Command_CountsEvenWhereTheQuestionIsAskedAgain(SessionCommand command, SessionStatus status)
    {
        TwoVersions versions = TwoVersions.Of((Data, $"{Name}, {Colour}, {Works}"), (Migrate("""{ "works": null }""", "rewind"), $"{Name}, {Colour}"));
        Turn turn = versions.Migrate("Ann", "red").Step(new CommandInput(command), Conversation.Noon);
        turn.Session.Status.ShouldBe(status);
        turn.Session.Turn.ShouldBe(4);
        turn.Command.ShouldBe(command == SessionCommand.Back ? null : command);
        if (status == SessionStatus.Waiting)
        {
            turn.Session.Step!.Id.ShouldBe(command == SessionCommand.Restart ? "name" : "colour");
        }

        TwoVersions.Events(turn)[0].ShouldBe("Migrated:works:1");
    }

    [Fact]
    public void WordOfACommand_CountsToo_AndAnotherLanguage()
    {
        TwoVersions versions = TwoVersions.Of((Data, $"{Name}, {Colour}, {Works}"), (Migrate("""{ "works": null }""", "rewind"), $"{Name}, {Colour}"));
        versions.Say(versions.Migrate("Ann", "red"), "cancel").Session.Outcome.ShouldBe(SessionOutcome.Abandoned);
        Turn turn = versions.Migrate("Ann", "red").Step(new LocaleInput("en"), Conversation.Noon);
        TwoVersions.Events(turn)[^2..].ShouldBe(["LocaleChanged:colour:en", "Said:colour"]);
        versions.Migrate("Ann", "red").Step(new CorrectionInput("name", "Bo"), Conversation.Noon).Session.Data("who").ShouldBe(Value.From("Ann"));
    }

    [Fact]
    public void StaleInput_IsRefused_AndTakesNothingOver()
    {
        TwoVersions versions = TwoVersions.Of((Data, $"{Name}, {Colour}, {Works}"), (Migrate("""{ "works": null }""", "rewind"), $"{Name}, {Colour}"));
        Turn turn = versions.Migrate("Ann", "red").Step(new AnswerInput("yes") { ExpectedTurn = 1 }, Conversation.Noon);
        (turn.Result, turn.Reason).ShouldBe((TurnResult.Refused, TurnReason.Stale));
    }

    [Fact]
    public void HandingOff_TakesTheFallback_WithWhatIsKnown()
    {
        const string File = """{ "id": "file", "type": "ticket", "ticket": "t", "text": "{{ fallback.reason }} at {{ fallback.step }}" }""";
        string tickets = "\"tickets\": { \"t\": { \"queue\": \"q\", \"subject\": \"{{ who ?? '?' }}\", \"body\": \"b\", \"respond_within\": \"PT1H\" } }, \"commands\": { \"person\": { \"goto\": \"file\" } }";
        Flow older = TwoVersions.Flow(1, Data, $"{Name}, {Works}");
        Flow newer = Compile($$"""
            { "flow": "f", "version": 2, {{Migrate("""{ "works": null }""", "handoff")}}, {{tickets}}, "fallback": { "goto": "file" },
              "stages": [ { "id": "all", "steps": [ {{Name}}, { "id": "bye", "type": "end", "outcome": "resolved" } ] }, { "id": "rescue", "steps": [ {{File}}, { "id": "over", "type": "end", "outcome": "escalated" } ] } ] }
            """);
        MigratedSession migrated = MigrationPlan.Create(older, newer).Migrate(new Conversation(older).Say("Ann", "hm").Session);
        (migrated.Outcome, migrated.IsHandedOff).ShouldBe((MigrationOutcome.Orphaned, true));
        Turn turn = migrated.Step(new AnswerInput("yes"), Conversation.Noon);
        turn.Error.ShouldBeNull();
        TwoVersions.Events(turn)[..3].ShouldBe(["Migrated:works:1", "FellBack::migration", "Entered:file"]);
        FileTicketEffect effect = turn.Effects.ShouldHaveSingleItem().ShouldBeOfType<FileTicketEffect>();
        effect.Ticket.Subject.ShouldBe("Ann");
        effect.Ticket.Fallback.ShouldBe(new FallbackInfo(FallbackReason.Migration, "all", "works", 1, ["hm"]));
        turn.Messages[0].Text.ShouldBe("migration at works");
        (turn.Session.Flow, turn.Session.Outcome, turn.Session.Turn).ShouldBe((newer, SessionOutcome.Escalated, 4));
    }

    [Fact]
    public void Data_AreConvertedFromWhatTheOlderVersionHas()
    {
        TwoVersions versions = TwoVersions.Of(
            ("\"data\": { \"who\": \"text\", \"weeks\": \"integer\", \"gone\": \"text\" }", $"{Name}, {Weeks("weeks")}, {Colour.Replace(", \"save\": \"shade\"", string.Empty, StringComparison.Ordinal)}"),
            ($$"""
            "data": { "days": "integer", "who": "text", "more": { "type": "integer", "default": 5 }, "greeting": "text" }, "migrate": { "from": [1], "data": { "days": "weeks * 7", "greeting": "'Dear ' + who" } }
            """, $"{Name}, {Weeks("days")}, {Colour.Replace(", \"save\": \"shade\"", string.Empty, StringComparison.Ordinal)}"));
        versions.Plan.Diagnostics.ShouldBeEmpty();
        GuidanceSession session = versions.Migrate("Ann", "3").Session;
        (session.Data("days"), session.Data("who"), session.Data("more"), session.Data("greeting")).ShouldBe((Value.From(21), Value.From("Ann"), Value.From(5), Value.From("Dear Ann")));

        // Where the older version has nothing yet, all is as in a new session.
        versions.Migrate("Ann").Session.Data("days").ShouldBe(Value.Null);

        // What is taken back is converted as well.
        GuidanceSession back = GuidanceEngine.Step(versions.Newer, session, new CommandInput(SessionCommand.Back), Conversation.Noon).Session;
        back.Step!.Id.ShouldBe("weeks");
        (back.Data("days"), back.Data("greeting")).ShouldBe((Value.Null, Value.From("Dear Ann")));
    }

    [Fact]
    public void DatumThatGetsNoValueOfItsType_IsAsIfNothingTookThePlace()
    {
        TwoVersions versions = TwoVersions.Of((Data, $"{Name}, {Works}"), (Data.Replace("\"who\": \"text\"", "\"who\": { \"type\": \"choice\", \"values\": [\"ann\", \"bo\"] }", StringComparison.Ordinal) + ", \"migrate\": { \"from\": [1], \"data\": { \"who\": \"who | string.downcase\" } }", $"{Name.Replace(", \"save\": \"who\"", string.Empty, StringComparison.Ordinal)}, {Works.Replace("{{ who }}", "{{ who ?? 'you' }}", StringComparison.Ordinal)}"));
        versions.Migrate("Ann").Session.Data("who").ShouldBe(Value.From("ann"));
        MigratedSession migrated = versions.Migrate("a secret name");
        migrated.Outcome.ShouldBe(MigrationOutcome.Orphaned);
        migrated.Reasons.ShouldBe(["'who' gets no value of its type."]);
    }

    [Fact]
    public void DatumThatIsCollectedOnEveryWayThere_MustBeThere()
    {
        // The newer version asks for the colour first, and counts on it behind that.
        TwoVersions versions = TwoVersions.Of((Data, $"{Name}, {Works}"), (Migrate("{}", "rewind"), $"{Name}, {Colour}, {Works.Replace("{{ who }}", "{{ shade }}", StringComparison.Ordinal)}"));
        MigratedSession migrated = versions.Migrate("Ann");
        migrated.Outcome.ShouldBe(MigrationOutcome.Rewound);
        migrated.Reasons[0].ShouldBe("'shade' is collected on every way to 'works', and the session does not have it.");
        migrated.Session.Step!.Id.ShouldBe("name");

        // With a value for it the session stays where it is.
        TwoVersions given = TwoVersions.Of((Data, $"{Name}, {Works}"), (Data + """, "migrate": { "from": [1], "data": { "shade": "'red'" } }""", $"{Name}, {Colour}, {Works.Replace("{{ who }}", "{{ shade }}", StringComparison.Ordinal)}"));
        given.Migrate("Ann").Session.Step!.Id.ShouldBe("works");
    }

    [Fact]
    public void AnswerThatIsNoneAnyMore_IsLeftBehind_AndSoIsGoingBackToItsQuestion()
    {
        TwoVersions versions = TwoVersions.Of((Data, $"{Name}, {Colour}, {Works}"), (Migrate("""{ "colour": null }"""), $"{Name}, {Works}"));
        MigratedSession migrated = versions.Migrate("Ann", "red");
        migrated.Outcome.ShouldBe(MigrationOutcome.Mapped);
        migrated.Reasons.ShouldBe(["What 'colour' was answered is left behind.", "Of 2 answers that could be taken back, 1 still can."]);
        migrated.Session.Path.ShouldBe(["name"]);
        GuidanceEngine.Step(versions.Newer, migrated.Session, new CommandInput(SessionCommand.Back), Conversation.Noon).Session.Step!.Id.ShouldBe("name");

        TwoVersions fewer = TwoVersions.Of((Data, $"{Name}, {Colour}, {Works}"), (Migrate("{}"), $"{Name}, {Colour.Replace("\"red\"", "\"blue\"", StringComparison.Ordinal)}, {Works}"));
        GuidanceSession session = fewer.Migrate("Ann", "red").Session;
        session.Path.ShouldBe(["name"]);
        GuidanceEngine.Step(fewer.Newer, session, new CommandInput(SessionCommand.Back), Conversation.Noon).Session.Step!.Id.ShouldBe("colour");
    }

    [Fact]
    public void ConfirmingOfAnAnswer_GoesOn_OrTheQuestionIsAskedAgain()
    {
        string confirmed = Colour.Replace("\"save\"", "\"confirm\": \"{{ answer }}?\", \"save\"", StringComparison.Ordinal);
        TwoVersions same = TwoVersions.Of((Data, $"{Name}, {confirmed}"), (Migrate("{}"), $"{Name}, {confirmed}"));
        same.Say(same.Migrate("Ann", "red"), "yes").Session.Data("shade").ShouldBe(Value.From("red"));

        TwoVersions other = TwoVersions.Of((Data, $"{Name}, {confirmed}"), (Migrate("{}"), $"{Name}, {confirmed.Replace("\"red\"", "\"blue\"", StringComparison.Ordinal)}"));
        MigratedSession migrated = other.Migrate("Ann", "red");
        migrated.Outcome.ShouldBe(MigrationOutcome.Rewound);
        Turn turn = other.Say(migrated, "yes");
        turn.Messages[^1].Text.ShouldBe("Which colour?");
        turn.Session.State.Confirming.ShouldBeNull();
        turn.Session.State.Undo.Count.ShouldBe(1);
    }

    [Fact]
    public void FewerAttempts_LeaveOneMore()
    {
        TwoVersions versions = TwoVersions.Of((Data, $"{Name}, {Works.Replace("\"save\"", "\"fallback\": { \"attempts\": 5, \"goto\": \"bye\" }, \"save\"", StringComparison.Ordinal)}"), (Migrate("{}"), $"{Name}, {Works.Replace("\"save\"", "\"fallback\": { \"attempts\": 2, \"goto\": \"bye\" }, \"save\"", StringComparison.Ordinal)}"));
        GuidanceSession session = versions.Migrate("Ann", "a", "b", "c").Session;
        session.State.Unrecognised.ShouldBe(["c"]);
        GuidanceEngine.Describe(versions.Newer, session, Conversation.Noon).Expects!.AttemptsLeft.ShouldBe(1);
    }

    [Fact]
    public void Secret_ThatNoQuestionKeepsAnyMore_StaysHidden()
    {
        string pin = """{ "id": "pin", "type": "ask", "text": "PIN?", "answer": "text", "sensitive": true, "save": "who" }""";
        TwoVersions versions = TwoVersions.Of((Data, $"{pin}, {Works}"), (Data + """, "migrate": { "from": [1], "steps": { "pin": null }, "data": { "shade": "who", "who": "''" } }""", $"{Works.Replace("{{ who }}", "{{ shade ?? 'you' }}", StringComparison.Ordinal)}"));
        Turn turn = versions.Say(versions.Migrate("hunter2"), "what");
        turn.Session.State.Secrets.ShouldBe(["hunter2"]);
        GuidanceEngine.Describe(versions.Newer, turn.Session, Conversation.Noon).Question!.Text.ShouldBe("Does it work, •••?");
    }

    [Fact]
    public void ArgumentsThatDoNotFit_AreSaidSo()
    {
        TwoVersions versions = TwoVersions.Of((Data, $"{Name}, {Works}"), (Migrate("{}"), $"{Name}, {Works}"));
        Should.Throw<ArgumentException>(() => MigrationPlan.Create(versions.Newer, versions.Older)).Message.ShouldContain("takes no sessions of version 2 over");
        Should.Throw<ArgumentException>(() => MigrationPlan.Create(versions.Older, Compile("""{ "flow": "g", "version": 2, "migrate": { "from": [1] }, "stages": [ { "id": "s", "steps": [ { "id": "e", "type": "end", "outcome": "resolved" } ] } ] }"""))).Message.ShouldContain("two flows");
        Should.Throw<ArgumentException>(() => versions.Plan.Migrate(versions.Migrate("Ann").Session)).Message.ShouldContain("not of version 1");
        Should.Throw<ArgumentException>(() => versions.Plan.Migrate(versions.After("Ann", "yes"))).Message.ShouldContain("does not wait");
    }

    private static string Weeks(string datum) => $$"""{ "id": "weeks", "type": "ask", "text": "How many weeks?", "answer": { "type": "number", "integer": true }, "save": "{{datum}}" }""";

    private static string Migrate(string steps, string? unmapped = null) =>
        $"{Data}, \"migrate\": {{ \"from\": [1], \"steps\": {steps}{(unmapped is null ? string.Empty : $", \"unmapped\": \"{unmapped}\"")} }}";

    private static Flow Compile(string text) => FlowCompiler.Compile([FlowSource.FromText("f.json", text)]).GetOrThrow();
}
