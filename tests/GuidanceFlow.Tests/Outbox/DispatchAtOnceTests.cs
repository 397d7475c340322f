using System.Threading.Channels;
using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuidanceFlow.Tests.Outbox;

/// <summary>An action that takes long holds up its own session, and no other.</summary>
public sealed class DispatchAtOnceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Flow Looking = FlowCompiler.Compile(FlowSource.FromText("f.json", """
        { "flow": "f", "fallback": { "goto": "bye" }, "actions": { "look": { "returns": {} } },
          "stages": [ { "id": "s", "steps": [
            { "id": "pause", "type": "wait", "text": "A minute, please.", "for": "PT1M" },
            { "id": "look", "type": "call", "action": "look", "timeout": "PT2M" },
            { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """)).GetOrThrow();

    private readonly ManualTimeProvider _clock = new();
    private readonly InMemorySessionStore _store = new();
    private readonly Channel<string> _begun = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async ValueTask<ActionResult> Look(ActionCall call, CancellationToken cancellationToken)
    {
        await _begun.Writer.WriteAsync(call.SessionId, cancellationToken);
        await _gate.Task;
        return ActionResult.Done();
    }

    private GuidanceHost Host(int mostAtOnce) => new(new FlowCatalog([Looking]), _store, new GuidanceHostOptions
    {
        Time = _clock,
        Actions = new GuidanceActions().Add("look", Look),
        Outbox = new OutboxPolicy { MostAtOnce = mostAtOnce },
    });

    private static async Task StartAsync(GuidanceHost host, params string[] sessions)
    {
        foreach (string session in sessions)
        {
            await host.StartAsync("f", new StartRequest { SessionId = session }, cancellationToken: Token);
        }
    }

    private Task<string> NextAsync() => _begun.Reader.ReadAsync(Token).AsTask().WaitAsync(Patience, Token);

    private async Task<JournalEntryKind[]> JournalAsync(string session) => [.. (await _store.ReadJournalAsync(session, Token)).Select(entry => entry.Kind)];

    [Fact]
    public async Task SlowAction_HoldsUpNeitherTimersNorActionsOfOthers()
    {
        GuidanceHost host = Host(mostAtOnce: 2);
        await StartAsync(host, "a", "b", "c");
        _clock.Advance(TimeSpan.FromMinutes(1));
        Task<int> firing = host.FireDueTimersAsync(Token);
        string[] begun = [await NextAsync(), await NextAsync()];
        begun.ShouldBe(["a", "b"]);
        (await JournalAsync("c")).ShouldBe([JournalEntryKind.Start, JournalEntryKind.Timer], "its timer fired, its action waits for a place");
        _begun.Reader.TryRead(out _).ShouldBeFalse();
        _gate.SetResult();
        (await firing).ShouldBe(3);
        (await NextAsync()).ShouldBe("c");
        foreach (string session in (string[])["a", "b", "c"])
        {
            (await JournalAsync(session)).ShouldBe([JournalEntryKind.Start, JournalEntryKind.Timer, JournalEntryKind.Action]);
        }
    }

    [Fact]
    public async Task BackgroundService_FiresWhatBecomesDue_WhileASlowActionIsUnderWay()
    {
        using ServiceProvider services = new ServiceCollection().AddSingleton<TimeProvider>(_clock)
            .AddGuidanceFlow(flow => flow.AddFlow(Looking).UseStore(_store).AddAction("look", Look).RunInBackground(TimeSpan.FromSeconds(1))).BuildServiceProvider();
        GuidanceHost host = services.GetRequiredService<GuidanceHost>();
        IHostedService worker = services.GetServices<IHostedService>().ShouldHaveSingleItem();
        await StartAsync(host, "a");
        _clock.Advance(TimeSpan.FromMinutes(1));
        await worker.StartAsync(Token);
        (await NextAsync()).ShouldBe("a");
        await StartAsync(host, "b");
        Task<string> next = NextAsync();
        for (int i = 0; i < 90 && !next.IsCompleted; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await next).ShouldBe("b");
        (await JournalAsync("a")).ShouldBe([JournalEntryKind.Start, JournalEntryKind.Timer], "it is still under way");
        _gate.SetResult();
        await worker.StopAsync(Token);
    }

    [Fact]
    public async Task Stopping_EndsWhatIsUnderWay_AndLeavesItToTheNext()
    {
        using ServiceProvider services = new ServiceCollection().AddSingleton<TimeProvider>(_clock)
            .AddGuidanceFlow(flow => flow.AddFlow(Looking).UseStore(_store).AddAction("look", Look).RunInBackground(TimeSpan.FromSeconds(1))).BuildServiceProvider();
        IHostedService worker = services.GetServices<IHostedService>().ShouldHaveSingleItem();
        await StartAsync(services.GetRequiredService<GuidanceHost>(), "a");
        _clock.Advance(TimeSpan.FromMinutes(1));
        await worker.StartAsync(Token);
        (await NextAsync()).ShouldBe("a");
        await worker.StopAsync(Token).WaitAsync(Patience, Token);
        (await JournalAsync("a")).ShouldBe([JournalEntryKind.Start, JournalEntryKind.Timer]);
        _gate.SetResult();
        _clock.Advance(new OutboxPolicy().Lease);
        await Host(mostAtOnce: 1).FireDueTimersAsync(Token);
        (await JournalAsync("a")).ShouldBe([JournalEntryKind.Start, JournalEntryKind.Timer, JournalEntryKind.Action]);
    }
}
