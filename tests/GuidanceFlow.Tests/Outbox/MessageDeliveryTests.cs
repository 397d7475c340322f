using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Outbox;

/// <summary>What sessions say when nobody waits for it, and what becomes of effects that fail.</summary>
public sealed class MessageDeliveryTests
{
    private static readonly Flow Waiting = FlowCompiler.Compile(FlowSource.FromText("f.json", """
        { "flow": "f", "fallback": { "goto": "file" }, "signals": { "order": "text", "ready": "text" }, "starts_on": [ "order" ],
          "tickets": { "t": { "queue": "q", "respond_within": "PT2H", "subject": "s", "body": "b" } },
          "stages": [ { "id": "s", "steps": [
            { "id": "one", "type": "ask", "text": "One?", "answer": "yes_no", "silence": { "remind_after": "PT5M", "texts": [ "Still there?", "Really?" ], "give_up_after": "PT30M" } },
            { "id": "pause", "type": "wait", "signal": "ready", "timeout": { "after": "PT1H", "goto": "file" }, "text": "A moment." },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye." },
            { "id": "file", "type": "ticket", "ticket": "t", "text": "Filed." },
            { "id": "lost", "type": "end", "outcome": "escalated" } ] } ] }
        """)).GetOrThrow();

    private readonly ManualTimeProvider _clock = new();
    private readonly InMemorySessionStore _store = new();
    private readonly FailingMessages _messages = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GuidanceHost Host(OutboxPolicy? policy = null) => new(new FlowCatalog([Waiting]), _store, new GuidanceHostOptions { Tickets = new InMemoryTicketSink(), Messages = _messages, Time = _clock, Outbox = policy ?? new OutboxPolicy() });

    [Fact]
    public async Task TurnsThatNobodyWaitsFor_AreDelivered_TheOthersAreReplies()
    {
        GuidanceHost host = Host();
        await host.StartAsync("f", new StartRequest { SessionId = "s", Channel = "mail", CustomerKey = "c7", Locale = "en" }, cancellationToken: Token);
        await host.AnswerAsync("s", "what?", cancellationToken: Token);
        _messages.Said.ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromMinutes(5));
        await host.FireDueTimersAsync(Token);
        OutboundMessages reminder = _messages.Delivered.ShouldHaveSingleItem();
        (reminder.Id, reminder.SessionId, reminder.Turn, reminder.FlowId, reminder.Channel, reminder.CustomerKey, reminder.Locale).ShouldBe(("s:3:said", "s", 3, "f", "mail", "c7", "en"));
        reminder.Messages.ShouldHaveSingleItem().Text.ShouldBe("Still there?");

        await host.AnswerAsync("s", "yes", cancellationToken: Token);
        await host.SignalAsync("s", "ready", Value.From("x"), cancellationToken: Token);
        _messages.Said.ShouldBe(["Still there?", "Bye."]);
        await host.SignalAsync("t", "order", Value.From("x"), cancellationToken: Token);
        _messages.Said.ShouldBe(["Still there?", "Bye.", "One?"]);
    }

    [Fact]
    public async Task MessagesThatCannotBeDelivered_ComeAgainInTheirOrder()
    {
        GuidanceHost host = Host();
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        _messages.Failures = 3;
        foreach (int _ in Enumerable.Range(0, 2))
        {
            _clock.Advance(TimeSpan.FromMinutes(5));
            await host.FireDueTimersAsync(Token);
        }

        _messages.Said.ShouldBeEmpty();
        for (int i = 0; i < 10; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
            await Host().DispatchPendingAsync(Token);
        }

        _messages.Said.ShouldBe(["Still there?", "Really?"]);
    }

    [Fact]
    public async Task EffectThatFailsAgainAndAgain_IsLaidAside_AndComesWhenItIsRevived()
    {
        GuidanceHost host = Host(new OutboxPolicy { MostAttempts = 3, FirstPause = TimeSpan.FromSeconds(1) });
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        _messages.Failures = int.MaxValue;
        _clock.Advance(TimeSpan.FromMinutes(5));
        await host.FireDueTimersAsync(Token);
        _messages.Calls.ShouldBe(1);
        int[] calls = new int[5];
        foreach (int i in Enumerable.Range(0, 5))
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await host.DispatchPendingAsync(Token);
            calls[i] = _messages.Calls;
        }

        calls.ShouldBe([2, 2, 3, 3, 3], "after one second, then after two");
        OutboxItem dead = (await _store.ReadOutboxAsync("s", isDead: true, 0, 10, Token)).ShouldHaveSingleItem();
        (dead.EffectId, dead.Error).ShouldBe(("s:2:said", nameof(InvalidOperationException)));
        _messages.Failures = 0;
        (await host.DispatchPendingAsync(Token)).ShouldBe(0);
        await _store.ReviveOutboxAsync("s:2:said", Token);
        (await host.DispatchPendingAsync(Token)).ShouldBe(1);
        _messages.Said.ShouldBe(["Still there?"]);
    }

    [Fact]
    public async Task HostWithoutASink_KeepsNoMessages()
    {
        var host = new GuidanceHost(new FlowCatalog([Waiting]), _store, new GuidanceHostOptions { Time = _clock });
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        _clock.Advance(TimeSpan.FromMinutes(5));
        await host.FireDueTimersAsync(Token);
        (await _store.ReadOutboxAsync(null, isDead: false, 0, 10, Token)).ShouldBeEmpty();
        foreach (int minutes in (int[])[5, 20])
        {
            _clock.Advance(TimeSpan.FromMinutes(minutes));
            await host.FireDueTimersAsync(Token);
        }

        (await _store.ReadOutboxAsync(null, isDead: false, 0, 10, Token)).ShouldHaveSingleItem().Error.ShouldBe("Nobody carries out effects of the kind 'ticket' here.");
    }

    [Fact]
    public async Task SeveralHostsAtOnce_DeliverEachOnce()
    {
        GuidanceHost[] hosts = [Host(), Host(), Host(), Host()];
        for (int i = 0; i < 40; i++)
        {
            await hosts[0].StartAsync("f", new StartRequest { SessionId = $"s{i}" }, cancellationToken: Token);
        }

        _clock.Advance(TimeSpan.FromMinutes(5));
        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.FireDueTimersAsync(Token), Token)));
        _messages.Calls.ShouldBe(40);
    }

    private sealed class FailingMessages : IMessageSink
    {
        private readonly InMemoryMessageSink _sink = new();
        private int _calls;

        public int Failures { get; set; }

        public int Calls => _calls;

        public IReadOnlyList<OutboundMessages> Delivered => _sink.Delivered;

        public string[] Said => [.. Delivered.SelectMany(delivered => delivered.Messages).Select(message => message.Text)];

        public ValueTask DeliverAsync(OutboundMessages messages, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _calls);
            return Failures-- > 0 ? throw new InvalidOperationException("The channel is down.") : _sink.DeliverAsync(messages, cancellationToken);
        }
    }

    [Fact]
    public async Task SinkThatNeverEnds_IsGivenUpWhenItsTimeIsOver_AndHoldsUpNobodyForEver()
    {
        var never = new TaskCompletionSource();
        var host = new GuidanceHost(new FlowCatalog([Waiting]), _store, new GuidanceHostOptions { Tickets = new Hanging(never.Task), Time = _clock });
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        Task<TurnReply> reply = host.StepAsync("s", new CommandInput(GuidanceFlow.Commands.SessionCommand.Person), cancellationToken: Token);
        reply.IsCompleted.ShouldBeFalse();
        _clock.Advance(new OutboxPolicy().SinkTimeLimit);
        (await reply).Tickets.Count.ShouldBe(1);
        (await _store.ReadOutboxAsync("s", isDead: false, 0, 10, Token)).ShouldHaveSingleItem().Error.ShouldBe(nameof(TimeoutException));
    }

    private sealed class Hanging(Task never) : ITicketSink
    {
        public async ValueTask FileAsync(Ticket ticket, CancellationToken cancellationToken) => await never;
    }
}
