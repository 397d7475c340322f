using System.Text;
using GuidanceFlow.Engine;
using GuidanceFlow.Interpreters;
using GuidanceFlow.Replay;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Tests.Interpreters;
using GuidanceFlow.Tests.Sessions;
using GuidanceFlow.Tests.Telemetry;
using GuidanceFlow.Tickets;
using Microsoft.Extensions.Logging;

namespace GuidanceFlow.Tests.Replay;

/// <summary>semantics.md, "Storing": a host whose store lost or broke a snapshot goes on from the journal.</summary>
public sealed class RebuiltSessionTests
{
    private static readonly Flow Two = Flows.Of($"{Flows.YesNo("first")}, {Flows.YesNo("second")}");

    private readonly DamagedStore _store = new(new InMemorySessionStore());
    private readonly ListLogger _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GuidanceHost Host(Flow? flow = null, AnswerInterpreters? interpreters = null) => new(new FlowCatalog([flow ?? Two]), _store, new InMemoryTicketSink(), TimeProvider.System, _log, interpreters);

    private async Task BeginAsync()
    {
        await Host().StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        await Host().AnswerAsync("s", "yes", cancellationToken: Token);
    }

    public static TheoryData<string, SnapshotProblem> Damages() => new()
    {
        { "", SnapshotProblem.Malformed },
        { "not json", SnapshotProblem.Malformed },
        { "{}", SnapshotProblem.Malformed },
        { "cut", SnapshotProblem.Malformed },
        { "unknown step", SnapshotProblem.Malformed },
        { "other format", SnapshotProblem.UnknownVersion },
        { "other structure", SnapshotProblem.FlowMismatch },
        { "other turn", SnapshotProblem.Misplaced },
        { "other session", SnapshotProblem.Misplaced },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Snapshot_ThatIsDamaged_IsMadeAgainFromTheJournal(string damage, SnapshotProblem problem)
    {
        await BeginAsync();
        byte[] whole = (await _store.LoadAsync("s", Token))!.Snapshot.ToArray();
        _store.Damage = text => Damaged(damage, text);

        GuidanceHost host = Host();
        (await host.WhereAsync("s", Token))!.Step!.Id.ShouldBe("second");
        _log.Entries.ShouldBe([(LogLevel.Warning, $"The snapshot of the session s could not be used ({problem}); the session was made again from its journal.")]);

        // The next turn stores a good one.
        (await host.AnswerAsync("s", "hm", expectedTurn: 2, cancellationToken: Token)).Turn.ShouldBe(3);
        _store.Damage = null;
        SessionSnapshot.Read(Two, (await _store.LoadAsync("s", Token))!.Snapshot).GetOrThrow().Turn.ShouldBe(3);
        SessionSnapshot.Write(SessionReplay.Run(Two, await _store.ReadJournalAsync("s", Token), 2).GetOrThrow()).ShouldBe(whole);
    }

    [Fact]
    public async Task EveryByteThatIsLost_LeavesASessionThatGoesOn()
    {
        await BeginAsync();
        int length = (await _store.LoadAsync("s", Token))!.Snapshot.Length;
        for (int at = 0; at < length; at++)
        {
            int lost = at;
            _store.Damage = text => text.Remove(lost, 1);
            (await Host().WhereAsync("s", Token)).ShouldNotBeNull();
        }

        _log.Entries.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task JournalThatDoesNotGiveIt_LeavesItRefused()
    {
        await BeginAsync();
        _store.Damage = _ => "{}";
        _store.Journal = journal => [journal[0]];
        SnapshotRejectedException refused = await Should.ThrowAsync<SnapshotRejectedException>(() => Host().AnswerAsync("s", "yes", cancellationToken: Token));
        (refused.SessionId, refused.Problem).ShouldBe(("s", SnapshotProblem.Malformed));
        refused.Message.ShouldBe("Session 's' cannot be continued. Its snapshot is damaged. Its journal does not give it again either: The journal ends with turn 1; there is no turn 2.");
        _log.Entries.ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Error);
    }

    /// <summary>Exceptions end in logs.</summary>
    [Fact]
    public async Task Refusal_QuotesNothingOfTheSession()
    {
        Flow flow = Flows.Of("""{ "id": "name", "type": "ask", "text": "Who?", "answer": "text", "save": "who" }, { "id": "more", "type": "ask", "text": "More?", "answer": "yes_no" }""", """ "data": { "who": "text" }, """);
        await Host(flow).StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        await Host(flow).AnswerAsync("s", "Zanzibar", cancellationToken: Token);
        _store.Damage = text => text.Replace("\"data\":{\"who\":\"Zanzibar\"}", "\"data\":{\"who\":[\"Zanzibar\"]}", StringComparison.Ordinal).Replace("\"step\":\"more\"", "\"step\":\"Zanzibar\"", StringComparison.Ordinal);
        _store.Journal = journal => [journal[0], journal[1] with { Raw = "Zanzibar", Value = GuidanceFlow.Templates.Value.From("else"), Kind = JournalEntryKind.Signal }];
        SnapshotRejectedException refused = await Should.ThrowAsync<SnapshotRejectedException>(() => Host(flow).AnswerAsync("s", "yes", cancellationToken: Token));
        refused.ToString().ShouldNotContain("Zanzibar");
        string.Concat(_log.Entries).ShouldNotContain("Zanzibar");
    }

    [Fact]
    public async Task AnotherStructureUnderTheSameVersion_StaysRefused()
    {
        await BeginAsync();
        Flow other = Flows.Of($"{Flows.YesNo("first")}, {Flows.YesNo("second")}, {Flows.YesNo("third")}");
        (await Should.ThrowAsync<SnapshotRejectedException>(() => Host(other).WhereAsync("s", Token))).Problem.ShouldBe(SnapshotProblem.FlowMismatch);
    }

    [Fact]
    public async Task Interpreter_IsNotAskedAgain()
    {
        var interpreter = new FakeInterpreter(new AnswerInterpretation(GuidanceFlow.Templates.Value.True, "model"));
        GuidanceHost host = Host(interpreters: new AnswerInterpreters { Behind = [interpreter] });
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: Token);
        (await host.AnswerAsync("s", "it glows", cancellationToken: Token)).Step.ShouldBe("second");
        int asked = interpreter.Asked.Count;
        _store.Damage = _ => "{}";
        (await host.WhereAsync("s", Token))!.Step!.Id.ShouldBe("second");
        interpreter.Asked.Count.ShouldBe(asked);
    }

    private static string Damaged(string damage, string text) => damage switch
    {
        "cut" => text[..^10],
        "unknown step" => text.Replace("\"step\":\"second\"", "\"step\":\"third\"", StringComparison.Ordinal),
        "other format" => text.Replace("\"v\":1", "\"v\":2", StringComparison.Ordinal),
        "other structure" => text.Replace(Two.StructureHash, "0", StringComparison.Ordinal),
        "other turn" => text.Replace("\"turn\":2", "\"turn\":1", StringComparison.Ordinal),
        "other session" => text.Replace("\"id\":\"s\"", "\"id\":\"t\"", StringComparison.Ordinal),
        _ => damage,
    };

    private sealed class DamagedStore(ISessionStore store) : StoreBehind(store)
    {
        public Func<string, string>? Damage { get; set; }

        public Func<IReadOnlyList<JournalEntry>, IReadOnlyList<JournalEntry>>? Journal { get; set; }

        public override async ValueTask<StoredSession?> LoadAsync(string sessionId, CancellationToken cancellationToken) =>
            await base.LoadAsync(sessionId, cancellationToken) is { } stored && Damage is not null
                ? stored with { Snapshot = Encoding.UTF8.GetBytes(Damage(Encoding.UTF8.GetString(stored.Snapshot.Span))) }
                : await base.LoadAsync(sessionId, cancellationToken);

        public override async ValueTask<IReadOnlyList<JournalEntry>> ReadJournalAsync(string sessionId, CancellationToken cancellationToken)
        {
            IReadOnlyList<JournalEntry> journal = await base.ReadJournalAsync(sessionId, cancellationToken);
            return Journal?.Invoke(journal) ?? journal;
        }
    }
}
