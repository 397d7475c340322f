using GuidanceFlow.Commands;
using GuidanceFlow.Compilation;
using GuidanceFlow.Engine;
using GuidanceFlow.Interpreters;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Tests.Migration;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>semantics.md, "Versions": a host with several versions of a flow.</summary>
public sealed class VersionsTests
{
    private const string Name = """{ "id": "name", "type": "ask", "text": "Who?", "answer": "text", "save": "who" }""";
    private const string Data = "\"data\": { \"who\": { \"type\": \"text\", \"default\": \"you\" } }";

    private static readonly Flow One = Version(1, "works");
    private static readonly Flow Two = Version(2, "does-it", Migrate(1, "\"works\": \"does-it\""));
    private static readonly Flow Three = Version(3, "fine", Migrate(2, "\"does-it\": \"fine\""));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sessions_stay_on_their_version_and_new_ones_begin_with_the_newest()
    {
        var store = new InMemorySessionStore();
        await Begin(store, One);
        GuidanceHost host = Host(store, One, Version(2, "other"));
        TurnReply reply = await host.AnswerAsync("s", "Ann", cancellationToken: Token);
        (reply.Step, (await store.LoadAsync("s", Token))!.FlowVersion).ShouldBe(("works", 1));
        await host.StartAsync("f", new StartRequest { SessionId = "new" }, cancellationToken: Token);
        (await store.LoadAsync("new", Token))!.FlowVersion.ShouldBe(2);
    }

    [Fact]
    public async Task A_session_is_taken_over_at_its_next_input_in_the_same_commit()
    {
        var store = new RecordingStore(new InMemorySessionStore());
        await Begin(store, One, "Ann");
        GuidanceHost host = Host(store, One, Two);
        (await host.WhereAsync("s", Token))!.Step!.Id.ShouldBe("works");
        (await store.LoadAsync("s", Token))!.FlowVersion.ShouldBe(1);

        TurnReply reply = await host.AnswerAsync("s", "hm", "i", cancellationToken: Token);
        (reply.Result, reply.Step, reply.Turn).ShouldBe((TurnResult.NoMatch, "does-it", 3));
        SessionCommit commit = store.Commits[^1];
        (commit.Session.FlowVersion, commit.ExpectedTurn, store.Commits.Count).ShouldBe((2, 2, 3));
        JournalEntry entry = commit.Journal.ShouldHaveSingleItem();
        (entry.FlowVersion, entry.StructureHash, entry.Raw).ShouldBe((2, Two.StructureHash, "hm"));
        entry.Events[0].ShouldBe(new TurnEvent(TurnEventKind.Migrated, "works", "1"));

        // The next input finds it there, and the same one again gets its reply.
        (await host.AnswerAsync("s", "else", "i", cancellationToken: Token)).ShouldBe(reply);
        (await host.AnswerAsync("s", "yes", cancellationToken: Token)).Status.ShouldBe(SessionStatus.Ended);
        store.Commits[^1].Journal[0].Events.ShouldNotContain(happened => happened.Kind == TurnEventKind.Migrated);
    }

    [Fact]
    public async Task An_input_that_is_refused_takes_nothing_over()
    {
        var store = new InMemorySessionStore();
        await Begin(store, One, "Ann");
        GuidanceHost host = Host(store, One, Two);
        (await host.AnswerAsync("s", "yes", expectedTurn: 9, cancellationToken: Token)).Reason.ShouldBe(TurnReason.Stale);
        (await store.LoadAsync("s", Token))!.FlowVersion.ShouldBe(1);
    }

    [Fact]
    public async Task Versions_one_behind_the_other_are_gone_through_in_one_turn()
    {
        var store = new InMemorySessionStore();
        await Begin(store, One, "Ann");
        TurnReply reply = await Host(store, One, Two, Three).AnswerAsync("s", "yes", cancellationToken: Token);
        reply.Status.ShouldBe(SessionStatus.Ended);
        (await store.LoadAsync("s", Token))!.FlowVersion.ShouldBe(3);
        (await store.ReadJournalAsync("s", Token))[^1].Events.Take(3).ShouldBe([new TurnEvent(TurnEventKind.Migrated, "works", "1"), new TurnEvent(TurnEventKind.Migrated, "does-it", "2"), new TurnEvent(TurnEventKind.Answered, "fine")]);

        // Where there is a way past one, that is taken.
        var past = new InMemorySessionStore();
        await Begin(past, One, "Ann");
        await Host(past, One, Two, Version(3, "fine", """ "migrate": { "from": [1, 2], "steps": { "works": "fine", "does-it": "fine" } } """)).AnswerAsync("s", "yes", cancellationToken: Token);
        (await past.ReadJournalAsync("s", Token))[^1].Events.Count(happened => happened.Kind == TurnEventKind.Migrated).ShouldBe(1);
    }

    [Fact]
    public async Task Other_wording_of_the_same_version_reaches_running_sessions()
    {
        var store = new InMemorySessionStore();
        await Begin(store, One);
        Flow reworded = Version(1, "works", text: "Does it work now, {{ who }}?");
        (reworded.StructureHash == One.StructureHash, reworded.TextHash == One.TextHash).ShouldBe((true, false));
        TurnReply reply = await Host(store, reworded).AnswerAsync("s", "Ann", cancellationToken: Token);
        reply.Messages[0].Text.ShouldBe("Does it work now, Ann?");
        IReadOnlyList<JournalEntry> journal = await store.ReadJournalAsync("s", Token);
        journal.Select(entry => entry.TextHash).ShouldBe([One.TextHash, reworded.TextHash]);
        journal.SelectMany(entry => entry.Events).ShouldNotContain(happened => happened.Kind == TurnEventKind.Migrated);
    }

    [Fact]
    public async Task A_version_of_another_structure_under_the_same_number_is_refused()
    {
        var store = new InMemorySessionStore();
        await Begin(store, One, "Ann");
        await Should.ThrowAsync<SnapshotRejectedException>(() => Host(store, Version(1, "other")).AnswerAsync("s", "yes", cancellationToken: Token));
    }

    [Fact]
    public async Task Interpreters_see_the_question_of_the_newer_version_and_none_that_is_asked_again()
    {
        var store = new InMemorySessionStore();
        await Begin(store, One, "Ann");
        var interpreter = new Listener();
        var host = new GuidanceHost(new FlowCatalog([One, Two]), store, new InMemoryTicketSink(), new NoonTime(), interpreters: new AnswerInterpreters { InFront = [interpreter] });
        await host.AnswerAsync("s", "yep", cancellationToken: Token);
        interpreter.Steps.ShouldBe(["does-it"]);

        var rewound = new InMemorySessionStore();
        await Begin(rewound, One, "Ann");
        Flow gone = Version(2, "end-it", """ "migrate": { "from": [1], "steps": { "works": null }, "unmapped": "rewind" } """);
        TurnReply reply = await new GuidanceHost(new FlowCatalog([One, gone]), rewound, new InMemoryTicketSink(), new NoonTime(), interpreters: new AnswerInterpreters { InFront = [interpreter] }).AnswerAsync("s", "yep", cancellationToken: Token);
        reply.Step.ShouldBe("name");
        interpreter.Steps.ShouldBe(["does-it"]);
    }

    [Fact]
    public async Task A_retired_version_begins_no_session_and_its_sessions_are_taken_over_or_refused()
    {
        var store = new InMemorySessionStore();
        await Begin(store, One, "Ann");
        FlowCatalog retired = new FlowCatalog([One, Two]).Retire("f", 1);
        (retired.IsRetired("f", 1), retired.IsRetired("f", 2), retired.Find("f", 1)).ShouldBe((true, false, One));
        retired.Versions("f").ShouldBe([1, 2]);
        (await Host(store, retired).AnswerAsync("s", "hm", cancellationToken: Token)).Step.ShouldBe("does-it");

        var stuck = new InMemorySessionStore();
        await Begin(stuck, One, "Ann");
        Flow other = Version(2, "other", """ "migrate": { "from": [1], "steps": { "works": null } } """);
        FlowNotFoundException exception = await Should.ThrowAsync<FlowNotFoundException>(() => Host(stuck, new FlowCatalog([One, other]).Retire("f", 1)).AnswerAsync("s", "yes", cancellationToken: Token));
        exception.Message.ShouldBe("Version 1 of the flow 'f' is retired, and no newer version takes this session over. Nothing takes the place of 'works'. Give the newest version a 'migrate' that does, or do not retire version 1 yet.");
        (exception.FlowId, exception.Version).ShouldBe(("f", 1));
        (await Host(stuck, new FlowCatalog([One, other])).AnswerAsync("s", "yes", cancellationToken: Token)).Status.ShouldBe(SessionStatus.Ended);

        GuidanceHost none = Host(stuck, new FlowCatalog([One]).Retire("f", 1));
        none.Flows.Ids.ShouldBeEmpty();
        (await Should.ThrowAsync<FlowNotFoundException>(() => none.StartAsync("f", new StartRequest { SessionId = "t" }, cancellationToken: Token))).Version.ShouldBeNull();
        Should.Throw<ArgumentException>(() => new FlowCatalog([One]).Retire("f", 2)).Message.ShouldContain("There is no version 2 of a flow 'f'");
    }

    [Fact]
    public async Task A_newest_version_that_is_retired_is_gone_back_from()
    {
        var store = new InMemorySessionStore();
        await Begin(store, One, "Ann");
        FlowCatalog flows = new FlowCatalog([One, Two, Three]).Retire("f", 3);
        flows.Latest("f").ShouldBe(Two);
        await Host(store, flows).AnswerAsync("s", "hm", cancellationToken: Token);
        (await store.LoadAsync("s", Token))!.FlowVersion.ShouldBe(2);

        // One in between only leads on.
        var past = new InMemorySessionStore();
        await Begin(past, One, "Ann");
        await Host(past, new FlowCatalog([One, Two, Three]).Retire("f", 2)).AnswerAsync("s", "hm", cancellationToken: Token);
        (await past.LoadAsync("s", Token))!.FlowVersion.ShouldBe(3);
    }

    [Fact]
    public async Task A_timer_takes_a_session_over_only_where_it_goes_on_as_it_was()
    {
        const string Silence = "\"silence\": { \"remind_after\": \"PT5M\", \"texts\": [\"There?\"] }";
        foreach ((Flow newer, int version) in new[] { (Version(2, "does-it", $"{Silence}, {Migrate(1, "\"works\": \"does-it\"")}"), 2), (Version(2, "works", Migrate(1, string.Empty)), 1), (Version(2, "x", Silence + """, "migrate": { "from": [1], "steps": { "works": null }, "unmapped": "rewind" } """), 1) })
        {
            var time = new NoonTime();
            var store = new InMemorySessionStore();
            Flow older = Version(1, "works", Silence);
            GuidanceHost begin = new(new FlowCatalog([older]), store, new InMemoryTicketSink(), time);
            await begin.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
            await begin.AnswerAsync("s", "Ann", cancellationToken: Token);
            time.Now += TimeSpan.FromMinutes(6);
            GuidanceHost host = new(new FlowCatalog([older, newer]), store, new InMemoryTicketSink(), time);
            (await host.FireDueTimersAsync(Token)).ShouldBe(1);
            (await store.LoadAsync("s", Token))!.FlowVersion.ShouldBe(version);
            (await store.ReadJournalAsync("s", Token))[^1].Events.ShouldContain(happened => happened.Kind == TurnEventKind.Reminded);
        }
    }

    [Fact]
    public async Task What_a_person_says_late_takes_no_session_over()
    {
        var store = new InMemorySessionStore();
        await Begin(store, One, "Ann");
        Flow gone = Version(2, "end-it", """ "migrate": { "from": [1], "steps": { "works": null }, "unmapped": "rewind" } """);
        TurnReply reply = await Host(store, One, gone).StepAsync("s", new PersonMessageInput("Hello?"), cancellationToken: Token);
        reply.Result.ShouldBe(TurnResult.Refused);
        (await store.LoadAsync("s", Token))!.FlowVersion.ShouldBe(1);
    }

    [Fact]
    public void A_migration_with_errors_is_found_when_the_catalogue_is_made()
    {
        Flow wrong = Version(2, "works", """ "migrate": { "from": [1], "data": { "who": "nobody" } } """);
        FlowCompilationException exception = Should.Throw<FlowCompilationException>(() => new FlowCatalog([One, wrong]));
        exception.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe("f#/migrate/data/who: error GF0202: There is no name \"nobody\" here. If it is a text, write it in single quotes: 'nobody'. Name inputs and data of version 1.");
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("cancel")]
    [InlineData("")]
    public async Task Replaying_the_journal_meets_the_same_versions_and_makes_the_same_session(string answer)
    {
        foreach (string unmapped in new[] { "\"works\": \"does-it\"", "\"works\": null" })
        {
            var store = new InMemorySessionStore();
            await Begin(store, One, "Ann");
            Flow two = Version(2, "does-it", $$""" "migrate": { "from": [1], "steps": { {{unmapped}} }, "unmapped": "rewind" } """);
            GuidanceHost host = Host(store, One, two, Three);
            await host.AnswerAsync("s", answer, cancellationToken: Token);
            await host.AnswerAsync("s", "Bo", cancellationToken: Token);
            await host.StepAsync("s", new CommandInput(SessionCommand.Back), cancellationToken: Token);

            // A version more, and one less, are there by now.
            Flow four = Version(4, "x", """ "migrate": { "from": [1, 2, 3] } """);
            FlowCatalog flows = new FlowCatalog([One, two, Three, four]).Retire("f", 2);
            GuidanceSession session = null!;
            foreach (JournalEntry entry in await store.ReadJournalAsync("s", Token))
            {
                if (entry.Kind == JournalEntryKind.Start)
                {
                    session = GuidanceEngine.Start(flows.Find(entry.FlowId, entry.FlowVersion)!, new StartRequest { SessionId = "s" }, entry.At).Session;
                    continue;
                }

                SessionInput input = entry.Command is { } command ? new CommandInput(command) : new AnswerInput(entry.Raw ?? string.Empty);
                Turn turn = flows.Migrate(session, entry)?.Step(input, entry.At) ?? GuidanceEngine.Step(session.Flow, session, input, entry.At);
                turn.Events.ShouldBe(entry.Events);
                session = turn.Session;
            }

            SessionSnapshot.Write(session).ShouldBe((await store.LoadAsync("s", Token))!.Snapshot.ToArray());
        }
    }

    [Fact]
    public async Task Why_tells_that_a_question_is_asked_again_because_of_a_version()
    {
        var store = new InMemorySessionStore();
        await Begin(store, One, "Ann");
        Flow gone = Version(2, "end-it", """ "migrate": { "from": [1], "steps": { "works": null }, "unmapped": "rewind" } """);
        GuidanceHost host = Host(store, One, gone);
        await host.AnswerAsync("s", "yes", cancellationToken: Token);
        (await host.WhyAsync("s", "name", Token))!.ToString().ShouldBe("'name' was entered in turn 3: the session came from version 1 of the flow, where it waited at 'works'.");
    }

    private static async Task Begin(ISessionStore store, Flow flow, params string[] answers)
    {
        GuidanceHost host = Host(store, flow);
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        foreach (string answer in answers)
        {
            await host.AnswerAsync("s", answer, cancellationToken: Token);
        }
    }

    private static GuidanceHost Host(ISessionStore store, params Flow[] flows) => Host(store, new FlowCatalog(flows));

    private static GuidanceHost Host(ISessionStore store, FlowCatalog flows) => new(flows, store, new InMemoryTicketSink(), new NoonTime());

    private static string Migrate(int from, string steps) => $"\"migrate\": {{ \"from\": [{from}], \"steps\": {{ {steps} }} }}";

    private static Flow Version(int version, string question, string? migrate = null, string text = "Does it work, {{ who }}?") =>
        TwoVersions.Flow(version, migrate is null ? Data : $"{Data}, {migrate}", $$"""{{Name}}, { "id": "{{question}}", "type": "ask", "text": "{{text}}", "answer": "yes_no" }""");

    private sealed class NoonTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Conversation.Noon;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Listener : IAnswerInterpreter
    {
        public List<string> Steps { get; } = [];

        public ValueTask<AnswerInterpretation> InterpretAsync(InterpretationRequest request, CancellationToken cancellationToken)
        {
            Steps.Add(request.Step);
            return ValueTask.FromResult(AnswerInterpretation.NoMatch);
        }
    }
}
