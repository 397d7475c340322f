using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Handoffs;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Handoffs;

/// <summary>People in a host: a desk that gets sessions with what was said, and customers who hear from it.</summary>
public sealed class HandoffHostTests
{
    private static readonly Flow Help = FlowCompiler.Compile(FlowSource.FromText("f.json", """
        { "flow": "f", "fallback": { "attempts": 1, "goto": "hand" }, "data": { "pin": { "type": "text", "optional": true } },
          "tickets": { "t": { "kind": "promise", "queue": "q", "owner": "jo", "respond_within": "PT2H", "subject": "s", "body": "b" } },
          "stages": [ { "id": "s", "steps": [
            { "id": "pin", "type": "ask", "text": "PIN?", "answer": "text", "sensitive": true, "save": "pin" },
            { "id": "works", "type": "ask", "text": "Does it work?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "bye" }, { "goto": "hand" } ] },
            { "id": "hand", "type": "handoff", "queue": "tier2", "text": "A colleague comes.", "situation": "Still broken.", "on_return": "file" },
            { "id": "file", "type": "ticket", "ticket": "t", "text": "Filed." },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye." } ] } ] }
        """)).GetOrThrow();

    private readonly ManualTimeProvider _clock = new();
    private readonly InMemorySessionStore _store = new();
    private readonly InMemoryTicketSink _tickets = new();
    private readonly InMemoryMessageSink _messages = new();
    private readonly FailingDesk _desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GuidanceHost Host() => new(new FlowCatalog([Help]), _store, new GuidanceHostOptions { Tickets = _tickets, Messages = _messages, Handoffs = _desk, Time = _clock });

    private async Task<GuidanceHost> HandOverAsync()
    {
        GuidanceHost host = Host();
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        await host.AnswerAsync("s", "4711 0815", cancellationToken: Token);
        TurnReply reply = await host.AnswerAsync("s", "no", cancellationToken: Token);
        (reply.Status, reply.Expects, reply.ToPlainText()).ShouldBe((SessionStatus.WithPerson, null, "A colleague comes."));
        return host;
    }

    [Fact]
    public async Task Desk_GetsWhatWasSaid_WithoutSecrets()
    {
        await HandOverAsync();
        _desk.Sink.Handoffs.ShouldHaveSingleItem().Transcript.Select(line => $"{line.Who}: {line.Text}").ShouldBe(
            ["Flow: PIN?", "Customer: •••", "Flow: Does it work?", "Customer: no", "Flow: A colleague comes."]);
    }

    [Fact]
    public async Task Desk_GetsHowManyAnswersDidNotFit_QuestionByQuestion()
    {
        Flow flow = FlowCompiler.Compile(FlowSource.FromText("f.json", """
            { "flow": "f", "fallback": { "attempts": 3, "goto": "hand" }, "stages": [ { "id": "s", "steps": [
                { "id": "size", "type": "ask", "text": "Size?", "answer": { "type": "number", "min": 1 } },
                { "id": "easy", "type": "ask", "text": "Easy?", "answer": "yes_no" },
                { "id": "works", "type": "ask", "text": "Does it work?", "answer": "yes_no" },
                { "id": "hand", "type": "handoff", "queue": "tier2", "text": "A colleague comes.", "situation": "x", "on_return": "size", "timeout": { "after": "PT1H", "goto": "bye" } },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """)).GetOrThrow();
        var host = new GuidanceHost(new FlowCatalog([flow]), _store, new GuidanceHostOptions { Handoffs = _desk, Time = _clock });
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        foreach (string answer in (string[])["large", "0", "3", "yes", "hm", "well", "what"])
        {
            await host.AnswerAsync("s", answer, cancellationToken: Token);
        }

        _desk.Sink.Handoffs.ShouldHaveSingleItem().Attempts.ShouldBe([new QuestionAttempts("size", 2), new QuestionAttempts("works", 3)]);
    }

    [Fact]
    public async Task CustomerAndPerson_Talk_AndTheTicketHasAllOfIt()
    {
        GuidanceHost host = await HandOverAsync();
        (await host.AnswerAsync("s", "Hello?", "i1", cancellationToken: Token)).Messages.ShouldBeEmpty();
        await host.AnswerAsync("s", "Hello?", "i1", cancellationToken: Token);
        _desk.Sink.Messages.Select(message => message.Text).ShouldBe(["Hello?"]);
        TurnReply reply = await host.StepAsync("s", new PersonMessageInput("Hi, Jo here.") { By = "jo" }, "p1", Token);
        (await host.StepAsync("s", new PersonMessageInput("Hi, Jo here.") { By = "jo" }, "p1", Token)).ShouldBe(reply);
        await host.StepAsync("s", new PersonReturnInput { By = "jo", Text = "I note it." }, "p2", Token);
        _messages.Delivered.SelectMany(delivered => delivered.Messages).Select(message => message.Text).ShouldBe(["Hi, Jo here.", "I note it.", "Filed.", "Bye."]);
        Ticket ticket = _tickets.Tickets.ShouldHaveSingleItem();
        (ticket.Owner, ticket.Turn).ShouldBe(("jo", 6));
        ticket.Transcript.TakeLast(6).Select(line => $"{line.Who}: {line.Text}").ShouldBe(
            ["Flow: A colleague comes.", "Customer: Hello?", "Person: Hi, Jo here.", "Person: I note it.", "Flow: Filed.", "Flow: Bye."]);
        (await _store.ReadJournalAsync("s", Token)).Select(entry => (entry.Kind, entry.By)).TakeLast(2).ShouldBe([(JournalEntryKind.Person, "jo"), (JournalEntryKind.Person, "jo")]);
    }

    [Fact]
    public async Task DeskThatGetsASessionLate_GetsWhatWasSaidUntilItWasHandedOver()
    {
        _desk.Failures = 1;
        GuidanceHost host = await HandOverAsync();
        await host.AnswerAsync("s", "Hello?", cancellationToken: Token);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Host().DispatchPendingAsync(Token);
        _desk.Sink.Handoffs.ShouldHaveSingleItem().Transcript[^1].Text.ShouldBe("A colleague comes.");
    }

    [Fact]
    public async Task TicketThatIsFiledLate_HasWhatWasSaidUntilThen()
    {
        Flow flow = FlowCompiler.Compile(FlowSource.FromText("f.json", """
            { "flow": "f", "fallback": { "goto": "bye" }, "tickets": { "t": { "queue": "q", "respond_within": "PT2H", "subject": "s", "body": "b" } },
              "stages": [ { "id": "s", "steps": [ { "id": "file", "type": "ticket", "ticket": "t", "text": "Filed." }, { "id": "more", "type": "ask", "text": "More?", "answer": "yes_no" }, { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye." } ] } ] }
            """)).GetOrThrow();
        await new GuidanceHost(new FlowCatalog([flow]), _store, new GuidanceHostOptions { Time = _clock }).StartAsync("f", new StartRequest { SessionId = "t" }, cancellationToken: Token);
        await new GuidanceHost(new FlowCatalog([flow]), _store, new GuidanceHostOptions { Time = _clock }).AnswerAsync("t", "no", cancellationToken: Token);
        _clock.Advance(TimeSpan.FromMinutes(10));
        await Host().DispatchPendingAsync(Token);
        _tickets.Tickets.ShouldHaveSingleItem().Transcript.Select(line => line.Text).ShouldBe(["Filed.", "More?"]);
    }

    [Fact]
    public async Task DeskThatIsDown_GetsEverythingInOrderLater()
    {
        _desk.Failures = 3;
        GuidanceHost host = await HandOverAsync();
        await host.AnswerAsync("s", "One.", cancellationToken: Token);
        await host.AnswerAsync("s", "Two.", cancellationToken: Token);
        _desk.Calls.ShouldBe(["handoff"]);
        for (int i = 0; i < 10; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
            await Host().DispatchPendingAsync(Token);
        }

        _desk.Calls.ShouldBe(["handoff", "handoff", "handoff", "handoff", "One.", "Two."]);
        _desk.Sink.Handoffs.Count.ShouldBe(1);
    }

    private sealed class FailingDesk : IHandoffSink
    {
        public InMemoryHandoffSink Sink { get; } = new();

        public List<string> Calls { get; } = [];

        public int Failures { get; set; }

        public ValueTask HandOverAsync(Handoff handoff, CancellationToken cancellationToken) => Do("handoff", () => Sink.HandOverAsync(handoff, cancellationToken));

        public ValueTask RelayAsync(CustomerMessage message, CancellationToken cancellationToken) => Do(message.Text, () => Sink.RelayAsync(message, cancellationToken));

        public ValueTask WithdrawAsync(Withdrawal withdrawal, CancellationToken cancellationToken) => Do("withdrawal", () => Sink.WithdrawAsync(withdrawal, cancellationToken));

        private ValueTask Do(string what, Func<ValueTask> call)
        {
            Calls.Add(what);
            return Failures-- > 0 ? throw new InvalidOperationException("The desk is down.") : call();
        }
    }
}
