using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>Timers and signals in a host, on a clock that tests move.</summary>
public sealed class TimerTests
{
    private static readonly Flow Waiting = FlowCompiler.Compile(FlowSource.FromText("f.json", """
        { "flow": "f", "fallback": { "goto": "file" }, "signals": { "order": { "type": "object", "fields": { "number": "text", "note": { "type": "text", "optional": true } } }, "ready": "text" }, "starts_on": [ "order" ],
          "inputs": { "number": { "type": "text", "default": "none" } }, "data": { "said": { "type": "text", "default": "" } },
          "tickets": { "t": { "queue": "q", "respond_within": "PT2H", "subject": "s", "body": "{{ fallback.reason }}" } },
          "stages": [ { "id": "s", "steps": [
            { "id": "one", "type": "ask", "text": "One of {{ number }}?", "answer": "yes_no", "silence": { "remind_after": "PT5M", "give_up_after": "PT30M" } },
            { "id": "pause", "type": "wait", "signal": { "name": "ready", "save": "said" }, "timeout": { "after": "PT1H", "goto": "file" }, "text": "A moment." },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye {{ said }}." },
            { "id": "file", "type": "ticket", "ticket": "t" },
            { "id": "lost", "type": "end", "outcome": "escalated" } ] } ] }
        """)).GetOrThrow();

    private readonly ManualTimeProvider _clock = new();
    private readonly InMemorySessionStore _store = new();
    private readonly InMemoryTicketSink _tickets = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GuidanceHost Host(ISessionStore? store = null, params Flow[] flows) => new(new FlowCatalog(flows.Length == 0 ? [Waiting] : flows), store ?? _store, _tickets, _clock);

    private async Task<TurnReply> StartAsync(GuidanceHost host, string session = "s") => await host.StartAsync("f", new StartRequest { SessionId = session }, cancellationToken: Token);

    private async Task<string[]> JournalAsync(string session = "s") => [.. (await _store.ReadJournalAsync(session, Token)).Select(entry => $"{entry.Kind} {entry.Source ?? entry.Raw}".TrimEnd())];

    [Fact]
    public async Task Timers_FireWhenTheyAreDue_InTheirOrder()
    {
        GuidanceHost host = Host();
        await StartAsync(host);
        (await host.FireDueTimersAsync(Token)).ShouldBe(0);
        _clock.Advance(TimeSpan.FromMinutes(5));
        (await host.FireDueTimersAsync(Token)).ShouldBe(1);
        (await host.FireDueTimersAsync(Token)).ShouldBe(0);
        _clock.Advance(TimeSpan.FromMinutes(25));
        (await host.FireDueTimersAsync(Token)).ShouldBe(1);
        (await JournalAsync()).ShouldBe(["Start", "Timer remind", "Timer give_up"]);
        _tickets.Tickets.ShouldHaveSingleItem().Body.ShouldBe("silence");
        _clock.Advance(TimeSpan.FromDays(1));
        (await host.FireDueTimersAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task Timers_OfManySessions_FireTheEarliestFirst()
    {
        var recorded = new RecordingStore(_store);
        GuidanceHost host = Host(recorded);
        string[] sessions = [.. Enumerable.Range(0, 250).Select(i => $"s{(i * 7) % 250:000}")];
        foreach (string session in sessions)
        {
            await StartAsync(host, session);
            _clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        recorded.Commits.Clear();
        _clock.Advance(TimeSpan.FromMinutes(10));
        (await host.FireDueTimersAsync(Token)).ShouldBe(250);
        recorded.Commits.Select(commit => commit.Session.SessionId).ShouldBe(sessions);
    }

    [Fact]
    public async Task AnotherHostOverTheSameStore_GoesOnWithTheTimers()
    {
        await StartAsync(Host());
        _clock.Advance(TimeSpan.FromMinutes(5));
        (await Host().FireDueTimersAsync(Token)).ShouldBe(1);
        await Host().AnswerAsync("s", "yes", cancellationToken: Token);
        _clock.Advance(TimeSpan.FromHours(1));
        (await Host().FireDueTimersAsync(Token)).ShouldBe(1);
        (await JournalAsync()).ShouldBe(["Start", "Timer remind", "Answer yes", "Timer wait"]);
        _tickets.Tickets.Count.ShouldBe(1);
    }

    [Fact]
    public async Task SeveralHostsAtOnce_FireEachTimerOnce()
    {
        var store = new YieldingStore(_store);
        GuidanceHost[] hosts = [Host(store), Host(store), Host(store), Host(store)];
        for (int i = 0; i < 20; i++)
        {
            await StartAsync(hosts[0], $"s{i}");
        }

        _clock.Advance(TimeSpan.FromMinutes(5));
        int[] fired = await Task.WhenAll(hosts.Select(host => Task.Run(() => host.FireDueTimersAsync(Token), Token)));
        fired.Sum().ShouldBe(20);
        for (int i = 0; i < 20; i++)
        {
            (await JournalAsync($"s{i}")).ShouldBe(["Start", "Timer remind"]);
        }
    }

    [Fact]
    public async Task TimerThatCannotBeFired_IsTriedAgainEverMoreSeldom_AndHoldsUpNobody()
    {
        await StartAsync(Host(), "a");
        Flow other = Flows.FromText(Flows.TextOf(Flows.YesNo("r")).Replace("\"flow\": \"f\"", "\"flow\": \"g\"", StringComparison.Ordinal));
        var counting = new CountingLoads(_store);
        GuidanceHost lacking = Host(counting, other);
        _clock.Advance(TimeSpan.FromMinutes(5));
        (await lacking.FireDueTimersAsync(Token)).ShouldBe(0);
        int[] loads = new int[4];
        foreach (int i in Enumerable.Range(0, 4))
        {
            _clock.Advance(TimeSpan.FromSeconds(5));
            await lacking.FireDueTimersAsync(Token);
            loads[i] = counting.Loads;
        }

        loads.ShouldBe([2, 2, 3, 3], "after 5 seconds, then after 10 more");
        (await Host().FireDueTimersAsync(Token)).ShouldBe(1, "a host that has the flow fires it");
    }

    [Fact]
    public async Task ManyTimersThatCannotBeFired_AreEachLookedAtOnce_AndThoseBehindThemFire()
    {
        GuidanceHost host = Host();
        for (int i = 0; i < 101; i++)
        {
            await StartAsync(host, $"s{i}");
        }

        _clock.Advance(TimeSpan.FromSeconds(1));
        Flow other = Flows.FromText(Flows.TextOf(Flows.YesNo("r", "\"silence\": { \"remind_after\": \"PT5M\" }")).Replace("\"flow\": \"f\"", "\"flow\": \"g\"", StringComparison.Ordinal));
        GuidanceHost lacking = Host(new FewLooks(_store), other);
        await lacking.StartAsync("g", new StartRequest { SessionId = "z" }, cancellationToken: Token);
        _clock.Advance(TimeSpan.FromMinutes(5));
        (await lacking.FireDueTimersAsync(Token)).ShouldBe(1);
    }

    private sealed class FewLooks(ISessionStore store) : StoreBehind(store)
    {
        private int _looks;

        public override ValueTask<IReadOnlyList<DueTimer>> ReadDueTimersAsync(DateTimeOffset now, DueTimer? after, int limit, CancellationToken cancellationToken) =>
            ++_looks > 5 ? throw new InvalidOperationException("It looks again and again.") : base.ReadDueTimersAsync(now, after, limit, cancellationToken);
    }

    [Fact]
    public async Task AnswerThatCameFirst_MakesTheTimerMeanNothing()
    {
        var store = new YieldingStore(_store);
        GuidanceHost host = Host(store);
        await StartAsync(host);
        _clock.Advance(TimeSpan.FromMinutes(5));
        store.BeforeLoad = () => Host().AnswerAsync("s", "yes", cancellationToken: Token);
        (await host.FireDueTimersAsync(Token)).ShouldBe(0);
        (await JournalAsync()).ShouldBe(["Start", "Answer yes"]);
    }

    [Fact]
    public async Task Signal_ReachesASessionThatWaits_OrStartsOne()
    {
        GuidanceHost host = Host();
        TurnReply started = await host.SignalAsync("s", "order", Conversation.Object(("number", Value.From("A7"))), "i1", Token);
        started.Messages.Select(message => message.Text).ShouldBe(["One of A7?"]);
        (await host.SignalAsync("s", "order", Conversation.Object(("number", Value.From("A7"))), "i1", Token)).ShouldBe(started);
        (await host.SignalAsync("s", "ready", Value.From("now"), cancellationToken: Token)).Reason.ShouldBe(TurnReason.UnexpectedSignal);
        await host.AnswerAsync("s", "yes", cancellationToken: Token);
        TurnReply ended = await host.SignalAsync("s", "ready", Value.From("now"), "i2", Token);
        ended.Messages.Select(message => message.Text).ShouldBe(["Bye now."]);
        (await host.SignalAsync("s", "ready", Value.From("now"), "i2", Token)).ShouldBe(ended);
        (await host.SignalAsync("nobody", "ready", Value.From("now"), cancellationToken: Token)).Reason.ShouldBe(TurnReason.NotFound);
    }

    [Fact]
    public async Task BackgroundService_FiresWhatIsDue()
    {
        var fired = new SignallingStore(_store);
        using ServiceProvider services = new ServiceCollection().AddSingleton<TimeProvider>(_clock)
            .AddGuidanceFlow(flow => flow.AddFlow(Waiting).UseStore(fired).UseTickets(_tickets).RunInBackground(TimeSpan.FromSeconds(2)).RunInBackground(TimeSpan.FromSeconds(1))).BuildServiceProvider();
        IHostedService worker = services.GetServices<IHostedService>().ShouldHaveSingleItem();
        await StartAsync(services.GetRequiredService<GuidanceHost>());
        await worker.StartAsync(Token);
        await fired.Looked.WaitAsync(TimeSpan.FromSeconds(30), Token);
        Task next = fired.Next();
        _clock.Advance(TimeSpan.FromMinutes(5));
        await next.WaitAsync(TimeSpan.FromSeconds(30), Token);
        (await JournalAsync()).ShouldBe(["Start", "Timer remind"]);
        await worker.StopAsync(Token);
    }

    [Fact]
    public async Task BackgroundService_OutlivesAStoreThatFails()
    {
        var faulty = new FaultyStore(_store) { FailAt = 1 };
        var fired = new SignallingStore(faulty);
        using ServiceProvider services = new ServiceCollection().AddSingleton<TimeProvider>(_clock)
            .AddGuidanceFlow(flow => flow.AddFlow(Waiting).UseStore(fired).UseTickets(_tickets).RunInBackground()).BuildServiceProvider();
        await StartAsync(Host());
        IHostedService worker = services.GetServices<IHostedService>().ShouldHaveSingleItem();
        await worker.StartAsync(Token);
        await fired.Looked.WaitAsync(TimeSpan.FromSeconds(30), Token);
        Task next = fired.Next();
        _clock.Advance(TimeSpan.FromMinutes(5));
        await next.WaitAsync(TimeSpan.FromSeconds(30), Token);
        faulty.Calls.ShouldBeGreaterThan(1);
        await worker.StopAsync(Token);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(864_000_001)]
    public void BackgroundService_WantsAnInterval(int tenths) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ServiceCollection().AddGuidanceFlow(flow => flow.RunInBackground(TimeSpan.FromMilliseconds(tenths / 10.0))));

    private sealed class CountingLoads(ISessionStore store) : StoreBehind(store)
    {
        public int Loads { get; private set; }

        public override ValueTask<StoredSession?> LoadAsync(string sessionId, CancellationToken cancellationToken)
        {
            Loads++;
            return base.LoadAsync(sessionId, cancellationToken);
        }
    }

    /// <summary>Tells when timers are looked at, and when a turn is committed.</summary>
    private sealed class SignallingStore(ISessionStore store) : StoreBehind(store)
    {
        private readonly TaskCompletionSource _looked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Looked => _looked.Task;

        public Task Next() => (_committed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        public override async ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken)
        {
            CommitResult result = await base.CommitAsync(commit, cancellationToken);
            _committed.TrySetResult();
            return result;
        }

        public override async ValueTask<IReadOnlyList<DueTimer>> ReadDueTimersAsync(DateTimeOffset now, DueTimer? after, int limit, CancellationToken cancellationToken)
        {
            try
            {
                return await base.ReadDueTimersAsync(now, after, limit, cancellationToken);
            }
            finally
            {
                _looked.TrySetResult();
            }
        }
    }
}
