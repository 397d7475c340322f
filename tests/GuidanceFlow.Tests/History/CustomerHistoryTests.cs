using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.History;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing;
using GuidanceFlow.Tests.Telemetry;
using GuidanceFlow.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GuidanceFlow.Tests.History;

/// <summary>What one session leaves for the next: a history, and a question whether it still holds.</summary>
public sealed class CustomerHistoryTests
{
    private static readonly Flow[] Flows =
    [
        FlowCompiler.Compile(FlowSource.FromText("login.json", """
            { "flow": "login", "remembers": [ "cause" ], "fallback": { "goto": "bye" }, "data": { "cause": { "type": "text", "optional": true } },
              "inputs": { "history": { "type": "list", "of": { "type": "object", "fields": { "flow": "text", "outcome": "text", "tried": "list of text", "found": { "type": "object", "fields": { "cause": { "type": "text", "optional": true } } } } }, "default": [] } },
              "stages": [ { "id": "s", "steps": [
                { "id": "greet", "type": "say", "when": "history.size > 0", "text": "Last time it was {{ history[0].found.cause ?? 'unknown' }} ({{ history[0].outcome }}, {{ history[0].tried | array.join ', ' }})." },
                { "id": "what", "type": "ask", "text": "What is it?", "answer": "text", "save": "cause" },
                { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye.", "follow_up": { "flow": "care", "after": "P3D", "with": { "cause": "cause ?? 'that'" } } } ] } ] }
            """)).GetOrThrow(),
        FlowCompiler.Compile(FlowSource.FromText("care.json", """
            { "flow": "care", "fallback": { "goto": "bye" }, "inputs": { "cause": "text" }, "stages": [ { "id": "s", "steps": [ { "id": "holds", "type": "ask", "text": "Does {{ cause }} still hold?", "answer": "yes_no" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """)).GetOrThrow(),
    ];

    private readonly ManualTimeProvider _clock = new();
    private readonly InMemorySessionStore _store = new();
    private readonly InMemoryCustomerHistory _history = new();
    private readonly InMemoryMessageSink _messages = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GuidanceHost Host() => new(new FlowCatalog(Flows), _store, new GuidanceHostOptions { Tickets = new InMemoryTicketSink(), Messages = _messages, History = _history, Time = _clock });

    private async Task<TurnReply> TalkAsync(string session)
    {
        GuidanceHost host = Host();
        TurnReply reply = await host.StartAsync("login", new StartRequest { SessionId = session, CustomerKey = "c7", Channel = "chat" }, cancellationToken: Token);
        await host.AnswerAsync(session, "the password", cancellationToken: Token);
        return reply;
    }

    [Fact]
    public async Task NextSession_KnowsWhatTheLastOneTriedAndFound()
    {
        (await TalkAsync("a")).ToPlainText().ShouldBe("What is it?");
        PastSession past = (await _history.ReadAsync("c7", Token)).ShouldHaveSingleItem();
        (past.SessionId, past.FlowId, past.Outcome, past.Ended).ShouldBe(("a", "login", SessionOutcome.Resolved, _clock.GetUtcNow()));
        _clock.Advance(TimeSpan.FromHours(1));
        (await TalkAsync("b")).ToPlainText().ShouldBe("Last time it was the password (resolved, what).\nWhat is it?");
        (await _history.ReadAsync("c7", Token)).Select(session => session.SessionId).ShouldBe(["b", "a"]);
        (await Host().StartAsync("login", new StartRequest { SessionId = "c", CustomerKey = "other" }, cancellationToken: Token)).ToPlainText().ShouldBe("What is it?");
    }

    [Fact]
    public async Task HistoryThatIsDown_KeepsNobodyOut_AndIsLogged()
    {
        var log = new ListLogger();
        var host = new GuidanceHost(new FlowCatalog(Flows), _store, new GuidanceHostOptions { Tickets = new InMemoryTicketSink(), Messages = _messages, History = new BrokenHistory(), Time = _clock, Logger = log });
        TurnReply reply = await host.StartAsync("login", new StartRequest { SessionId = "a", CustomerKey = "c7" }, cancellationToken: Token);
        reply.ToPlainText().ShouldBe("What is it?");
        log.Entries.ShouldHaveSingleItem().ShouldBe((LogLevel.Error, "The customer's history could not be had; the session a of the flow login starts without one."));
        (await _store.ReadJournalAsync("a", Token))[0].Inputs.ShouldHaveSingleItem().Value.ToString().ShouldBe("[]");
    }

    [Fact]
    public async Task HistoryThatTakesLong_IsGivenUpAtItsTime()
    {
        using ServiceProvider services = new ServiceCollection().AddSingleton<TimeProvider>(_clock)
            .AddGuidanceFlow(flow => flow.AddFlow(Flows[0]).AddFlow(Flows[1]).UseHistory(new BrokenHistory { Answer = new TaskCompletionSource<IReadOnlyList<PastSession>>().Task }, TimeSpan.FromSeconds(2))).BuildServiceProvider();
        Task<TurnReply> start = services.GetRequiredService<GuidanceHost>().StartAsync("login", new StartRequest { SessionId = "a", CustomerKey = "c7" }, cancellationToken: Token);
        _clock.Advance(TimeSpan.FromSeconds(1.9));
        start.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        (await start).ToPlainText().ShouldBe("What is it?");
    }

    [Fact]
    public async Task StartThatIsCancelled_WhileItWaitsForTheHistory_StartsNothing()
    {
        using var gone = new CancellationTokenSource();
        var host = new GuidanceHost(new FlowCatalog(Flows), _store, new GuidanceHostOptions { History = new BrokenHistory { Answer = new TaskCompletionSource<IReadOnlyList<PastSession>>().Task }, Time = _clock });
        Task<TurnReply> start = host.StartAsync("login", new StartRequest { SessionId = "a", CustomerKey = "c7" }, cancellationToken: gone.Token);
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(start);
        (await _store.LoadAsync("a", Token)).ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3_601)]
    public void HistoryLimit_IsSomeTime(int seconds) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new GuidanceHostOptions { HistoryTimeLimit = TimeSpan.FromSeconds(seconds) }).ParamName.ShouldBe("value");

    [Fact]
    public async Task ReplyToTheEnd_TellsOfTheSessionThatIsPlanned_AlsoWhenItIsRepeated()
    {
        GuidanceHost host = Host();
        await host.StartAsync("login", new StartRequest { SessionId = "a", CustomerKey = "c7" }, cancellationToken: Token);
        TurnReply reply = await host.AnswerAsync("a", "the password", "i1", cancellationToken: Token);
        reply.Planned.ShouldHaveSingleItem().ShouldBe(new PlannedSession("a:2:0", "care", _clock.GetUtcNow() + TimeSpan.FromDays(3)));
        (await Host().AnswerAsync("a", "the password", "i1", cancellationToken: Token)).ShouldBe(reply);
    }

    [Fact]
    public async Task FollowUp_StartsAtItsTime_AndIsLinked()
    {
        await TalkAsync("a");
        _clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        await Host().FireDueTimersAsync(Token);
        _messages.Delivered.ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Host().FireDueTimersAsync(Token);
        await Host().FireDueTimersAsync(Token);
        OutboundMessages asked = _messages.Delivered.ShouldHaveSingleItem();
        (asked.SessionId, asked.FlowId, asked.CustomerKey, asked.Channel, asked.Messages[0].Text).ShouldBe(("a:2:0", "care", "c7", "chat", "Does the password still hold?"));
        (await _store.ReadJournalAsync("a:2:0", Token))[0].Follows.ShouldBe("a");
        (await Host().AnswerAsync("a:2:0", "yes", cancellationToken: Token)).Outcome.ShouldBe(SessionOutcome.Resolved);
    }

    [Fact]
    public void FollowUp_IsPlannedByTheTurnThatEnds()
    {
        Turn turn = GuidanceEngine.Start(Flows[0], new StartRequest { SessionId = "s" }, _clock.GetUtcNow());
        turn = GuidanceEngine.Step(Flows[0], turn.Session, new AnswerInput("x"), _clock.GetUtcNow());
        FollowUp later = turn.Effects.OfType<FollowUpEffect>().ShouldHaveSingleItem().FollowUp;
        (later.SessionId, later.FlowId, later.Due, later.SkipsWhenLate, later.Follows).ShouldBe(("s:2:0", "care", _clock.GetUtcNow().AddDays(3), false, "s"));
        FollowUpJson.Read(FollowUpJson.Write(later)).ShouldBe(later);
    }

    [Theory]
    [InlineData("fire", 1)]
    [InlineData("skip", 0)]
    public async Task FollowUpThatIsLate_StartsOrIsSkipped(string late, int times)
    {
        Flow flow = FlowCompiler.Compile(FlowSource.FromText("f.json", $$"""{ "flow": "f", "stages": [ { "id": "s", "steps": [ { "id": "bye", "type": "end", "outcome": "resolved", "follow_up": { "flow": "care", "after": "PT1H", "with": { "cause": "'it'" }, "late": "{{late}}" } } ] } ] }""")).GetOrThrow();
        var host = new GuidanceHost(new FlowCatalog([flow, Flows[1]]), _store, new GuidanceHostOptions { Messages = _messages, Time = _clock });
        await host.StartAsync("f", new StartRequest { SessionId = "a" }, cancellationToken: Token);
        _clock.Advance(TimeSpan.FromHours(26));
        await host.FireDueTimersAsync(Token);
        _messages.Delivered.Count.ShouldBe(times);
        (await _store.ReadOutboxAsync(null, isDead: false, 0, 10, Token)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "flow": "f", "remembers": [ "nothing" ],""", "There is no datum 'nothing'.")]
    [InlineData("""{ "flow": "f", "remembers": [ "pin" ],""", "'pin' is the answer to a sensitive question, which no history keeps.")]
    [InlineData("""{ "flow": "f", "remembers": [ "a", "a" ],""", "a")]
    public void Mistake_IsFound(string begin, string message) =>
        FlowCompiler.Compile(FlowSource.FromText("f.json", begin + """ "fallback": { "goto": "e" }, "data": { "pin": { "type": "text", "optional": true }, "a": { "type": "text", "optional": true } }, "stages": [ { "id": "s", "steps": [ { "id": "q", "type": "ask", "text": "?", "answer": "text", "sensitive": true, "save": "pin" }, { "id": "e", "type": "end", "outcome": "resolved" } ] } ] }"""))
            .Diagnostics.ShouldContain(found => found.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void FollowUpOfAKnownFlow_IsChecked()
    {
        CompilationResult result = FlowCompiler.Compile(
        [
            FlowSource.FromText("f.json", """{ "flow": "f", "stages": [ { "id": "s", "steps": [ { "id": "run", "type": "run", "flow": "g" }, { "id": "bye", "type": "end", "outcome": "resolved", "follow_up": { "flow": "g", "after": "PT1H", "with": { "colour": "'it'" } } } ] } ] }"""),
            FlowSource.FromText("g.json", """{ "flow": "g", "inputs": { "cause": { "type": "text", "default": "x" } }, "stages": [ { "id": "s", "steps": [ { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }"""),
        ]);
        result.Diagnostics.ShouldContain(found => found.Message.StartsWith("The flow 'g' has no input 'colour'.", StringComparison.Ordinal));
    }

    [Fact]
    public void FollowUp_BeyondTheEndOfTime_IsPlannedForIt()
    {
        Flow flow = FlowCompiler.Compile(FlowSource.FromText("f.json", """{ "flow": "f", "stages": [ { "id": "s", "steps": [ { "id": "bye", "type": "end", "outcome": "resolved", "follow_up": { "flow": "f", "after": "P3D" } } ] } ] }""")).GetOrThrow();
        GuidanceEngine.Start(flow, new StartRequest { SessionId = "s" }, DateTimeOffset.MaxValue.AddDays(-1)).Effects.OfType<FollowUpEffect>().ShouldHaveSingleItem().FollowUp.Due.ShouldBe(DateTimeOffset.MaxValue);
    }

    [Fact]
    public async Task SessionOfAnotherFlow_WhoseFindsDoNotFit_IsLeftOut()
    {
        Flow other = FlowCompiler.Compile(FlowSource.FromText("o.json", """{ "flow": "o", "remembers": [ "cause" ], "data": { "cause": { "type": "integer", "default": 4 } }, "stages": [ { "id": "s", "steps": [ { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }""")).GetOrThrow();
        Flow flow = FlowCompiler.Compile(FlowSource.FromText("f.json", """
            { "flow": "f", "inputs": { "history": { "type": "list", "of": { "type": "object", "fields": { "flow": "text", "found": { "type": "object", "fields": { "cause": "text" } } } }, "default": [] } },
              "stages": [ { "id": "s", "steps": [ { "id": "bye", "type": "end", "outcome": "resolved", "text": "{{ history.size }}" } ] } ] }
            """)).GetOrThrow();
        var host = new GuidanceHost(new FlowCatalog([flow, other]), _store, new GuidanceHostOptions { History = _history, Time = _clock });
        await host.StartAsync("o", new StartRequest { SessionId = "a", CustomerKey = "c7" }, cancellationToken: Token);
        (await host.StartAsync("f", new StartRequest { SessionId = "b", CustomerKey = "c7" }, cancellationToken: Token)).ToPlainText().ShouldBe("0");
    }

    [Fact]
    public async Task Secret_IsNotKept_WhateverDatumItCameTo()
    {
        Flow flow = FlowCompiler.Compile(FlowSource.FromText("f.json", """
            { "flow": "f", "fallback": { "goto": "bye" }, "remembers": [ "copy", "other" ], "data": { "pin": { "type": "text", "optional": true }, "copy": { "type": "text", "optional": true }, "other": { "type": "text", "default": "shown" } },
              "stages": [ { "id": "s", "steps": [
                { "id": "q", "type": "ask", "text": "PIN?", "answer": "text", "sensitive": true, "save": "pin" },
                { "id": "set", "type": "set", "values": { "copy": "'PIN ' + pin" } },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """)).GetOrThrow();
        var host = new GuidanceHost(new FlowCatalog([flow]), _store, new GuidanceHostOptions { History = _history, Time = _clock });
        await host.StartAsync("f", new StartRequest { SessionId = "a", CustomerKey = "c7" }, cancellationToken: Token);
        await host.AnswerAsync("a", "4711 0815", cancellationToken: Token);
        (await _history.ReadAsync("c7", Token)).ShouldHaveSingleItem().Found.ShouldBe([KeyValuePair.Create("other", GuidanceFlow.Templates.Value.From("shown"))]);
    }

    private sealed class BrokenHistory : ICustomerHistory
    {
        public Task<IReadOnlyList<PastSession>>? Answer { get; init; }

        public ValueTask<IReadOnlyList<PastSession>> ReadAsync(string customerKey, CancellationToken cancellationToken) => Answer is null ? throw new IOException("down") : new ValueTask<IReadOnlyList<PastSession>>(Answer);

        public ValueTask AddAsync(PastSession session, CancellationToken cancellationToken) => throw new IOException("down");
    }
}
