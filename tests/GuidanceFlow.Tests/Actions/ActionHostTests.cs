using System.Text.Json.Serialization;
using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing;
using GuidanceFlow.Tests.Sessions;
using GuidanceFlow.Tests.Telemetry;
using GuidanceFlow.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GuidanceFlow.Tests.Actions;

/// <summary>Actions in a host: typed, in time, once as far as that can be, and with one reply where somebody waits.</summary>
public sealed class ActionHostTests
{
    private static readonly Flow Orders = Compile(string.Empty);

    private readonly ManualTimeProvider _clock = new();
    private readonly InMemorySessionStore _store = new();
    private readonly InMemoryTicketSink _tickets = new();
    private readonly InMemoryMessageSink _messages = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Flow Compile(string more) => FlowCompiler.Compile(FlowSource.FromText("f.json", $$"""
        { "flow": "f", "fallback": { "goto": "file" },
          "actions": { "order.find": { "with": { "number": "text" }, "returns": { "state": "text", "days": { "type": "integer", "optional": true } }, "errors": [ "gone" ] } },
          "data": { "number": { "type": "text", "default": "?" }, "state": { "type": "text", "default": "unknown" } },
          "tickets": { "t": { "queue": "q", "respond_within": "PT2H", "subject": "s", "body": "{{ "{{" }} error.code {{ "}}" }}" } },
          "stages": [ { "id": "s", "steps": [
            { "id": "which", "type": "ask", "text": "Which?", "answer": "text", "save": "number" },
            { "id": "find", "type": "call", "action": "order.find", "with": { "number": "number" }, "save": { "state": "state" }, "text": "One moment.", "on_error": [ { "when": "error.code == 'gone'", "goto": "gone" }, { "goto": "file" } ]{{more}} },
            { "id": "more", "type": "ask", "text": "It is {{ "{{" }} state {{ "}}" }}. More?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "which" }, { "goto": "bye" } ] },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye." },
            { "id": "gone", "type": "end", "outcome": "unresolved", "text": "Gone." },
            { "id": "file", "type": "ticket", "ticket": "t", "text": "Filed." },
            { "id": "lost", "type": "end", "outcome": "escalated" } ] } ] }
        """)).GetOrThrow();

    private GuidanceHost Host(Func<ActionCall, CancellationToken, ValueTask<ActionResult>> find, Flow? flow = null, ISessionStore? store = null) => new(new FlowCatalog([flow ?? Orders]), store ?? _store, new GuidanceHostOptions
    {
        Tickets = _tickets,
        Messages = _messages,
        Time = _clock,
        Actions = new GuidanceActions().Add("order.find", find),
    });

    private static ValueTask<ActionResult> Found(ActionCall call, CancellationToken cancellationToken) => ValueTask.FromResult(ActionResult.Done(("state", Value.From("found " + (call.Argument("number").TryGetText(out string? number) ? number : null)))));

    private static string[] Said(TurnReply reply) => [.. reply.Messages.Select(message => message.Text)];

    private async Task<GuidanceHost> StartAsync(GuidanceHost host)
    {
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        return host;
    }

    [Fact]
    public async Task WhoWaits_GetsOneReply_WithWhatComesOfTheAction()
    {
        GuidanceHost host = await StartAsync(Host(Found));
        TurnReply reply = await host.AnswerAsync("s", "A7", "i1", cancellationToken: Token);
        Said(reply).ShouldBe(["One moment.", "It is found A7. More?"]);
        (reply.Result, reply.Status, reply.Turn, reply.Step).ShouldBe((TurnResult.Accepted, SessionStatus.Waiting, 3, "more"));
        reply.Entered.ShouldBe(["find", "more"]);
        reply.Expects!.Type.ShouldBe("yes_no");
        await host.DispatchPendingAsync(Token);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await host.DispatchPendingAsync(Token);
        _messages.Delivered.ShouldBeEmpty();
        (await _store.ReadJournalAsync("s", Token)).Select(entry => entry.Kind).ShouldBe([JournalEntryKind.Start, JournalEntryKind.Answer, JournalEntryKind.Action]);
    }

    [Fact]
    public async Task TypedAction_TakesAndGivesObjects()
    {
        using ServiceProvider services = new ServiceCollection().AddSingleton<TimeProvider>(_clock)
            .AddGuidanceFlow(flow => flow.AddFlow(Orders).AddAction("order.find", OrderJson.Default.FindOrder, OrderJson.Default.OrderState, static (order, call, _) =>
                ValueTask.FromResult(order.Number == "B8" ? throw new ActionException("gone", "No such order.") : new OrderState($"sent {order.Number} of {call.SessionId}", 3))))
            .BuildServiceProvider();
        GuidanceHost host = await StartAsync(services.GetRequiredService<GuidanceHost>());
        Said(await host.AnswerAsync("s", "A7", cancellationToken: Token)).ShouldBe(["One moment.", "It is sent A7 of s. More?"]);
        await host.AnswerAsync("s", "yes", cancellationToken: Token);
        Said(await host.AnswerAsync("s", "B8", cancellationToken: Token)).ShouldBe(["One moment.", "Gone."]);
    }

    [Fact]
    public async Task ActionThatIsAClass_IsMadeByTheServices()
    {
        using ServiceProvider services = new ServiceCollection().AddSingleton(new Answers("from a service"))
            .AddGuidanceFlow(flow => flow.AddFlow(Orders).AddAction<FindOrderAction>("order.find")).BuildServiceProvider();
        GuidanceHost host = await StartAsync(services.GetRequiredService<GuidanceHost>());
        Said(await host.AnswerAsync("s", "A7", cancellationToken: Token)).ShouldBe(["One moment.", "It is from a service. More?"]);
    }

    [Fact]
    public void MissingAction_IsAnErrorAtStartUp() =>
        Should.Throw<ActionMismatchException>(() => new GuidanceHost(new FlowCatalog([Orders]), _store, new GuidanceHostOptions { Actions = new GuidanceActions().Add("order.fnd", Found) }))
            .Problems.ShouldBe(["The flow 'f' (version 1) needs the action 'order.find', which nobody added. There are 'order.fnd'."]);

    [Fact]
    public void ActionOfAnotherShape_IsAnErrorAtStartUp() =>
        Should.Throw<ActionMismatchException>(() => new GuidanceHost(new FlowCatalog([Orders]), _store, new GuidanceHostOptions
        {
            Actions = new GuidanceActions().Add("order.find", OrderJson.Default.OrderState, OrderJson.Default.FindOrder, static (_, _, _) => ValueTask.FromResult(new FindOrder("x"))),
        })).Problems.ShouldBe(
        [
            "The action 'order.find' does not fit the flow 'f' (version 1): it takes no 'number' (but 'state', 'days').",
            "The action 'order.find' does not fit the flow 'f' (version 1): it does not give back 'state' (but 'number').",
            "The action 'order.find' does not fit the flow 'f' (version 1): it does not give back 'days' (but 'number').",
        ]);

    [Fact]
    public void ActionWithAValueOfAnotherType_IsAnErrorAtStartUp() =>
        Should.Throw<ActionMismatchException>(() => new GuidanceActions().Add("order.find", OrderJson.Default.FindOrder, OrderJson.Default.WrongState, static (_, _, _) => ValueTask.FromResult(new WrongState(1, 2))).Check(new FlowCatalog([Orders])))
            .Problems.ShouldBe(["The action 'order.find' does not fit the flow 'f' (version 1): it gives back 'state' as integer, where the flow has text."]);

    [Fact]
    public async Task ActionThatThrows_Fails()
    {
        GuidanceHost host = await StartAsync(Host((_, _) => throw new InvalidOperationException("secret")));
        Said(await host.AnswerAsync("s", "A7", cancellationToken: Token)).ShouldBe(["One moment.", "Filed."]);
        _tickets.Tickets.ShouldHaveSingleItem().Body.ShouldBe("failed");
    }

    [Fact]
    public async Task ActionThatTakesTooLong_IsGivenUp_AndCancelled()
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        GuidanceHost host = await StartAsync(Host(async (_, token) =>
        {
            await using CancellationTokenRegistration registered = token.Register(cancelled.SetResult);
            begun.SetResult();
            await new TaskCompletionSource().Task.WaitAsync(CancellationToken.None);
            return ActionResult.Done();
        }));
        Task<TurnReply> waiting = host.AnswerAsync("s", "A7", cancellationToken: Token);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        (await host.AnswerAsync("s", "hello?", cancellationToken: Token)).Reason.ShouldBe(TurnReason.Busy);
        (await host.WhereAsync("s", Token))!.Status.ShouldBe(SessionStatus.Busy);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Said(await waiting.WaitAsync(TimeSpan.FromSeconds(30), Token)).ShouldBe(["One moment.", "Filed."]);
        _tickets.Tickets.ShouldHaveSingleItem().Body.ShouldBe("timeout");
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
    }

    [Fact]
    public async Task Retries_OutliveARestart_AndWhatComesOfThemIsDelivered()
    {
        Flow flow = Compile(""", "retries": { "times": 2, "after": "PT10S" } """);
        var calls = new List<ActionCall>();
        ValueTask<ActionResult> Third(ActionCall call, CancellationToken cancellationToken)
        {
            calls.Add(call);
            return call.Attempt == 3 ? Found(call, cancellationToken) : throw new InvalidOperationException();
        }

        GuidanceHost host = await StartAsync(Host(Third, flow));
        TurnReply reply = await host.AnswerAsync("s", "A7", cancellationToken: Token);
        Said(reply).ShouldBe(["One moment."]);
        (reply.Status, reply.Expects).ShouldBe((SessionStatus.Busy, null));
        foreach (int seconds in (int[])[10, 20])
        {
            _clock.Advance(TimeSpan.FromSeconds(seconds));
            await Host(Third, flow).FireDueTimersAsync(Token);
        }

        calls.Select(call => (call.Id, call.Attempt)).ShouldBe([("s:2:0", 1), ("s:2:0", 2), ("s:2:0", 3)]);
        _messages.Delivered.ShouldHaveSingleItem().Messages.Select(message => message.Text).ShouldBe(["It is found A7. More?"]);
    }

    [Theory]
    [InlineData(true, "found A7", 2)]
    [InlineData(false, "", 1)]
    public async Task HostThatVanishesMeanwhile_LeavesTheActionToAnother_UnlessItMustNotBeRepeated(bool repeatable, string state, int times)
    {
        Flow flow = Compile(repeatable ? string.Empty : """, "repeatable": false """);
        var keys = new List<string>();
        var store = new FaultyStore(_store);
        GuidanceHost vanishing = await StartAsync(Host(
            (call, _) =>
            {
                // From here on the store is gone for this host.
                keys.Add(call.Id);
                store.FailFrom = store.Calls + 1;
                return Found(call, Token);
            },
            flow,
            store));
        TurnReply reply = await vanishing.AnswerAsync("s", "A7", "i1", cancellationToken: Token);
        reply.Status.ShouldBe(SessionStatus.Busy);
        GuidanceHost other = Host(
            (call, token) =>
            {
                keys.Add(call.Id);
                return Found(call, token);
            },
            flow);
        (await other.DispatchPendingAsync(Token)).ShouldBe(0, "it may still be under way");
        _clock.Advance(TimeSpan.FromMinutes(5));
        await other.FireDueTimersAsync(Token);
        keys.Count.ShouldBe(times);
        keys.Distinct().ShouldHaveSingleItem();
        if (repeatable)
        {
            _messages.Delivered.ShouldHaveSingleItem().Messages.Select(message => message.Text).ShouldBe([$"It is {state}. More?"]);
        }
        else
        {
            _tickets.Tickets.ShouldHaveSingleItem().Body.ShouldBe("interrupted");
        }
    }

    [Fact]
    public async Task RepeatedInput_GetsTheSameReply_WithWhatCameOfTheAction_AndRunsNothingAgain()
    {
        int runs = 0;
        GuidanceHost host = await StartAsync(Host((call, token) =>
        {
            runs++;
            return Found(call, token);
        }));
        TurnReply first = await host.AnswerAsync("s", "A7", "i1", cancellationToken: Token);
        (await host.AnswerAsync("s", "A7", "i1", cancellationToken: Token)).ShouldBe(first);
        await host.AnswerAsync("s", "yes", "i2", cancellationToken: Token);
        await host.AnswerAsync("s", "B8", "i3", cancellationToken: Token);
        (await Host(Found).AnswerAsync("s", "A7", "i1", cancellationToken: Token)).ShouldBe(first);
        runs.ShouldBe(2);
    }

    [Fact]
    public async Task RepeatedInput_OfAHostThatVanished_SaysWhatComesOfTheAction_AndNobodyElseDoes()
    {
        var store = new FaultyStore(_store);
        GuidanceHost vanishing = await StartAsync(Host(
            (call, token) =>
            {
                store.FailFrom = store.Calls + 1;
                return Found(call, token);
            },
            store: store));
        await vanishing.AnswerAsync("s", "A7", "i1", cancellationToken: Token);
        GuidanceHost host = Host(Found);
        TurnReply meanwhile = await host.AnswerAsync("s", "A7", "i1", cancellationToken: Token);
        Said(meanwhile).ShouldBe(["One moment."]);
        meanwhile.Status.ShouldBe(SessionStatus.Busy);
        _clock.Advance(TimeSpan.FromMinutes(6));
        TurnReply again = await host.AnswerAsync("s", "A7", "i1", cancellationToken: Token);
        Said(again).ShouldBe(["One moment.", "It is found A7. More?"]);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await host.DispatchPendingAsync(Token);
        _messages.Delivered.ShouldBeEmpty();
    }

    [Fact]
    public async Task ResultThatDoesNotFit_IsLogged_ByTheNamesOfItsMembers()
    {
        var log = new ListLogger();
        var host = new GuidanceHost(new FlowCatalog([Orders]), _store, new GuidanceHostOptions
        {
            Tickets = _tickets,
            Time = _clock,
            Logger = log,
            Actions = new GuidanceActions().Add("order.find", (_, _) => ValueTask.FromResult(ActionResult.Done(("days", Value.From("soon")), ("more", Value.True)))),
        });
        await StartAsync(host);
        log.Entries.Clear();
        await host.AnswerAsync("s", "A7", cancellationToken: Token);
        log.Entries.ShouldHaveSingleItem().ShouldBe((LogLevel.Warning, "The action order.find gave back what does not fit the flow's declaration; the session s goes on at 'find' with invalid_result. Look at: state, days."));
        _tickets.Tickets.ShouldHaveSingleItem().Body.ShouldBe("invalid_result");
    }

    [Fact]
    public void ActionsOfOneName_AreRefused()
    {
        GuidanceActions actions = new GuidanceActions().Add("a", Found);
        Should.Throw<ArgumentException>(() => actions.Add("a", Found)).Message.ShouldStartWith("There is an action 'a' already. Give each its own name.");
        Should.Throw<ArgumentException>(() => actions.Add("b", OrderJson.Default.String, OrderJson.Default.OrderState, static (_, _, _) => ValueTask.FromResult(new OrderState("", null)))).Message.ShouldContain("not as an object");
    }

    private sealed record Answers(string State);

    private sealed class FindOrderAction(Answers answers) : IGuidanceAction
    {
        public ValueTask<ActionResult> RunAsync(ActionCall call, CancellationToken cancellationToken) => ValueTask.FromResult(ActionResult.Done(("state", Value.From(answers.State))));
    }

    [Fact]
    public async Task ActionThatIgnoresItsTime_EndsWithTimeout_WhicheverClockIsFirst()
    {
        var clock = new LatestFirst();
        var never = new TaskCompletionSource<ActionResult>();
        GuidanceHost host = new(new FlowCatalog([Orders]), _store, new GuidanceHostOptions { Tickets = _tickets, Time = clock, Actions = new GuidanceActions().Add("order.find", (_, _) => new ValueTask<ActionResult>(never.Task)) });
        await StartAsync(host);
        Task<TurnReply> reply = host.AnswerAsync("s", "A7", cancellationToken: Token);
        clock.FireAll(TimeSpan.FromSeconds(10));
        await reply;
        _tickets.Tickets.ShouldHaveSingleItem().Body.ShouldBe("timeout");
    }

    [Fact]
    public async Task ActionThatMustNotBeRepeated_IsNotBegunAgain_WhenItsDeadLetterIsRevived()
    {
        int begun = 0;
        var store = new FaultyStore(_store);
        GuidanceHost host = await StartAsync(Host(
            (call, _) =>
            {
                begun++;
                store.FailFrom = store.Calls + 1;
                return Found(call, Token);
            },
            Compile(""", "repeatable": false """),
            store));
        await host.AnswerAsync("s", "A7", cancellationToken: Token);
        OutboxItem pending = (await _store.ReadOutboxAsync("s", isDead: false, 0, 10, Token)).ShouldHaveSingleItem();
        await _store.BuryOutboxAsync(pending.EffectId, "IOException", Token);
        store.FailFrom = 0;
        await _store.ReviveOutboxAsync(pending.EffectId, Token);
        await host.DispatchPendingAsync(Token);
        begun.ShouldBe(1);
        _tickets.Tickets.ShouldHaveSingleItem().Body.ShouldBe("interrupted");
    }

    [Fact]
    public async Task WhoWaits_HearsItFirst_AlsoWhereAnotherHostLooksMeanwhile()
    {
        var store = new BeforeCompleting(_store) { Before = () => Host(Found).DispatchPendingAsync(Token) };
        GuidanceHost host = await StartAsync(Host(Found, store: store));
        Said(await host.AnswerAsync("s", "A7", cancellationToken: Token)).ShouldBe(["One moment.", "It is found A7. More?"]);
        _messages.Delivered.ShouldBeEmpty();
    }

    private sealed class BeforeCompleting(ISessionStore store) : StoreBehind(store)
    {
        public required Func<Task> Before { get; init; }

        public override async ValueTask CompleteOutboxAsync(string effectId, CancellationToken cancellationToken)
        {
            await Before();
            await base.CompleteOutboxAsync(effectId, cancellationToken);
        }
    }

    [Fact]
    public async Task ActionThatWasDone_IsNotRunAgain_WhereOnlyMarkingItFailed()
    {
        int times = 0;
        var store = new BeforeCompleting(_store) { Before = () => throw new IOException("The store is gone.") };
        ValueTask<ActionResult> Find(ActionCall call, CancellationToken token)
        {
            times++;
            return Found(call, token);
        }

        GuidanceHost host = await StartAsync(Host(Find, store: store));
        await host.AnswerAsync("s", "A7", cancellationToken: Token);
        _clock.Advance(TimeSpan.FromMinutes(5));
        await Host(Find).DispatchPendingAsync(Token);
        times.ShouldBe(1);
        (await _store.ReadOutboxAsync("s", isDead: false, 0, 10, Token)).ShouldBeEmpty();
        (await _store.LoadAsync("s", Token))!.Turn.ShouldBe(3);
    }

    /// <summary>A clock whose timers of one length, when they are due, fire the latest first, as those of the system may.</summary>
    private sealed class LatestFirst : TimeProvider
    {
        private readonly List<(TimerCallback Callback, object? State, TimeSpan Due)> _timers = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Add((callback, state, dueTime));
            return new Timer();
        }

        public void FireAll(TimeSpan due)
        {
            foreach ((TimerCallback callback, object? state, _) in _timers.Where(timer => timer.Due == due).Reverse().ToArray())
            {
                callback(state);
            }
        }

        private sealed class Timer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}

internal sealed record FindOrder(string Number);

internal sealed record OrderState(string State, int? Days);

internal sealed record WrongState(int State, int Days);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(FindOrder))]
[JsonSerializable(typeof(OrderState))]
[JsonSerializable(typeof(WrongState))]
[JsonSerializable(typeof(string))]
internal sealed partial class OrderJson : JsonSerializerContext;
