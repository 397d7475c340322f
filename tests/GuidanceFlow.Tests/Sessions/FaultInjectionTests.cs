using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Handoffs;
using GuidanceFlow.History;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>
/// One point at which a host reaches outside fails, before or after it did its work, each in turn; whoever sent an input sends it again. In the end all is as if nothing had failed: the same tickets, messages,
/// handoffs and actions, each once by its id, and the same journal.
/// </summary>
public sealed class FaultInjectionTests
{
    private static readonly Flow Everything = FlowCompiler.Compile(FlowSource.FromText("f.json", """
        { "flow": "f", "remembers": [ "state" ], "fallback": { "goto": "file" }, "signals": { "paid": "text" },
          "actions": { "find": { "with": { "number": "text" }, "returns": { "state": "text" } } },
          "inputs": { "history": { "type": "list", "of": { "type": "object", "fields": { "flow": "text" } }, "default": [] } },
          "data": { "number": { "type": "text", "default": "?" }, "state": { "type": "text", "optional": true }, "reference": { "type": "text", "optional": true } },
          "tickets": { "t": { "queue": "q", "respond_within": "PT2H", "subject": "s", "body": "{{ state ?? 'none' }} {{ reference ?? 'none' }}" } },
          "stages": [ { "id": "s", "steps": [
            { "id": "which", "type": "ask", "text": "Which?", "answer": "text", "save": "number", "silence": { "remind_after": "PT5M" } },
            { "id": "find", "type": "call", "action": "find", "with": { "number": "number" }, "save": { "state": "state" }, "text": "One moment.", "retries": { "times": 3, "after": "PT10S" } },
            { "id": "pay", "type": "wait", "text": "It is {{ state }}. Please pay.", "signal": { "name": "paid", "save": "reference" }, "timeout": { "after": "P1D", "goto": "file" } },
            { "id": "hand", "type": "handoff", "queue": "people", "text": "A colleague comes.", "situation": "{{ state }}", "on_return": "file" },
            { "id": "file", "type": "ticket", "ticket": "t", "text": "Filed." },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye.", "follow_up": { "flow": "g", "after": "PT10H" } } ] } ] }
        """)).GetOrThrow();

    private static readonly Flow After = FlowCompiler.Compile(FlowSource.FromText("g.json", """
        { "flow": "g", "stages": [ { "id": "s", "steps": [ { "id": "hope", "type": "say", "text": "We hope all is well." }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """)).GetOrThrow();

    private static readonly (string Id, Func<GuidanceHost, string, Task<TurnReply>> Send)[] Script =
    [
        ("start", static (host, id) => host.StartAsync("f", new StartRequest { SessionId = "s", CustomerKey = "c" }, id)),
        ("wait 7 minutes", static (_, _) => Task.FromResult<TurnReply>(null!)),
        ("answer", static (host, id) => host.AnswerAsync("s", "A7", id)),
        ("pay", static (host, id) => host.SignalAsync("s", "paid", Value.From("R1"), id)),
        ("hello", static (host, id) => host.AnswerAsync("s", "Hello?", id)),
        ("write", static (host, id) => host.StepAsync("s", new PersonMessageInput("Hi.") { By = "jo" }, id)),
        ("return", static (host, id) => host.StepAsync("s", new PersonReturnInput { By = "jo" }, id)),
        ("wait 11 hours", static (_, _) => Task.FromResult<TurnReply>(null!)),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhateverFails_NothingIsLost_AndNothingComesTwice(bool afterwards)
    {
        World whole = await RunAsync(failAt: 0, afterwards);
        whole.Points.ShouldBeGreaterThan(60);
        whole.Happened().ShouldBe(
        [
            "action s find A7", "behind It is found. Please pay.", "handed over s", "history s resolved", "relayed s Hello?",
            "said in reply: One moment.", "said in reply: Which?", "said s A colleague comes.", "said s Filed. Bye.", "said s Hi.", "said s Which?", "said s We hope all is well.",
            "ticket s found R1",
        ], ignoreOrder: true);
        for (int point = 1; point <= whole.Points; point++)
        {
            World world = await RunAsync(point, afterwards);
            string at = $"point {point}, {world.Failed}";
            world.Failed.ShouldNotBeNull(at);
            world.Happened().ShouldBe(whole.Happened(), ignoreOrder: true, at);
            world.Ids.ShouldBe(world.Ids.Distinct(), at);
            if (world.Failed != "action")
            {
                // An action that fails is tried again, which is two more turns.
                (await world.JournalAsync()).ShouldBe(await whole.JournalAsync(), at);
            }
        }
    }

    private static async Task<World> RunAsync(int failAt, bool afterwards)
    {
        var world = new World { FailAt = failAt, Afterwards = afterwards };
        foreach ((string id, Func<GuidanceHost, string, Task<TurnReply>> send) in Script)
        {
            if (id.StartsWith("wait", StringComparison.Ordinal))
            {
                await world.PassAsync(id == "wait 11 hours" ? TimeSpan.FromHours(11) : TimeSpan.FromMinutes(7));
                continue;
            }

            TurnReply reply = await world.InsistAsync(host => send(host, id));
            reply.Result.ShouldBe(TurnResult.Accepted, $"{id} at point {failAt} ({world.Failed})");
            if (id is "start" or "answer")
            {
                world.Heard(reply);
            }

            // Long enough for whatever failed to be tried again, also after a host that vanished.
            await world.PassAsync(id == "start" ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(6));
        }

        await world.PassAsync(TimeSpan.FromMinutes(20));
        (await world.Store.ReadOutboxAsync(null, isDead: false, 0, 10, CancellationToken.None)).ShouldBeEmpty($"point {failAt}, {world.Failed}");
        (await world.Store.ReadOutboxAsync(null, isDead: true, 0, 10, CancellationToken.None)).ShouldBeEmpty($"point {failAt}, {world.Failed}");
        return world;
    }

    /// <summary>Everything a host reaches outside, of which one call fails.</summary>
    private sealed class World : ITicketSink, IMessageSink, IHandoffSink, ICustomerHistory
    {
        private readonly ManualTimeProvider _clock = new();
        private readonly HashSet<string> _seen = [];
        private readonly List<string> _happened = [];
        private readonly InMemoryCustomerHistory _history = new();

        public InMemorySessionStore Store { get; } = new();

        public int FailAt { get; init; }

        public bool Afterwards { get; init; }

        public int Points { get; private set; }

        public string? Failed { get; private set; }

        /// <summary>The ids of all that happened; who gets one again does nothing again.</summary>
        public List<string> Ids { get; } = [];

        public string[] Happened() => [.. _happened.Order(StringComparer.Ordinal)];

        public async Task<string[]> JournalAsync() => [.. (await Store.ReadJournalAsync("s", CancellationToken.None)).Select(entry => $"{entry.Turn} {entry.Kind} {entry.InputId?.Split(':')[^1]} {entry.Result} {entry.Code}")];

        public void Heard(TurnReply reply)
        {
            // A reply may lack what came behind its turn when that was delivered instead.
            for (int i = 0; i < reply.Messages.Count; i++)
            {
                _happened.Add((i == 0 ? "said in reply: " : "behind ") + reply.Messages[i].Text);
            }
        }

        public async Task<TurnReply> InsistAsync(Func<GuidanceHost, Task<TurnReply>> send)
        {
            while (true)
            {
                try
                {
                    return await send(Host());
                }
                catch (IOException)
                {
                    await PassAsync(TimeSpan.FromSeconds(1));
                }
            }
        }

        /// <summary>Time passes, in steps in which a new host looks at what is due.</summary>
        public async Task PassAsync(TimeSpan time)
        {
            TimeSpan step = time > TimeSpan.FromHours(1) ? TimeSpan.FromHours(1) : time > TimeSpan.FromMinutes(1) ? TimeSpan.FromSeconds(30) : time;
            for (TimeSpan passed = TimeSpan.Zero; passed < time; passed += step)
            {
                _clock.Advance(step);
                try
                {
                    await Host().FireDueTimersAsync(CancellationToken.None);
                }
                catch (IOException)
                {
                    // It looks again.
                }
            }
        }

        public ValueTask FileAsync(Ticket ticket, CancellationToken cancellationToken) => Do("ticket", ticket.Id, $"ticket s {ticket.Body}");

        public ValueTask DeliverAsync(OutboundMessages messages, CancellationToken cancellationToken)
        {
            string text = string.Join(' ', messages.Messages.Select(message => message.Text));
            return Do("message", messages.Id, text.StartsWith("It is", StringComparison.Ordinal) ? "behind " + text : "said s " + text);
        }

        public ValueTask HandOverAsync(Handoff handoff, CancellationToken cancellationToken) => Do("handoff", handoff.Id, "handed over s");

        public ValueTask RelayAsync(CustomerMessage message, CancellationToken cancellationToken) => Do("relay", message.Id, "relayed s " + message.Text);

        public ValueTask WithdrawAsync(Withdrawal withdrawal, CancellationToken cancellationToken) => Do("withdrawal", withdrawal.Id, "withdrawn s");

        public async ValueTask<IReadOnlyList<PastSession>> ReadAsync(string customerKey, CancellationToken cancellationToken)
        {
            await Do("history", null, null);
            return await _history.ReadAsync(customerKey, cancellationToken);
        }

        public ValueTask AddAsync(PastSession session, CancellationToken cancellationToken) =>
            Do("history", "history " + session.SessionId, session.SessionId == "s" ? $"history s {session.Outcome.ToString().ToLowerInvariant()}" : null);

        private async ValueTask<ActionResult> FindAsync(ActionCall call)
        {
            await Do("action", "action " + call.Id, $"action s {call.Action} {(call.Argument("number").TryGetText(out string? number) ? number : null)}");
            return ActionResult.Done(("state", Value.From("found")));
        }

        private ValueTask Do(string what, string? id, string? happens)
        {
            bool fails = Fails(what);
            if ((!fails || Afterwards) && id is not null && _seen.Add(id))
            {
                Ids.Add(id);
                if (happens is not null)
                {
                    _happened.Add(happens);
                }
            }

            return fails ? throw new IOException($"{what} failed.") : ValueTask.CompletedTask;
        }

        private bool Fails(string what)
        {
            if (++Points != FailAt)
            {
                return false;
            }

            Failed = what;
            return true;
        }

        // A host keeps nothing that the store does not have.
        private GuidanceHost Host() => new(new FlowCatalog([Everything, After]), new Faulty(Store, this), new GuidanceHostOptions
        {
            Tickets = this,
            Messages = this,
            Handoffs = this,
            History = this,
            Time = _clock,
            Actions = new GuidanceActions().Add("find", (call, _) => FindAsync(call)),
        });

        private sealed class Faulty(ISessionStore store, World world) : StoreBehind(store)
        {
            protected override async ValueTask<T> Call<T>(Func<ValueTask<T>> call)
            {
                bool fails = world.Fails("store");
                if (fails && !world.Afterwards)
                {
                    throw new IOException("The store failed before it did anything.");
                }

                T result = await call();
                return fails ? throw new IOException("The store failed after it did everything.") : result;
            }
        }
    }
}
