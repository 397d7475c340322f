using GuidanceFlow.Engine;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Tests.Tickets;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>semantics.md, "Storing", and what a host adds to "Inputs and results".</summary>
public sealed class GuidanceHostTests
{
    private static readonly Flow Counting = Flows.Of(
        """
        { "id": "up", "type": "set", "values": { "n": "n + 1" } },
        { "id": "q", "type": "ask", "text": "{{ n }}", "answer": { "type": "text" }, "next": [ { "when": "answer == 'done'", "goto": "file" }, { "when": "answer == 'file'", "goto": "side" }, { "goto": "up" } ] },
        { "id": "side", "type": "ticket", "ticket": "help", "text": "{{ ticket.reference }}", "next": "up" },
        { "id": "file", "type": "ticket", "ticket": "help" }
        """,
        """ "inputs": { "who": { "type": "text", "optional": true } }, "data": { "n": { "type": "integer", "default": 0 } }, """);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static GuidanceHost Host(ISessionStore store, ITicketSink? sink = null, TimeProvider? time = null) => new(new FlowCatalog([Counting]), store, sink ?? new InMemoryTicketSink(), time ?? new FixedTime());

    private static StartRequest Start(string id = "s") => new() { SessionId = id };

    [Fact]
    public async Task One_commit_carries_session_journal_outbox_input_id_and_reply()
    {
        var store = new RecordingStore(new InMemorySessionStore());
        var host = Host(store);
        await host.StartAsync("f", new StartRequest { SessionId = "s", Locale = "en-GB", Channel = "chat", CustomerKey = "c", Inputs = Conversation.Named(("who", Conversation.Text("Ann"))) }, "i1", Token);
        TurnReply reply = await host.AnswerAsync("s", "file", "i2", cancellationToken: Token);

        store.Commits.Count.ShouldBe(2);
        store.Commits[0].ExpectedTurn.ShouldBe(0);
        store.Commits[0].Session.Turn.ShouldBe(1);
        SessionCommit commit = store.Commits[1];
        commit.ExpectedTurn.ShouldBe(1);
        commit.InputId.ShouldBe("i2");
        commit.Session.SessionId.ShouldBe("s");
        commit.Session.FlowId.ShouldBe("f");
        commit.Session.FlowVersion.ShouldBe(1);
        commit.Session.Turn.ShouldBe(2);
        SessionSnapshot.Read(Counting, commit.Session.Snapshot).Session!.Turn.ShouldBe(2);
        commit.Reply.ToArray().ShouldBe(TurnReplyJson.Write(reply));
        commit.Timers.ShouldBeEmpty();
        OutboxItem item = commit.Outbox.ShouldHaveSingleItem();
        item.EffectId.ShouldBe("s:2:0");
        item.Kind.ShouldBe("ticket");
        TicketJson.Read(item.Payload.Span).ShouldBe(reply.Tickets[0]);
    }

    [Fact]
    public async Task The_journal_has_everything_needed_to_make_the_session_again()
    {
        var store = new InMemorySessionStore();
        var host = Host(store);
        await host.StartAsync("f", new StartRequest { SessionId = "s", Locale = "en-GB", Channel = "chat", CustomerKey = "c", Inputs = Conversation.Named(("who", Conversation.Text("Ann"))) }, "i1", Token);
        await host.AnswerAsync("s", "  go \ud800 ", "i2", cancellationToken: Token);
        await host.AnswerAsync("s", "   ", null, cancellationToken: Token);
        await host.AnswerAsync("s", "x", null, expectedTurn: 9, cancellationToken: Token);

        IReadOnlyList<JournalEntry> journal = await store.ReadJournalAsync("s", Token);
        journal.Select(entry => entry.Turn).ShouldBe([1, 2, 3]);
        journal[0].ShouldBe(new JournalEntry
        {
            SessionId = "s",
            Turn = 1,
            At = FixedTime.Noon,
            Kind = JournalEntryKind.Start,
            InputId = "i1",
            FlowId = "f",
            FlowVersion = 1,
            StructureHash = Counting.StructureHash,
            TextHash = Counting.TextHash,
            Locale = "en-GB",
            Channel = "chat",
            CustomerKey = "c",
            Inputs = [KeyValuePair.Create("who", Conversation.Text("Ann"))],
            Result = TurnResult.Accepted,
            Events = journal[0].Events,
            Places = journal[0].Places,
            Said = journal[0].Said,
            SaidIn = journal[0].SaidIn,
        });
        journal[0].Said.ShouldNotBeEmpty();
        journal[1].Kind.ShouldBe(JournalEntryKind.Answer);
        journal[1].Raw.ShouldBe("  go \ufffd ");
        journal[1].Value.ShouldBe(Conversation.Text("go \ufffd"));
        journal[1].By.ShouldBe("exact");
        journal[2].InputId.ShouldBeNull();
        journal[2].Result.ShouldBe(TurnResult.Invalid);
        journal[2].Reason.ShouldBe(TurnReason.Empty);
        journal[2].Value.ShouldBe(Value.Null);

        // Replaying it makes the very same session.
        GuidanceSession session = GuidanceEngine.Start(Counting, new StartRequest { SessionId = "s", Locale = journal[0].Locale, Channel = "chat", CustomerKey = "c", Inputs = journal[0].Inputs.ToDictionary() }, journal[0].At).Session;
        foreach (JournalEntry entry in journal.Skip(1))
        {
            Turn turn = GuidanceEngine.Step(Counting, session, new AnswerInput(entry.Raw!), entry.At);
            turn.Events.ShouldBe(entry.Events);
            session = turn.Session;
        }

        SessionSnapshot.Write(session).ShouldBe((await store.LoadAsync("s", Token))!.Snapshot.ToArray());
    }

    [Fact]
    public async Task A_repeated_input_id_gives_the_stored_reply_word_for_word_also_after_the_session_went_on()
    {
        var store = new InMemorySessionStore();
        var sink = new InMemoryTicketSink();
        TurnReply start = await Host(store, sink).StartAsync("f", Start(), "i0", Token);
        var replies = new List<TurnReply> { start };
        foreach (string answer in new[] { "a", "   ", "file", "b", "done" })
        {
            replies.Add(await Host(store, sink).AnswerAsync("s", answer, "i" + replies.Count, cancellationToken: Token));
        }

        byte[] before = (await store.LoadAsync("s", Token))!.Snapshot.ToArray();
        for (int i = 0; i < replies.Count; i++)
        {
            TurnReply again = i == 0 ? await Host(store, sink).StartAsync("f", Start(), "i0", Token) : await Host(store, sink).AnswerAsync("s", "something else", "i" + i, expectedTurn: 77, cancellationToken: Token);
            again.ShouldBe(replies[i]);
            TurnReplyJson.Write(again).ShouldBe(TurnReplyJson.Write(replies[i]));
        }

        (await store.LoadAsync("s", Token))!.Snapshot.ToArray().ShouldBe(before);
        (await store.ReadJournalAsync("s", Token)).Count.ShouldBe(6);
        sink.Tickets.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_an_input_id_every_input_is_a_turn()
    {
        GuidanceHost host = Host(new InMemorySessionStore());
        await host.StartAsync("f", Start(), cancellationToken: Token);
        (await host.AnswerAsync("s", "a", cancellationToken: Token)).Turn.ShouldBe(2);
        (await host.AnswerAsync("s", "a", cancellationToken: Token)).Turn.ShouldBe(3);
    }

    [Fact]
    public async Task Refusals_of_the_host_say_where_the_session_is()
    {
        var store = new InMemorySessionStore();
        GuidanceHost host = Host(store);
        TurnReply none = await host.AnswerAsync("nobody", "a", cancellationToken: Token);
        (none.Result, none.Reason, none.Turn, none.Status).ShouldBe((TurnResult.Refused, TurnReason.NotFound, 0, SessionStatus.New));
        (await host.WhereAsync("nobody", Token)).ShouldBeNull();

        await host.StartAsync("f", Start(), "i", Token);
        await host.AnswerAsync("s", "a", cancellationToken: Token);
        TurnReply exists = await host.StartAsync("f", Start(), "other", Token);
        (exists.Result, exists.Reason, exists.Turn, exists.Status).ShouldBe((TurnResult.Refused, TurnReason.Exists, 2, SessionStatus.Waiting));

        TurnReply stale = await host.AnswerAsync("s", "a", "stale", expectedTurn: 1, cancellationToken: Token);
        (stale.Result, stale.Reason, stale.Turn, stale.Status, stale.Step).ShouldBe((TurnResult.Refused, TurnReason.Stale, 2, SessionStatus.Waiting, "q"));
        (await store.ReadJournalAsync("s", Token)).Count.ShouldBe(2);
        (await host.AnswerAsync("s", "a", "stale", expectedTurn: 2, cancellationToken: Token)).Turn.ShouldBe(3);

        await host.AnswerAsync("s", "done", cancellationToken: Token);
        TurnReply ended = await host.AnswerAsync("s", "a", cancellationToken: Token);
        (ended.Result, ended.Reason, ended.Turn, ended.Status).ShouldBe((TurnResult.Refused, TurnReason.Ended, 4, SessionStatus.Ended));
    }

    [Fact]
    public async Task A_start_that_does_not_fit_stores_nothing()
    {
        var store = new InMemorySessionStore();
        TurnReply reply = await Host(store).StartAsync("f", new StartRequest { SessionId = "s", Inputs = Conversation.Named(("x", Value.True)) }, "i", Token);
        reply.Reason.ShouldBe(TurnReason.InvalidStart);
        reply.Error.ShouldBe("The flow has no input 'x'; its inputs are who.");
        (await store.LoadAsync("s", Token)).ShouldBeNull();
        (await Host(store).StartAsync("f", Start(), "i", Token)).Result.ShouldBe(TurnResult.Accepted);
    }

    [Fact]
    public async Task A_missing_flow_or_version_is_said_by_name()
    {
        var store = new InMemorySessionStore();
        FlowNotFoundException missing = await Should.ThrowAsync<FlowNotFoundException>(() => Host(store).StartAsync("g", Start(), cancellationToken: Token));
        missing.Message.ShouldBe("The host has no flow 'g'; it has 'f'. Add it in AddGuidanceFlow.");

        await Host(store).StartAsync("f", Start(), "i", Token);
        Flow second = Flows.FromText(Flows.TextOf(Flows.YesNo("q")).Replace("\"flow\": \"f\"", "\"flow\": \"f\", \"version\": 2", StringComparison.Ordinal));
        var newer = new GuidanceHost(new FlowCatalog([second]), store, new InMemoryTicketSink());
        (await Should.ThrowAsync<FlowNotFoundException>(() => newer.AnswerAsync("s", "a", cancellationToken: Token))).Version.ShouldBe(1);
        (await newer.AnswerAsync("s", "a", "i", cancellationToken: Token)).Turn.ShouldBe(1);

        var both = new GuidanceHost(new FlowCatalog([second, Counting]), store, new InMemoryTicketSink());
        (await both.AnswerAsync("s", "a", cancellationToken: Token)).Messages[0].Text.ShouldBe("2");
        (await both.StartAsync("f", Start("t"), cancellationToken: Token)).Messages[0].Text.ShouldBe("q?");

        Flow changed = Flows.Of(Flows.YesNo("q"));
        var wrong = new GuidanceHost(new FlowCatalog([changed]), store, new InMemoryTicketSink());
        (await Should.ThrowAsync<SnapshotRejectedException>(() => wrong.WhereAsync("s", Token))).Problem.ShouldBe(SnapshotProblem.FlowMismatch);
    }

    [Fact]
    public async Task Where_tells_the_question_and_changes_nothing()
    {
        var store = new InMemorySessionStore();
        GuidanceHost host = Host(store);
        await host.StartAsync("f", Start(), "i", Token);
        byte[] before = (await store.LoadAsync("s", Token))!.Snapshot.ToArray();
        Situation where = (await host.WhereAsync("s", Token))!;
        where.Question!.Text.ShouldBe("1");
        where.Turn.ShouldBe(1);
        (await store.LoadAsync("s", Token))!.Snapshot.ToArray().ShouldBe(before);
        (await store.ReadJournalAsync("s", Token)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Many_answers_at_once_are_taken_one_after_the_other()
    {
        for (int round = 0; round < 5; round++)
        {
            var store = new YieldingStore(new InMemorySessionStore());
            var sink = new InMemoryTicketSink();
            await Host(store, sink).StartAsync("f", Start(), "start", Token);
            TurnReply[] replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => Host(store, sink).AnswerAsync("s", i % 4 == 0 ? "file" : "a" + i, "i" + i, cancellationToken: Token), Token)));

            replies.ShouldAllBe(reply => reply.Result == TurnResult.Accepted);
            replies.Select(reply => reply.Turn).Order().ShouldBe(Enumerable.Range(2, 16));
            foreach (TurnReply reply in replies)
            {
                reply.Messages[^1].Text.ShouldBe(reply.Turn.ToString());
            }

            (await store.ReadJournalAsync("s", Token)).Select(entry => entry.Turn).ShouldBe(Enumerable.Range(1, 17));
            sink.Tickets.Count.ShouldBe(4);
            (await Host(store).WhereAsync("s", Token))!.Turn.ShouldBe(17);
        }
    }

    [Fact]
    public async Task The_same_input_many_times_at_once_is_one_turn()
    {
        var store = new YieldingStore(new InMemorySessionStore());
        var sink = new InMemoryTicketSink();
        TurnReply[] starts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Host(store, sink).StartAsync("f", Start(), "start", Token), Token)));
        starts.ShouldAllBe(reply => reply.Equals(starts[0]) && reply.Result == TurnResult.Accepted);
        TurnReply[] replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => Host(store, sink).AnswerAsync("s", "file", "i", cancellationToken: Token), Token)));
        replies.ShouldAllBe(reply => reply.Equals(replies[0]) && reply.Turn == 2);
        sink.Tickets.Count.ShouldBe(1);
        (await store.ReadJournalAsync("s", Token)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("done", null)]
    [InlineData("a", 1)]
    public async Task An_input_whose_twin_is_committed_just_before_it_loads_gets_the_twins_reply(string answer, int? expectedTurn)
    {
        // By then the session has ended, or is at another turn; it is the same input all the same.
        var inner = new InMemorySessionStore();
        await Host(inner).StartAsync("f", Start(), "start", Token);
        TurnReply? twin = null;
        var store = new YieldingStore(inner) { BeforeLoad = async () => twin = await Host(inner).AnswerAsync("s", answer, "i", expectedTurn, Token) };
        (await Host(store).AnswerAsync("s", answer, "i", expectedTurn, Token)).ShouldBe(twin);
        twin!.Result.ShouldBe(TurnResult.Accepted);
    }

    [Fact]
    public async Task A_start_at_once_with_other_ids_wins_once_and_the_others_learn_that_it_exists()
    {
        var store = new YieldingStore(new InMemorySessionStore());
        TurnReply[] starts = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => Host(store).StartAsync("f", Start(), "start" + i, Token), Token)));
        starts.Count(reply => reply.Result == TurnResult.Accepted).ShouldBe(1);
        starts.Where(reply => reply.Result != TurnResult.Accepted).ShouldAllBe(reply => reply.Reason == TurnReason.Exists);
    }

    [Fact]
    public async Task A_session_that_is_always_ahead_is_busy_and_nothing_is_stored()
    {
        var inner = new InMemorySessionStore();
        await Host(inner).StartAsync("f", Start(), "start", Token);
        TurnReply reply = await Host(new ConflictingStore(inner)).AnswerAsync("s", "a", "i", cancellationToken: Token);
        (reply.Result, reply.Reason, reply.Turn, reply.Status).ShouldBe((TurnResult.Refused, TurnReason.Busy, 1, SessionStatus.Waiting));
        (await inner.ReadJournalAsync("s", Token)).Count.ShouldBe(1);
        (await Host(inner).AnswerAsync("s", "a", "i", cancellationToken: Token)).Turn.ShouldBe(2);
    }

    [Fact]
    public async Task A_ticket_stays_pending_while_the_desk_is_down_and_comes_again_at_the_next_input()
    {
        var store = new InMemorySessionStore();
        var sink = new FailingSink(failures: 2);
        var clock = new ManualTimeProvider();
        GuidanceHost host = Host(store, sink, clock);
        await host.StartAsync("f", Start(), "start", Token);
        (await host.AnswerAsync("s", "file", "i1", cancellationToken: Token)).Result.ShouldBe(TurnResult.Accepted);
        sink.Tickets.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromSeconds(5));
        (await host.AnswerAsync("s", "file", "i1", cancellationToken: Token)).Turn.ShouldBe(2);
        sink.Tickets.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromSeconds(9));
        (await host.DispatchPendingAsync(Token)).ShouldBe(0, "the second pause is longer");
        clock.Advance(TimeSpan.FromSeconds(1));
        await host.AnswerAsync("s", "a", "i2", cancellationToken: Token);
        sink.Tickets.ShouldHaveSingleItem().Id.ShouldBe("s:2:0");
        (await host.DispatchPendingAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task A_desk_that_times_out_is_down_like_any_other()
    {
        var store = new InMemorySessionStore();
        var sink = new FailingSink(failures: 1, () => new TaskCanceledException("The request timed out."));
        var clock = new ManualTimeProvider();
        GuidanceHost host = Host(store, sink, clock);
        await host.StartAsync("f", Start(), "start", Token);
        (await host.AnswerAsync("s", "file", "i1", cancellationToken: Token)).Turn.ShouldBe(2);
        clock.Advance(TimeSpan.FromSeconds(5));
        (await host.DispatchPendingAsync(Token)).ShouldBe(1);
        sink.Tickets.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Everything_pending_is_dispatched_however_much_it_is()
    {
        Flow flow = Flows.Of("""{ "id": "all", "type": "each", "in": "1..250", "as": "n", "steps": [ { "id": "file", "type": "ticket", "ticket": "help" } ] }, """ + Flows.YesNo("q"));
        var store = new InMemorySessionStore();
        var clock = new ManualTimeProvider();
        var down = new GuidanceHost(new FlowCatalog([flow]), store, new FailingSink(int.MaxValue), clock);
        await down.StartAsync("f", Start("a"), "i", Token);
        clock.Advance(TimeSpan.FromSeconds(5));
        var sink = new InMemoryTicketSink();
        var host = new GuidanceHost(new FlowCatalog([flow]), store, sink, clock);
        (await host.DispatchPendingAsync(Token)).ShouldBe(250);
        sink.Tickets.Select(ticket => ticket.Id).ShouldBe(Enumerable.Range(0, 250).Select(i => "a:1:" + i));

        await host.StartAsync("f", Start("b"), "i", Token);
        sink.Tickets.Count.ShouldBe(500);
    }

    // A store that fails at any one call, before or after doing its work: the input is sent again, and all is as if nothing had happened.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_call_of_the_store_fails_the_repeated_input_is_one_turn_and_one_ticket(bool afterwards)
    {
        int failures = 0;
        for (int call = 1; call <= 12; call++)
        {
            var inner = new InMemorySessionStore();
            var store = new FaultyStore(inner) { FailAt = call, AfterwardsOnly = afterwards };
            var sink = new InMemoryTicketSink();
            var clock = new ManualTimeProvider();
            TurnReply start = await Insist(() => Host(store, sink, clock).StartAsync("f", Start(), "start", Token));
            TurnReply reply = await Insist(() => Host(store, sink, clock).AnswerAsync("s", "file", "i", cancellationToken: Token));
            store.FailAt = 0;

            start.Result.ShouldBe(TurnResult.Accepted);
            start.Turn.ShouldBe(1);
            reply.Turn.ShouldBe(2);
            (await inner.ReadJournalAsync("s", Token)).Select(entry => entry.InputId).ShouldBe(["start", "i"]);
            clock.Advance(TimeSpan.FromMinutes(5));
            await Host(store, sink, clock).AnswerAsync("s", "file", "i", cancellationToken: Token);
            (sink.Tickets.ShouldHaveSingleItem() with { Transcript = default }).ShouldBe(reply.Tickets[0]);
            (await inner.ReadOutboxAsync(null, isDead: false, 0, 10, Token)).ShouldBeEmpty();
        }

        failures.ShouldBeGreaterThan(4);

        async Task<TurnReply> Insist(Func<Task<TurnReply>> send)
        {
            while (true)
            {
                try
                {
                    return await send();
                }
                catch (IOException)
                {
                    failures++;
                }
            }
        }
    }

    [Fact]
    public async Task Effects_that_keep_failing_do_not_hold_up_those_behind_them()
    {
        Flow flow = Flows.Of("""{ "id": "all", "type": "each", "in": "1..250", "as": "n", "steps": [ { "id": "file", "type": "ticket", "ticket": "help" } ] }, """ + Flows.YesNo("q"));
        var sink = new FailingSink(failures: 120);
        var clock = new ManualTimeProvider();
        var host = new GuidanceHost(new FlowCatalog([flow]), new InMemorySessionStore(), sink, clock);
        await host.StartAsync("f", Start(), "start", Token);
        sink.Tickets.Count.ShouldBe(130);
        clock.Advance(TimeSpan.FromSeconds(5));
        (await host.DispatchPendingAsync(Token)).ShouldBe(120);
        sink.Tickets.Select(ticket => ticket.Id).Distinct().Count().ShouldBe(250);
    }

    [Fact]
    public async Task A_cancelled_wait_before_the_commit_changes_nothing()
    {
        var store = new InMemorySessionStore();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Host(store).StartAsync("f", Start(), "i", cancelled.Token));
        (await store.LoadAsync("s", Token)).ShouldBeNull();
    }

    [Fact]
    public void A_catalogue_knows_versions_and_refuses_doubles()
    {
        var catalog = new FlowCatalog([Counting]);
        catalog.Find("f", 1).ShouldBeSameAs(Counting);
        catalog.Find("f", 2).ShouldBeNull();
        catalog.Latest("g").ShouldBeNull();
        Should.Throw<ArgumentException>(() => new FlowCatalog([Counting, Counting])).Message.ShouldStartWith("The flow 'f' version 1 is given twice.");
    }

    private sealed class FixedTime : TimeProvider
    {
        public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Noon;
    }
}
