using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Handoffs;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceFlow.Tests.Outbox;

/// <summary>Whatever a session says when nobody waits, it says on its own channel.</summary>
public sealed class ChannelMessageSinkTests
{
    private static readonly Flow Help = Compile("""
        { "flow": "help", "fallback": { "goto": "bye" }, "silence": { "remind_after": "PT5M", "texts": [ "Still there?" ] },
          "stages": [ { "id": "s", "steps": [
            { "id": "ready", "type": "ask", "text": "Ready?", "answer": "yes_no" },
            { "id": "pause", "type": "wait", "text": "Ten minutes.", "for": "PT10M" },
            { "id": "over", "type": "say", "text": "The time is over." },
            { "id": "hand", "type": "handoff", "queue": "q", "text": "A colleague comes.", "situation": "x", "on_return": "bye", "timeout": { "after": "P1D", "goto": "bye" } },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye.", "follow_up": { "flow": "care", "after": "P1D" } } ] } ] }
        """);

    private static readonly Flow Care = Compile("""
        { "flow": "care", "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [ { "id": "holds", "type": "ask", "text": "Does it hold?", "answer": "yes_no" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """);

    private readonly ManualTimeProvider _clock = new();
    private readonly InMemorySessionStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Flow Compile(string text) => FlowCompiler.Compile(FlowSource.FromText("f.json", text)).GetOrThrow();

    private static string[] Of(InMemoryMessageSink sink) => [.. sink.Delivered.Select(delivered => $"{delivered.CustomerKey}: {string.Join(' ', delivered.Messages.Select(message => message.Text))}")];

    [Fact]
    public async Task Reminders_Waits_PeoplesWords_AndFollowUps_GoToTheChannelOfTheirSession()
    {
        InMemoryMessageSink chat = new(), email = new(), others = new();
        using ServiceProvider services = new ServiceCollection().AddSingleton<TimeProvider>(_clock)
            .AddGuidanceFlow(flow => flow.AddFlow(Help).AddFlow(Care).UseStore(_store).UseHandoffs(new InMemoryHandoffSink())
                .UseMessages("chat", new InMemoryMessageSink()).UseMessages("chat", chat).UseMessages("email", email).UseMessages(others)).BuildServiceProvider();
        GuidanceHost host = services.GetRequiredService<GuidanceHost>();
        (string Session, string? Channel)[] sessions = [("ann", "chat"), ("bo", "email"), ("cy", "fax"), ("di", null)];
        foreach ((string session, string? channel) in sessions)
        {
            await host.StartAsync("help", new StartRequest { SessionId = session, Channel = channel, CustomerKey = session }, cancellationToken: Token);
        }

        await PassAsync(host, TimeSpan.FromMinutes(5));
        foreach ((string session, _) in sessions)
        {
            await host.AnswerAsync(session, "yes", cancellationToken: Token);
        }

        await PassAsync(host, TimeSpan.FromMinutes(10));
        foreach ((string session, _) in sessions)
        {
            await host.StepAsync(session, new PersonMessageInput("Hi, Jo here."), cancellationToken: Token);
            await host.StepAsync(session, new PersonReturnInput(), cancellationToken: Token);
        }

        await PassAsync(host, TimeSpan.FromDays(1));
        Of(chat).ShouldBe(["ann: Still there?", "ann: The time is over. A colleague comes.", "ann: Hi, Jo here.", "ann: Bye.", "ann: Does it hold?"]);
        Of(email).ShouldBe(["bo: Still there?", "bo: The time is over. A colleague comes.", "bo: Hi, Jo here.", "bo: Bye.", "bo: Does it hold?"]);
        Of(others).Where(line => line.Contains("hold", StringComparison.Ordinal)).ShouldBe(["cy: Does it hold?", "di: Does it hold?"]);
    }

    [Fact]
    public async Task ChannelWithoutASink_IsADeliveryThatFails_AndComesAgain()
    {
        var host = new GuidanceHost(new FlowCatalog([Help, Care]), _store, new GuidanceHostOptions { Time = _clock, Messages = new ChannelMessageSink(new Dictionary<string, IMessageSink> { ["chat"] = new InMemoryMessageSink() }) });
        await host.StartAsync("help", new StartRequest { SessionId = "s", Channel = "email" }, cancellationToken: Token);
        await PassAsync(host, TimeSpan.FromMinutes(5));
        (await _store.ReadOutboxAsync("s", isDead: false, 0, 10, Token)).ShouldHaveSingleItem().Error.ShouldBe(nameof(InvalidOperationException));
    }

    private async Task PassAsync(GuidanceHost host, TimeSpan time)
    {
        _clock.Advance(time);
        await host.FireDueTimersAsync(Token);
    }
}
