using GuidanceFlow.Compilation;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing;
using GuidanceFlow.Tests.Sessions;
using GuidanceFlow.Tests.Tickets;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Engine;

/// <summary>The promise of the sample: wherever a customer is not understood three times, one ticket is filed that says why and where.</summary>
public sealed class ProofTests
{
    private static readonly string[] Gibberish = ["purple monkey dishwasher", "¯\\_(ツ)_/¯", "well, it depends on the weather"];

    private static readonly Flow Flow = Flows.SmartHome;

    public static TheoryData<string> Asks => [.. Flow.Steps.OfType<AskStep>().Select(ask => ask.Id)];

    private static StartRequest Request => new() { SessionId = "proof", Inputs = SmartHomeInputs.Of(2), CustomerKey = "c-1" };

    [Fact]
    public void Every_question_is_covered_and_one_of_them_stands_in_a_loop()
    {
        Asks.Count.ShouldBeGreaterThan(10);
        Flow.Steps.OfType<AskStep>().ShouldContain(ask => ask.LoopId != null);
    }

    [Theory]
    [MemberData(nameof(Asks))]
    public void Three_answers_nobody_understands_file_one_ticket_through_the_engine(string step)
    {
        var talk = new Conversation(Flow, Request).Say(WayTo(step));
        talk.At.ShouldBe(step);
        foreach (string answer in Gibberish)
        {
            talk.Session.Status.ShouldBe(SessionStatus.Waiting);
            talk.Say(answer);
        }

        ShouldSayWhy(talk.Ticket, step);
        talk.Session.Status.ShouldBe(SessionStatus.Ended);
        talk.Session.Outcome.ShouldBe(SessionOutcome.Escalated);
        talk.Said.ShouldContain(text => text.Contains(talk.Ticket.Reference, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Asks))]
    public async Task Three_answers_file_one_ticket_through_hosts_that_come_and_go(string step)
    {
        var store = new InMemorySessionStore();
        var sink = new InMemoryTicketSink();
        await Host(store, sink).StartAsync(Flow.Id, Request, "start", TestContext.Current.CancellationToken);
        int input = 0;
        foreach (string answer in WayTo(step).Concat(Gibberish))
        {
            // A process a turn, and only the store survives.
            await Host(store, sink).AnswerAsync("proof", answer, "i" + input++, cancellationToken: TestContext.Current.CancellationToken);
        }

        ShouldSayWhy(sink.Tickets.ShouldHaveSingleItem(), step);
        (await Host(store, sink).WhereAsync("proof", TestContext.Current.CancellationToken))!.Outcome.ShouldBe(SessionOutcome.Escalated);
    }

    [Theory]
    [MemberData(nameof(Asks))]
    public async Task The_third_answer_sent_twice_files_one_ticket(string step)
    {
        foreach (bool atOnce in new[] { false, true })
        {
            var store = new YieldingStore(new InMemorySessionStore());
            var sink = new InMemoryTicketSink();
            await ReachThird(Host(store, sink), step);
            Func<Task<TurnReply>> third = () => Task.Run(() => Host(store, sink).AnswerAsync("proof", Gibberish[2], "third"));
            TurnReply[] replies = atOnce ? await Task.WhenAll(third(), third(), third()) : [await third(), await third()];

            ShouldSayWhy(sink.Tickets.ShouldHaveSingleItem(), step);
            foreach (TurnReply reply in replies)
            {
                TurnReplyJson.Write(reply).ShouldBe(TurnReplyJson.Write(replies[0]));
                reply.Tickets.ShouldBe(sink.Tickets.Select(ticket => ticket with { Transcript = default }));
            }

            (await store.ReadJournalAsync("proof", TestContext.Current.CancellationToken)).Count(entry => entry.InputId == "third").ShouldBe(1);
        }
    }

    [Theory]
    [MemberData(nameof(Asks))]
    public async Task A_desk_that_is_down_gets_the_ticket_later(string step)
    {
        var store = new InMemorySessionStore();
        var sink = new FailingSink(failures: 1);
        var clock = new ManualTimeProvider();
        GuidanceHost host = Host(store, sink, clock);
        await ReachThird(host, step);
        TurnReply reply = await host.AnswerAsync("proof", Gibberish[2], "third", cancellationToken: TestContext.Current.CancellationToken);
        reply.Tickets.Count.ShouldBe(1);
        sink.Tickets.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromSeconds(5));

        (await Host(store, sink, clock).DispatchPendingAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        ShouldSayWhy(sink.Tickets.ShouldHaveSingleItem(), step);
        (await store.ReadOutboxAsync(null, isDead: false, 0, 10, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    private static async Task ReachThird(GuidanceHost host, string step)
    {
        await host.StartAsync(Flow.Id, Request, "start");
        int input = 0;
        foreach (string answer in WayTo(step).Concat(Gibberish.Take(2)))
        {
            await host.AnswerAsync("proof", answer, "i" + input++);
        }
    }

    private static GuidanceHost Host(ISessionStore store, ITicketSink sink, TimeProvider? clock = null) => new(new FlowCatalog([Flow]), store, sink, clock);

    private static void ShouldSayWhy(Ticket ticket, string step)
    {
        ticket.Fallback.ShouldBe(new FallbackInfo(FallbackReason.Attempts, Flow.FindStep(step)!.Stage.Id, step, 3, [.. Gibberish]));
        ticket.Definition.ShouldBe("setup-stopped");
        ticket.Body.ShouldContain(string.Join(" / ", Gibberish));
        ticket.CustomerKey.ShouldBe("c-1");
        ticket.Due.ShouldBe(ticket.CreatedAt.AddHours(2));
    }

    /// <summary>Answers that lead to a question without a ticket on the way: a breadth-first search over sensible answers.</summary>
    private static string[] WayTo(string step)
    {
        var open = new Queue<(Conversation Talk, string[] Way)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        open.Enqueue((new Conversation(Flow, Request), []));
        while (open.TryDequeue(out (Conversation Talk, string[] Way) at))
        {
            if (at.Talk.At == step)
            {
                return at.Way;
            }

            foreach (string answer in Sensible.Answers(at.Talk.Where.Expects))
            {
                Conversation next = at.Talk.Fork().Say(answer);
                if (next.Session.Status == SessionStatus.Waiting && next.Tickets.Length == 0 && seen.Add(next.At + "/" + next.Session.State.Loop?.Index + "/" + next.Session.Data("router_place") + next.Session.Data("failed_count")))
                {
                    open.Enqueue((next, [.. at.Way, answer]));
                }
            }
        }

        throw new ShouldAssertException($"No way leads to '{step}' without a ticket before it.");
    }
}
