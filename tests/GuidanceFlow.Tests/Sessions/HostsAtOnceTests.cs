using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>Everything at once, over one store.</summary>
public sealed class HostsAtOnceTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly InMemorySessionStore _store = new();
    private readonly InMemoryMessageSink _messages = new();
    private readonly InMemoryTicketSink _tickets = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Flow Compile(string text) => FlowCompiler.Compile(FlowSource.FromText("f.json", text)).GetOrThrow();

    private GuidanceHost Host(Flow flow, GuidanceActions? actions = null, ISessionStore? store = null) => new(new FlowCatalog([flow]), store ?? _store, new GuidanceHostOptions { Tickets = _tickets, Messages = _messages, Time = _clock, Actions = actions ?? new() });

    [Fact]
    public async Task SeveralHosts_CustomersTimersSignalsAndActionsAtOnce_NothingIsLostAndNothingComesTwice()
    {
        Flow flow = Compile("""
            { "flow": "f", "fallback": { "attempts": 2, "goto": "file" }, "expiry": { "after": "PT3H" }, "silence": { "remind_after": "PT5M", "texts": [ "Still?" ], "give_up_after": "PT20M" },
              "actions": { "a": { "returns": { "n": "integer" } } }, "signals": { "go": "text" }, "data": { "n": { "type": "integer", "default": 0 } },
              "interrupts": { "why": { "phrases": [ "why" ], "steps": [ { "id": "sure", "type": "ask", "text": "Sure?", "answer": "yes_no" } ] } },
              "tickets": { "t": { "queue": "q", "respond_within": "PT2H", "subject": "s", "body": "b" } },
              "stages": [ { "id": "s", "steps": [
                { "id": "one", "type": "ask", "text": "One?", "answer": "yes_no" },
                { "id": "c", "type": "call", "action": "a", "save": { "n": "n" }, "retries": 2, "on_error": "one" },
                { "id": "w", "type": "wait", "text": "W.", "signal": "go", "timeout": { "after": "PT15M", "goto": "two" }, "answer": { "type": "choice", "options": [ "now" ] } },
                { "id": "two", "type": "ask", "text": "Two {{ n }}?", "answer": "yes_no", "next": [ { "when": "answers['two'] && n < 6", "goto": "one" }, { "goto": "bye" } ] },
                { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye." },
                { "id": "file", "type": "ticket", "ticket": "t" }, { "id": "lost", "type": "end", "outcome": "escalated" } ] } ] }
            """);
        var ran = new System.Collections.Concurrent.ConcurrentDictionary<(string, int), int>();
        var actions = new GuidanceActions().Add("a", async (call, _) =>
        {
            await Task.Yield();
            int n = ran.AddOrUpdate((call.Id, call.Attempt), 1, (_, before) => before + 1);
            return call.Attempt == 1 && call.Id.GetHashCode(StringComparison.Ordinal) % 2 == 0 ? throw new IOException() : ActionResult.Done(("n", Value.From(ran.Count % 9)));
        });
        var yielding = new YieldingStore(_store);
        GuidanceHost[] hosts = [Host(flow, actions, yielding), Host(flow, actions, yielding), Host(flow, actions, yielding)];
        for (int i = 0; i < 12; i++)
        {
            await hosts[0].StartAsync("f", new StartRequest { SessionId = $"s{i}" }, cancellationToken: Token);
        }

        var random = new Random(7);
        for (int round = 0; round < 60; round++)
        {
            _clock.Advance(TimeSpan.FromSeconds(random.Next(1, 240)));
            var tasks = new List<Task>();
            for (int i = 0; i < 12; i++)
            {
                string id = $"s{i}";
                string say = new[] { "yes", "yes", "now", "why", "no", "what", "back" }[random.Next(7)];
                GuidanceHost one = hosts[random.Next(3)];
                GuidanceHost other = hosts[random.Next(3)];
                string input = $"{round}";
                tasks.Add(Task.Run(() => one.AnswerAsync(id, say, input, cancellationToken: Token), Token));
                if (random.Next(3) == 0)
                {
                    tasks.Add(Task.Run(() => other.AnswerAsync(id, say, input, cancellationToken: Token), Token));
                }

                if (random.Next(3) == 0)
                {
                    tasks.Add(Task.Run(() => other.SignalAsync(id, "go", Value.From("x"), "g" + input, Token), Token));
                }
            }

            tasks.AddRange(hosts.Select(host => Task.Run(() => host.FireDueTimersAsync(Token), Token)));
            await Task.WhenAll(tasks);
        }

        ran.Values.ShouldAllBe(times => times == 1);
        _messages.Delivered.Select(delivered => delivered.Id).ShouldBeUnique();
        foreach (IGrouping<string, OutboundMessages> session in _messages.Delivered.GroupBy(delivered => delivered.SessionId))
        {
            session.Select(delivered => delivered.Turn).ShouldBeInOrder();
        }

        for (int i = 0; i < 12; i++)
        {
            IReadOnlyList<JournalEntry> journal = await _store.ReadJournalAsync($"s{i}", Token);
            journal.Select(entry => entry.Turn).ShouldBe(Enumerable.Range(1, journal.Count));
            journal.Where(entry => entry.InputId is not null).Select(entry => entry.InputId).ShouldBeUnique();
            GuidanceSession replayed = GuidanceFlow.Replay.SessionReplay.Run(new FlowCatalog([flow]), journal).Session!;
            SessionSnapshot.Write(replayed).ShouldBe((await _store.LoadAsync($"s{i}", Token))!.Snapshot.ToArray());
        }

        (await _store.ReadOutboxAsync(null, isDead: false, 0, 100, Token)).ShouldBeEmpty();
    }
}
