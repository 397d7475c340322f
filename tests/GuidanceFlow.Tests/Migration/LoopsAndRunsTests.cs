using GuidanceFlow.Commands;
using GuidanceFlow.Engine;
using GuidanceFlow.Migration;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Migration;

/// <summary>Sessions that are in loops, in flows that are run, or in interrupts.</summary>
public sealed class LoopsAndRunsTests
{
    private const string Rooms = "\"data\": { \"rooms\": { \"type\": \"list\", \"of\": \"text\", \"default\": [\"kitchen\", \"bath\"] }, \"warm\": { \"type\": \"list\", \"of\": \"boolean\", \"default\": [] } }";
    private const string Loop = """{ "id": "each-room", "type": "each", "in": "rooms", "as": "room", "collect": { "warm": "answers['is-warm']" }, "steps": [ { "id": "is-warm", "type": "ask", "text": "Is the {{ room }} warm?", "answer": "yes_no" } ] }""";
    private const string Ask = """{ "id": "first", "type": "ask", "text": "Ready?", "answer": "yes_no" }""";

    [Fact]
    public void LoopWithAnotherId_GoesOnAtItsItem()
    {
        TwoVersions versions = TwoVersions.Of((Rooms, $"{Ask}, {Loop}"), (Rooms + """, "migrate": { "from": [1], "steps": { "each-room": "every-room", "is-warm": "warm-there" } }""", $"{Ask}, {Loop.Replace("each-room", "every-room", StringComparison.Ordinal).Replace("is-warm", "warm-there", StringComparison.Ordinal)}"));
        MigratedSession migrated = versions.Migrate("yes", "yes");
        migrated.Outcome.ShouldBe(MigrationOutcome.Mapped);
        Turn turn = versions.Say(migrated, "hm");
        GuidanceEngine.Describe(versions.Newer, turn.Session, Conversation.Noon).Question!.Text.ShouldBe("Is the bath warm?");
        GuidanceSession back = GuidanceEngine.Step(versions.Newer, turn.Session, new CommandInput(SessionCommand.Back), Conversation.Noon).Session;
        GuidanceEngine.Describe(versions.Newer, back, Conversation.Noon).Question!.Text.ShouldBe("Is the kitchen warm?");
        versions.Say(migrated, "no").Session.Data("warm").ShouldBe(Conversation.List(Value.From(true), Value.From(false)));
    }

    [Fact]
    public void QuestionThatLeftItsLoop_HoldsNoSessionOfTheLoop()
    {
        TwoVersions versions = TwoVersions.Of((Rooms, $"{Ask}, {Loop}"), (Rooms + """, "migrate": { "from": [1], "steps": { "each-room": null }, "unmapped": "rewind" }""", $$"""{{Ask}}, { "id": "is-warm", "type": "ask", "text": "Is it warm?", "answer": "yes_no" }"""));
        MigratedSession migrated = versions.Migrate("yes", "yes");
        migrated.Outcome.ShouldBe(MigrationOutcome.Rewound);
        migrated.Session.Step!.Id.ShouldBe("first");
        migrated.Session.State.Loop.ShouldBeNull();
        migrated.Reasons[0].ShouldBe("Nothing takes the place of the loop 'each-room'.");
    }

    [Fact]
    public void ItemsOfAnotherKind_AreNoItemsOfTheLoop()
    {
        string numbers = Rooms.Replace("\"of\": \"text\", \"default\": [\"kitchen\", \"bath\"]", "\"of\": \"integer\", \"default\": [1, 2]", StringComparison.Ordinal);
        TwoVersions versions = TwoVersions.Of((Rooms, $"{Ask}, {Loop}"), (numbers + """, "migrate": { "from": [1], "data": { "rooms": "[1, 2]" } }""", $"{Ask}, {Loop}"));
        versions.Migrate("yes", "yes").Reasons.ShouldBe(["The items of the loop 'each-room' are of another kind now."]);
    }

    [Fact]
    public void FlowThatIsRun_GoesOver_IfItSaysHowOrIsTheSame()
    {
        (string, string) house = (string.Empty, $"{Ask}, {RunLight}");
        (string, string) newHouse = ("\"migrate\": { \"from\": [1], \"unmapped\": \"rewind\" }", $"{Ask}, {RunLight}");
        TwoVersions.Of(house, newHouse, Light(1, string.Empty, "colour")).Migrate("yes").Outcome.ShouldBe(MigrationOutcome.Same);

        Flow older = TwoVersions.Flow(1, house.Item1, house.Item2, Light(1, string.Empty, "colour"));
        Flow renamed = TwoVersions.Flow(2, newHouse.Item1, newHouse.Item2, Light(2, "\"migrate\": { \"from\": [1], \"steps\": { \"colour\": \"shade\" } }, ", "shade"));
        MigratedSession migrated = MigrationPlan.Create(older, renamed).Migrate(new Conversation(older).Say("yes").Session);
        (migrated.Outcome, migrated.Session.Step!.Id, migrated.Session.ActiveFlow.Version).ShouldBe((MigrationOutcome.Mapped, "shade", 2));
        Turn turn = migrated.Step(new AnswerInput("red"), Conversation.Noon);
        turn.Session.Status.ShouldBe(SessionStatus.Ended);

        // Without a word of how, nobody guesses.
        Flow silent = TwoVersions.Flow(2, newHouse.Item1, newHouse.Item2, Light(2, string.Empty, "colour"));
        MigratedSession rewound = MigrationPlan.Create(older, silent).Migrate(new Conversation(older).Say("yes").Session);
        (rewound.Outcome, rewound.Session.Step!.Id).ShouldBe((MigrationOutcome.Rewound, "first"));
        rewound.Reasons[0].ShouldBe("The flow 'light' that is run is another one now, and has no 'migrate' from its version.");
        Flow gone = TwoVersions.Flow(2, "\"migrate\": { \"from\": [1], \"steps\": { \"light\": null }, \"unmapped\": \"rewind\" }", Ask);
        MigrationPlan.Create(older, gone).Migrate(new Conversation(older).Say("yes").Session).Reasons[0].ShouldBe("Nothing takes the place of 'light'.");
    }

    [Fact]
    public void Interrupt_GoesOn_IfItIsThere()
    {
        const string Interrupts = "\"interrupts\": { \"price\": { \"phrases\": [\"price\"], \"steps\": [ { \"id\": \"which\", \"type\": \"ask\", \"text\": \"The price of what?\", \"answer\": \"text\" } ] } }";
        TwoVersions versions = TwoVersions.Of((Interrupts, $"{Ask}"), (Interrupts.Replace("\"which\"", "\"of-what\"", StringComparison.Ordinal) + """, "migrate": { "from": [1], "steps": { "which": "of-what" } }""", $"{Ask}"));
        MigratedSession migrated = versions.Migrate("price");
        (migrated.Outcome, migrated.Session.Step!.Id).ShouldBe((MigrationOutcome.Mapped, "of-what"));
        TwoVersions.Events(versions.Say(migrated, "lamp")).ShouldContain("RunEnded:first:f");

        TwoVersions gone = TwoVersions.Of((Interrupts, $"{Ask}"), ("""
            "migrate": { "from": [1], "steps": { "which": null }, "unmapped": "rewind" }
            """, $"{Ask}"));
        MigratedSession rewound = gone.Migrate("price");
        (rewound.Outcome, rewound.Session.Step!.Id).ShouldBe((MigrationOutcome.Rewound, "first"));
        Turn turn = gone.Say(rewound, "lamp");
        (turn.Session.Step!.Id, turn.Session.State.Caller).ShouldBe(("first", null));
    }

    [Fact]
    public void AnswersGivenAcrossFlows_CanStillBeTakenBack()
    {
        Flow older = TwoVersions.Flow(1, string.Empty, $"{Ask}, {RunLight}, {Last}", Light(1, string.Empty, "colour"));
        Flow newer = TwoVersions.Flow(2, "\"migrate\": { \"from\": [1], \"steps\": { \"last\": \"finally\" } }", $"{Ask}, {RunLight}, {Last.Replace("\"last\"", "\"finally\"", StringComparison.Ordinal)}", Light(1, string.Empty, "colour"));
        GuidanceSession session = MigrationPlan.Create(older, newer).Migrate(new Conversation(older).Say("yes", "red").Session).Session;
        session.Step!.Id.ShouldBe("finally");
        session = GuidanceEngine.Step(newer, session, new CommandInput(SessionCommand.Back), Conversation.Noon).Session;
        (session.Step!.Id, session.ActiveFlow.Id).ShouldBe(("colour", "light"));
        session = GuidanceEngine.Step(newer, session, new CommandInput(SessionCommand.Back), Conversation.Noon).Session;
        (session.Step!.Id, session.ActiveFlow.Id, session.State.Undo.Count).ShouldBe(("first", "f", 0));
    }

    [Fact]
    public void WaitAndItsTime_GoOn_AndTimersThatMeanNothingAnyMoreAreGone()
    {
        const string Rest = """{ "id": "rest", "type": "wait", "text": "Ten minutes.", "for": "PT10M" }""";
        const string Silence = "\"silence\": { \"remind_after\": \"PT5M\", \"give_up_after\": \"PT1H\" }, \"expiry\": { \"after\": \"P1D\" }";
        TwoVersions versions = TwoVersions.Of((Silence, $"{Ask}, {Rest}"), (Silence + """, "migrate": { "from": [1], "steps": { "rest": "pause" } }""", $"{Ask}, {Rest.Replace("\"rest\"", "\"pause\"", StringComparison.Ordinal)}"));
        GuidanceSession waits = versions.After("yes");
        MigratedSession migrated = versions.Migrate(waits);
        migrated.Session.Timers.ShouldBe(waits.Timers);
        SessionTimer timer = waits.Timers.Single(timer => timer.Id == SessionTimer.Wait);
        Turn turn = migrated.Step(new TimerInput(timer.Id, timer.Visit), timer.Due);
        TwoVersions.Events(turn)[..2].ShouldBe(["Migrated:rest:1", "Elapsed:pause"]);

        TwoVersions silent = TwoVersions.Of((Silence, Ask), ("\"expiry\": { \"after\": \"P1D\" }, \"migrate\": { \"from\": [1] }", Ask));
        silent.After().Timers.Select(timer => timer.Id).ShouldBe([SessionTimer.Remind, SessionTimer.GiveUp, SessionTimer.Expiry]);
        silent.Migrate().Session.Timers.ShouldHaveSingleItem().Id.ShouldBe(SessionTimer.Expiry);

        TwoVersions asked = TwoVersions.Of((string.Empty, Rest), ("\"migrate\": { \"from\": [1] }", Ask.Replace("\"first\"", "\"rest\"", StringComparison.Ordinal)));
        asked.Plan.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("GF0403");
        asked.Migrate().Outcome.ShouldBe(MigrationOutcome.Orphaned);
    }

    private const string RunLight = """{ "id": "light", "type": "run", "flow": "light" }""";

    private const string Last = """{ "id": "last", "type": "ask", "text": "Anything else?", "answer": "yes_no" }""";

    private static string Light(int version, string members, string id) =>
        $$"""
        { "flow": "light", "version": {{version}}, {{members}}"fallback": { "goto": "e" },
          "stages": [ { "id": "all", "steps": [ { "id": "{{id}}", "type": "ask", "text": "Colour?", "answer": "text" }, { "id": "e", "type": "end", "outcome": "resolved" } ] } ] }
        """;
}
