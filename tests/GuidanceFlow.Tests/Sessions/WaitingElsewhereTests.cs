using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Handoffs;
using GuidanceFlow.Outbox;
using GuidanceFlow.Replay;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing;
using GuidanceFlow.Translations;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>What changes while a session waits for time, an action, a signal or a person: the flow's version, the language, the clock. Nothing is lost or doubled, and the journal gives the session again.</summary>
public sealed class WaitingElsewhereTests
{
    private static readonly Flow One = Version(1, string.Empty, "name", "look", "pause", "hand", "more");
    private static readonly Flow Two = Version(2, """ "migrate": { "from": [1], "steps": { "name": "who", "look": "search", "pause": "rest", "hand": "desk", "more": "else" } }, """, "who", "search", "rest", "desk", "else");

    private readonly ManualTimeProvider _clock = new();
    private readonly InMemorySessionStore _store = new();
    private readonly InMemoryMessageSink _messages = new();
    private readonly InMemoryHandoffSink _desk = new();
    private readonly List<string> _calls = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Flow Version(int version, string migrate, string name, string look, string pause, string hand, string more)
    {
        FlowSource source = FlowSource.FromText("f.json", $$"""
            { "flow": "f", "version": {{version}}, "locales": ["en", "zh-CN"], {{migrate}} "fallback": { "goto": "bye" }, "expiry": { "after": "P2D", "text": "Closed." }, "actions": { "find": { "returns": { "state": "text" } } }, "signals": { "payment": { "type": "text" } },
              "data": { "state": { "type": "text", "optional": true }, "paid": { "type": "text", "optional": true }, "name": { "type": "text", "optional": true } },
              "stages": [ { "id": "s", "steps": [
                { "id": "{{name}}", "type": "ask", "text": "Name?", "answer": "text", "save": "name" },
                { "id": "{{look}}", "type": "call", "action": "find", "save": { "state": "state" }, "timeout": "PT2M", "on_error": "bye" },
                { "id": "{{pause}}", "type": "wait", "text": "Pay, please.", "signal": { "name": "payment", "save": "paid" }, "timeout": { "after": "PT30M", "goto": "bye" }, "silence": { "remind_after": "PT10M", "texts": [ "No payment yet." ] } },
                { "id": "{{hand}}", "type": "handoff", "queue": "q", "text": "A colleague comes.", "situation": "{{ "{{" }} name {{ "}}" }}", "on_return": "{{more}}", "timeout": { "after": "P1D", "goto": "bye" } },
                { "id": "{{more}}", "type": "ask", "text": "More in v{{version}}?", "answer": "yes_no", "silence": { "remind_after": "PT5M", "texts": [ "Still there?" ] } },
                { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye." } ] } ] }
            """);
        var chinese = new TranslationDefinition
        {
            FlowId = "f",
            Locale = "zh-CN",
            Entries = [.. FlowTexts.Of(FlowReader.Read(source).GetOrThrow()).Where(text => text.IsRequired).Select(text => new TranslationEntry { Key = text.Key, Of = text.Fingerprint, Texts = [.. text.Source.Select(words => "zh: " + words)] })],
        };
        return FlowCompiler.Compile([source.WithTranslation(TranslationSource.FromDefinition(chinese))]).GetOrThrow();
    }

    private GuidanceHost Host(params Flow[] flows) => Host((call, _) =>
    {
        _calls.Add(call.Id);
        return ValueTask.FromResult(ActionResult.Done(("state", Value.From("found"))));
    }, flows);

    private GuidanceHost Host(Func<ActionCall, CancellationToken, ValueTask<ActionResult>> find, params Flow[] flows) => new(new FlowCatalog(flows), _store, new GuidanceHostOptions
    {
        Time = _clock,
        Messages = _messages,
        Handoffs = _desk,
        Actions = new GuidanceActions().Add("find", find),
    });

    private async Task<int> VersionAsync() => (await _store.LoadAsync("s", Token))!.FlowVersion;

    private string[] Delivered => [.. _messages.Delivered.SelectMany(delivered => delivered.Messages).Select(message => message.Text)];

    private static string[] Said(TurnReply reply) => [.. reply.Messages.Select(message => message.Text)];

    private async Task PassAsync(GuidanceHost host, TimeSpan time)
    {
        _clock.Advance(time);
        await host.FireDueTimersAsync(Token);
    }

    private async Task ShouldReplayAsync()
    {
        ReplayResult replayed = SessionReplay.Run(new FlowCatalog([One, Two]), await _store.ReadJournalAsync("s", Token));
        replayed.Problem.ShouldBeNull(replayed.Message);
        SessionSnapshot.Write(replayed.Session!).ShouldBe((await _store.LoadAsync("s", Token))!.Snapshot.ToArray());
    }

    [Fact]
    public async Task AVersionThatComesWhileAnActionIsUnderWay_TakesTheSessionOverBehindIt_AndTheActionRunsOnce()
    {
        var gate = new TaskCompletionSource<ActionResult>();
        GuidanceHost host = Host((call, _) =>
        {
            _calls.Add(call.Id);
            return new ValueTask<ActionResult>(gate.Task);
        }, One);
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        Task<TurnReply> answer = host.AnswerAsync("s", "Ann", cancellationToken: Token);
        GuidanceHost newer = Host(One, Two);
        (await newer.AnswerAsync("s", "hello?", cancellationToken: Token)).Reason.ShouldBe(TurnReason.Busy);
        (await VersionAsync()).ShouldBe(1, "what is refused takes nothing over");
        gate.SetResult(ActionResult.Done(("state", Value.From("found"))));
        Said(await answer).ShouldBe(["Pay, please."]);
        (await VersionAsync()).ShouldBe(1);

        TurnReply paid = await newer.SignalAsync("s", "payment", Value.From("R1"), cancellationToken: Token);
        (paid.Step, await VersionAsync()).ShouldBe(("desk", 2));
        (await _store.ReadDueTimersAsync(_clock.GetUtcNow() + TimeSpan.FromDays(9), null, 10, Token)).Select(timer => timer.Timer.Id).ShouldBe(["handoff", "expiry"]);
        _calls.ShouldHaveSingleItem();
        await ShouldReplayAsync();
    }

    [Fact]
    public async Task AVersionThatComesWhileASignalIsWaitedFor_KeepsItsTimes()
    {
        GuidanceHost host = Host(One);
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        await host.AnswerAsync("s", "Ann", cancellationToken: Token);
        _clock.Advance(TimeSpan.FromMinutes(10));
        GuidanceHost newer = Host(One, Two);
        await newer.FireDueTimersAsync(Token);
        await newer.FireDueTimersAsync(Token);
        (await VersionAsync()).ShouldBe(2);
        Delivered.ShouldBe(["No payment yet."]);
        await PassAsync(newer, TimeSpan.FromMinutes(20));
        Delivered.ShouldBe(["No payment yet.", "Bye."], "thirty minutes count from where the wait began");
        await ShouldReplayAsync();
    }

    [Fact]
    public async Task AVersionThatComesWhileAPersonHasTheSession_TakesItOverWhenItWaitsForTheCustomerAgain()
    {
        GuidanceHost host = Host(One);
        await ToThePersonAsync(host);
        GuidanceHost newer = Host(One, Two);
        await newer.AnswerAsync("s", "Hello?", cancellationToken: Token);
        await newer.StepAsync("s", new PersonMessageInput("Hi, Jo here."), cancellationToken: Token);
        (await VersionAsync()).ShouldBe(1);
        _desk.Messages.ShouldHaveSingleItem().HandoffId.ShouldBe(_desk.Handoffs.ShouldHaveSingleItem().Id);
        TurnReply back = await newer.StepAsync("s", new PersonReturnInput(), cancellationToken: Token);
        (Said(back)[0], await VersionAsync()).ShouldBe(("More in v1?", 1));
        TurnReply next = await newer.AnswerAsync("s", "hm", cancellationToken: Token);
        (next.Step, await VersionAsync()).ShouldBe(("else", 2));
        await ShouldReplayAsync();
    }

    [Theory]
    [InlineData("rewind", "name", "Waiting")]
    [InlineData("handoff", "bye", "Ended")]
    [InlineData("finish", "pause", "Waiting")]
    public async Task AWaitThatTheNewerVersionDoesNotHave_LeavesNoTimerBehind(string policy, string step, string status)
    {
        Flow gone = Version(2, $$""" "migrate": { "from": [1], "steps": { "pause": null }, "unmapped": "{{policy}}" }, """, "name", "look", "rest", "hand", "more");
        GuidanceHost host = Host(One);
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        await host.AnswerAsync("s", "Ann", cancellationToken: Token);
        GuidanceHost newer = Host(One, gone);
        await PassAsync(newer, TimeSpan.FromMinutes(10));
        (await VersionAsync()).ShouldBe(1, "a timer takes nothing over that would not go on as it was");
        Delivered.ShouldBe(["No payment yet."]);
        TurnReply reply = await newer.AnswerAsync("s", "what?", cancellationToken: Token);
        (reply.Step, reply.Status.ToString()).ShouldBe((step, status));
        string[] left = [.. (await _store.ReadDueTimersAsync(_clock.GetUtcNow() + TimeSpan.FromDays(9), null, 10, Token)).Select(timer => timer.Timer.Id).Order(StringComparer.Ordinal)];
        left.ShouldBe(policy switch { "rewind" => ["expiry"], "finish" => ["expiry", "remind", "wait"], _ => [] });
        (await newer.SignalAsync("s", "payment", Value.From("R1"), cancellationToken: Token)).Result.ShouldBe(policy == "finish" ? TurnResult.Accepted : TurnResult.Refused);
        ReplayResult replayed = SessionReplay.Run(new FlowCatalog([One, gone]), await _store.ReadJournalAsync("s", Token));
        replayed.Problem.ShouldBeNull(replayed.Message);
        SessionSnapshot.Write(replayed.Session!).ShouldBe((await _store.LoadAsync("s", Token))!.Snapshot.ToArray());
    }

    [Fact]
    public async Task AnotherLanguage_IsWhatTheSessionSpeaks_WhateverItWaitsFor()
    {
        GuidanceHost host = Host(One);
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        await host.AnswerAsync("s", "Ann", cancellationToken: Token);
        Said(await host.StepAsync("s", new LocaleInput("zh-CN"), cancellationToken: Token)).ShouldBe(["zh: Pay, please."]);
        await PassAsync(host, TimeSpan.FromMinutes(10));
        Delivered.ShouldBe(["zh: No payment yet."]);
        await host.SignalAsync("s", "payment", Value.From("R1"), cancellationToken: Token);
        (_desk.Handoffs.ShouldHaveSingleItem().Locale, Delivered[^1]).ShouldBe(("zh-CN", "zh: A colleague comes."));

        TurnReply changed = await host.StepAsync("s", new LocaleInput("en"), cancellationToken: Token);
        (changed.Result, changed.Status, changed.Messages.Count).ShouldBe((TurnResult.Accepted, SessionStatus.WithPerson, 0));
        Said(await host.StepAsync("s", new PersonReturnInput(), cancellationToken: Token)).ShouldBe(["More in v1?"]);
        await PassAsync(host, TimeSpan.FromMinutes(5));
        Delivered[^1].ShouldBe("Still there?");
        await ShouldReplayAsync();
    }

    [Fact]
    public async Task AClockThatIsSetBack_MakesTimersLaterByAsMuch_AndNothingElse()
    {
        var clock = new SettableClock();
        GuidanceHost host = Host(clock, _store);
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        await host.AnswerAsync("s", "Ann", cancellationToken: Token);
        DateTimeOffset asked = clock.Now;
        clock.Now = asked.AddHours(-2);
        (await host.FireDueTimersAsync(Token)).ShouldBe(0);
        Said(await host.AnswerAsync("s", "what?", cancellationToken: Token)).ShouldBe(["Pay, please."]);
        clock.Now = asked.AddMinutes(-110);
        (await host.FireDueTimersAsync(Token)).ShouldBe(1, "silence counts from the latest words");
        clock.Now = asked.AddMinutes(30);
        (await host.FireDueTimersAsync(Token)).ShouldBe(1, "the wait is over when it said it would be");
        Delivered.ShouldBe(["No payment yet.", "Bye."]);
        (await _store.ReadJournalAsync("s", Token)).Select(entry => entry.Turn).ShouldBe([1, 2, 3, 4, 5, 6]);
        ReplayResult replayed = SessionReplay.Run(new FlowCatalog([One]), await _store.ReadJournalAsync("s", Token));
        SessionSnapshot.Write(replayed.Session!).ShouldBe((await _store.LoadAsync("s", Token))!.Snapshot.ToArray());
    }

    [Fact]
    public async Task AClockThatIsSetBack_HoldsUpNoTimerThatFailedBefore()
    {
        var clock = new SettableClock();
        var store = new FailingLoads(_store);
        GuidanceHost host = Host(clock, store);
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        DateTimeOffset asked = clock.Now;
        clock.Now = asked.AddDays(400);
        store.Fails = true;
        (await host.FireDueTimersAsync(Token)).ShouldBe(0);
        store.Fails = false;
        clock.Now = clock.Now.AddSeconds(4);
        (await host.FireDueTimersAsync(Token)).ShouldBe(0, "it is tried again after 5 seconds");
        clock.Now = asked.AddDays(2);
        (await host.FireDueTimersAsync(Token)).ShouldBe(1, "the session expires when it said it would");
        Delivered.ShouldBe(["Closed."]);
    }

    private GuidanceHost Host(TimeProvider clock, ISessionStore store) => new(new FlowCatalog([One]), store, new GuidanceHostOptions
    {
        Time = clock,
        Messages = _messages,
        Handoffs = _desk,
        Actions = new GuidanceActions().Add("find", (_, _) => ValueTask.FromResult(ActionResult.Done(("state", Value.From("found"))))),
    });

    private async Task ToThePersonAsync(GuidanceHost host)
    {
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        await host.AnswerAsync("s", "Ann", cancellationToken: Token);
        await host.SignalAsync("s", "payment", Value.From("R1"), cancellationToken: Token);
    }

    private sealed class FailingLoads(ISessionStore store) : StoreBehind(store)
    {
        public bool Fails { get; set; }

        public override ValueTask<StoredSession?> LoadAsync(string sessionId, CancellationToken cancellationToken) =>
            Fails ? throw new InvalidOperationException("The store is down.") : base.LoadAsync(sessionId, cancellationToken);
    }

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
