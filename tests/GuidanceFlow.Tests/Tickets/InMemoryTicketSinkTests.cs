using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Tickets;

public sealed class InMemoryTicketSinkTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Open_HasWhatIsDueFirst_ThenTheMostUrgent_AndThoseWithoutAPromiseLast()
    {
        InMemoryTicketSink sink = await SinkOfAsync(
            Of("whenever", due: null),
            Of("tomorrow", Noon.AddDays(1)),
            Of("at-two", Noon.AddHours(2)),
            Of("at-two-urgent", Noon.AddHours(2), TicketPriority.Urgent),
            Of("at-two-elsewhere", Noon.AddHours(2).ToOffset(TimeSpan.FromHours(8))),
            Of("overdue", Noon.AddHours(-1)));

        sink.Open.Select(ticket => ticket.Id).ShouldBe(["overdue", "at-two-urgent", "at-two", "at-two-elsewhere", "tomorrow", "whenever"]);
        sink.Tickets.Select(ticket => ticket.Id).ShouldBe(["whenever", "tomorrow", "at-two", "at-two-urgent", "at-two-elsewhere", "overdue"]);
    }

    [Fact]
    public async Task Close_TakesATicketOffTheListOnce_AndLeavesItAmongAll()
    {
        InMemoryTicketSink sink = await SinkOfAsync(Of("one", Noon), Of("two", Noon));

        sink.Close("one").ShouldBeTrue();
        sink.Close("one").ShouldBeFalse();
        sink.Close("three").ShouldBeFalse();

        sink.Open.Select(ticket => ticket.Id).ShouldBe(["two"]);
        sink.Tickets.Select(ticket => ticket.Id).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task Close_HoldsForATicketThatComesAgain_ButNotForOneThatHadNotComeYet()
    {
        InMemoryTicketSink sink = await SinkOfAsync(Of("one", Noon));
        sink.Close("one");
        sink.Close("two");

        await sink.FileAsync(Of("one", Noon), TestContext.Current.CancellationToken);
        await sink.FileAsync(Of("two", Noon), TestContext.Current.CancellationToken);

        sink.Open.Select(ticket => ticket.Id).ShouldBe(["two"]);
    }

    [Fact]
    public async Task Open_IsACopy()
    {
        InMemoryTicketSink sink = await SinkOfAsync(Of("one", Noon));
        IReadOnlyList<Ticket> before = sink.Open;

        sink.Close("one");

        before.Select(ticket => ticket.Id).ShouldBe(["one"]);
    }

    private static async Task<InMemoryTicketSink> SinkOfAsync(params Ticket[] tickets)
    {
        var sink = new InMemoryTicketSink();
        foreach (Ticket ticket in tickets)
        {
            await sink.FileAsync(ticket, TestContext.Current.CancellationToken);
        }

        return sink;
    }

    private static Ticket Of(string id, DateTimeOffset? due, TicketPriority priority = TicketPriority.Normal) => new()
    {
        Id = id, Reference = id, Definition = "issue", Kind = TicketKind.Promise, Queue = "tier2", Priority = priority, Subject = id, Body = "-", CreatedAt = Noon.AddDays(-1), Due = due,
        SessionId = "s1", FlowId = "router", FlowVersion = 1, Step = "open-ticket", Locale = "en",
    };
}
