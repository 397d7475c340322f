using System.Diagnostics;
using System.Diagnostics.Metrics;
using GuidanceFlow.Actions;
using GuidanceFlow.Commands;
using GuidanceFlow.Engine;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Telemetry;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing;
using GuidanceFlow.Tests.Documentation;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Tests.Sessions;
using GuidanceFlow.Tests.Tickets;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Telemetry;

/// <summary>docs/telemetry.md. Alone, because meters are the process's.</summary>
[CollectionDefinition(nameof(HostTelemetryTests), DisableParallelization = true)]
[Collection(nameof(HostTelemetryTests))]
public sealed class HostTelemetryTests : IDisposable
{
    private static readonly Flow Two = Flows.Of(
        $"{Flows.YesNo("first")}, {Flows.YesNo("second")}",
        """ "silence": { "remind_after": "PT5M", "texts": ["Hello?"] }, """);

    private readonly Listening _heard = new();
    private readonly ManualTimeProvider _clock = new(Conversation.Noon);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GuidanceHost Host(ISessionStore? store = null, ITicketSink? tickets = null, OutboxPolicy? outbox = null) =>
        new(new FlowCatalog([Two]), store ?? new InMemorySessionStore(), new GuidanceHostOptions { Tickets = tickets ?? new InMemoryTicketSink(), Time = _clock, Outbox = outbox ?? new OutboxPolicy() });

    public void Dispose() => _heard.Dispose();

    [Fact]
    public async Task Turns_AreCountedByWhatBecameOfThem()
    {
        GuidanceHost host = Host();
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, "a", Token);
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, "a", Token);
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, "b", Token);
        await host.AnswerAsync("s", "yes", "c", cancellationToken: Token);
        await host.AnswerAsync("s", "yes", "c", cancellationToken: Token);
        await host.AnswerAsync("s", "hm", cancellationToken: Token);
        await host.StepAsync("s", new CommandInput(SessionCommand.Back), cancellationToken: Token);
        await host.AnswerAsync("s", "yes", expectedTurn: 1, cancellationToken: Token);
        await host.AnswerAsync("t", "yes", cancellationToken: Token);

        _heard.Of("turns").ShouldBe(
        [
            "1 flow=f, input=start, result=accepted",
            "1 flow=f, input=start, result=repeated",
            "1 flow=f, input=start, reason=exists, result=refused",
            "1 flow=f, input=answer, result=accepted",
            "1 input=answer, result=repeated",
            "1 flow=f, input=answer, result=no_match",
            "1 flow=f, input=command, result=accepted",
            "1 flow=f, input=answer, reason=stale, result=refused",
            "1 input=answer, reason=not_found, result=refused",
        ]);
        _heard.Of("unmatched").ShouldBe(["1 flow=f, result=no_match, step=second"]);
        (string Name, double Value, string Tags)[] durations = [.. _heard.Measured.Where(heard => heard.Name == "guidanceflow.turn.duration")];
        durations.Select(heard => "1 " + heard.Tags).ShouldBe(_heard.Of("turns"));
        durations.ShouldAllBe(heard => heard.Value >= 0);
    }

    [Fact]
    public async Task Sessions_AreActiveFromTheirStartToTheirEnd()
    {
        GuidanceHost host = Host();
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        await host.AnswerAsync("s", "yes", cancellationToken: Token);
        _heard.Of("sessions.active").ShouldBe(["1 flow=f"]);
        await host.AnswerAsync("s", "yes", cancellationToken: Token);
        await host.AnswerAsync("s", "yes", cancellationToken: Token);
        _heard.Of("sessions.active").ShouldBe(["1 flow=f", "-1 flow=f"]);
    }

    [Fact]
    public async Task Tickets_AndEffectsThatFail_AreCounted()
    {
        GuidanceHost host = Host(tickets: new FailingSink(99), outbox: new OutboxPolicy { MostAttempts = 2 });
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        await host.StepAsync("s", new CommandInput(SessionCommand.Person), cancellationToken: Token);
        _heard.Of("tickets").ShouldBe(["1 flow=f, ticket=help"]);
        _heard.Of("effects.failed").ShouldBe(["1 effect=ticket"]);
        _heard.Of("effects.dead").ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromDays(1));
        await host.DispatchPendingAsync(Token);
        _heard.Of("effects.failed").ShouldBe(["1 effect=ticket", "1 effect=ticket"]);
        _heard.Of("effects.dead").ShouldBe(["1 effect=ticket"]);
    }

    [Theory]
    [InlineData(5, "0", 0)]
    [InlineData(6, "60", 0)]
    [InlineData(65, "3600", 1)]
    public async Task Timers_TellHowLateTheyAre(int minutes, string lateness, int late)
    {
        GuidanceHost host = Host();
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        _clock.Advance(TimeSpan.FromMinutes(minutes));
        (await host.FireDueTimersAsync(Token)).ShouldBe(1);
        _heard.Of("timers.lateness").ShouldBe([lateness + " timer=remind"]);
        _heard.Of("timers.late").ShouldBe(Enumerable.Repeat("1 timer=remind", late));
        _heard.Of("turns")[^1].ShouldBe("1 flow=f, input=timer, result=accepted");
    }

    [Fact]
    public async Task SessionsThatAreMadeAgain_AreCounted()
    {
        var store = new RecordingStore(new InMemorySessionStore());
        await Host(store).StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        SessionCommit good = store.Commits[0];
        var broken = new InMemorySessionStore();
        await broken.CommitAsync(good with { Session = good.Session with { Snapshot = "{}"u8.ToArray() } }, Token);
        await Host(broken).AnswerAsync("s", "yes", cancellationToken: Token);
        _heard.Of("sessions.rebuilt").ShouldBe(["1 flow=f"]);
    }

    [Fact]
    public async Task Turn_IsASpan_AroundEverythingItDoes()
    {
        using var outer = new Activity("request").Start();
        GuidanceHost host = Host();
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        await host.AnswerAsync("s", "hm", cancellationToken: Token);
        Activity.Current.ShouldBe(outer);
        _heard.Activities.Select(activity => (activity.DisplayName, activity.ParentId, Listening.Join(activity.TagObjects))).ShouldBe(
        [
            ("guidanceflow.turn", outer.Id, "flow=f, flow_version=1, input=start, result=accepted, stage=main, step=first"),
            ("guidanceflow.turn", outer.Id, "flow=f, flow_version=1, input=answer, result=no_match, stage=main, step=first"),
        ]);
    }

    [Fact]
    public async Task TurnThatFails_SaysWithWhat_AndNothingElse()
    {
        var store = new FaultyStore(new InMemorySessionStore());
        GuidanceHost host = Host(store);
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        store.FailFrom = store.Calls + 1;
        await Should.ThrowAsync<IOException>(() => host.AnswerAsync("s", "yes", cancellationToken: Token));
        _heard.Of("turns")[^1].ShouldBe("1 input=answer, result=failed");
        Activity failed = _heard.Activities[^1];
        (failed.Status, failed.StatusDescription, failed.GetTagItem("error.type")).ShouldBe((ActivityStatusCode.Error, null, "System.IO.IOException"));
        failed.Events.ShouldBeEmpty();
    }

    /// <summary>The session's id, the customer's key, words, values, and what interpreters and people say: in no name, tag or status.</summary>
    [Fact]
    public async Task NothingPersonal_LeavesTheProcess()
    {
        const string Mark = "Zanzibar";
        Flow flow = Flows.Of(
            """{ "id": "who", "type": "ask", "text": "Who?", "answer": "text", "save": "who" }, { "id": "kind", "type": "ask", "text": "Which, {{ who }}?", "answer": { "type": "choice", "options": [ "a", "b" ] } }, { "id": "hand", "type": "handoff", "queue": "q", "text": "Wait.", "situation": "{{ who }}", "on_return": "bye" }""",
            """ "inputs": { "name": "text" }, "data": { "who": "text" }, """);
        var host = new GuidanceHost(new FlowCatalog([flow]), new InMemorySessionStore(), new GuidanceHostOptions { Tickets = new FailingSink(9), Time = _clock });
        await host.StartAsync("f", new StartRequest { SessionId = Mark, CustomerKey = Mark, Channel = Mark, Locale = "en", Inputs = Conversation.Named(("name", Conversation.Text(Mark))) }, Mark, Token);
        await host.AnswerAsync(Mark, Mark, Mark + "2", cancellationToken: Token);
        await host.AnswerAsync(Mark, Mark, cancellationToken: Token);
        await host.StepAsync(Mark, new AnswerInput(Mark) { Interpretation = AnswerInterpretation.Invalid(Mark, Mark) }, cancellationToken: Token);
        await host.StepAsync(Mark, new CorrectionInput("kind", Mark), cancellationToken: Token);
        await host.StepAsync(Mark, new CorrectionInput(Mark, Mark), cancellationToken: Token);
        await host.SignalAsync(Mark, Mark, Value.From(Mark), cancellationToken: Token);
        await host.StepAsync(Mark, new TimerInput(Mark, 1), cancellationToken: Token);
        await host.AnswerAsync(Mark, "a", cancellationToken: Token);
        await host.AnswerAsync(Mark, Mark, cancellationToken: Token);
        await host.StepAsync(Mark, new PersonMessageInput(Mark) { By = Mark }, cancellationToken: Token);
        await host.StepAsync(Mark, new ActionResultInput(Mark, 1, ActionResult.Failed(Mark, Mark)), cancellationToken: Token);
        await host.StepAsync(Mark, new PersonReturnInput { By = Mark, Text = Mark }, cancellationToken: Token);
        await host.AnswerAsync(Mark + "3", Mark, cancellationToken: Token);

        _heard.Measured.Count.ShouldBeGreaterThan(25);
        _heard.Activities.Count.ShouldBeGreaterThan(12);
        _heard.Everything().ShouldNotContain(Mark);
    }

    [Fact]
    public async Task NobodyListening_MeasuresNothing()
    {
        _heard.Dispose();
        TurnMeasure.Begin(JournalEntryKind.Answer, TimeProvider.System).ShouldBeNull();
        GuidanceHost host = Host();
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        _heard.Measured.ShouldBeEmpty();
    }

    [Fact]
    public void Page_NamesEveryInstrument_WithItsUnit()
    {
        var there = new List<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => there.Add(instrument.Meter.Name == GuidanceTelemetry.Name ? $"| `{instrument.Name}` | {Kind(instrument)} | `{instrument.Unit}` |" : string.Empty) };
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(HostMeters).TypeHandle);
        listener.Start();
        string[] instruments = [.. there.Where(row => row.Length > 0).Order(StringComparer.Ordinal)];
        instruments.Length.ShouldBe(10);
        string page = Repository.Read("docs", "telemetry.md");
        instruments.Where(row => !page.Contains(row, StringComparison.Ordinal)).ShouldBeEmpty();
        page.Split('\n').Count(line => line.StartsWith("| `guidanceflow.", StringComparison.Ordinal) && line.Count(sign => sign == '|') == 6).ShouldBe(instruments.Length);

        static string Kind(Instrument instrument) => instrument switch { Counter<long> => "counter", UpDownCounter<long> => "up-down counter", _ => "histogram" };
    }

    [Fact]
    public void LogEvents_HaveNumbersOfTheirOwn_AndStandOnThePage()
    {
        string source = string.Concat(Directory.EnumerateFiles(Repository.Path("src", "GuidanceFlow"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));
        (string Id, string Level)[] events = [.. System.Text.RegularExpressions.Regex.Matches(source, @"LoggerMessage\(EventId = (\d+), Level = LogLevel\.(\w+)").Select(found => (found.Groups[1].Value, found.Groups[2].Value.ToLowerInvariant()))];
        events.Select(logged => logged.Id).ShouldBeUnique();
        string page = Repository.Read("docs", "telemetry.md");
        events.Where(logged => !page.Contains($"| {logged.Id} | {logged.Level} |", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
