using GuidanceFlow.Engine;
using GuidanceFlow.Migration;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Tests.Migration;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>What a catalogue would do with many sessions.</summary>
public sealed class MigrationDryRunTests
{
    private const string First = """{ "id": "first", "type": "ask", "text": "?", "answer": "yes_no" }""";
    private const string Second = """{ "id": "second", "type": "ask", "text": "?", "answer": "yes_no" }""";
    private const string Third = """{ "id": "third", "type": "ask", "text": "?", "answer": "yes_no" }""";

    private static readonly Flow One = TwoVersions.Flow(1, string.Empty, $"{First}, {Second}, {Third}");
    private static readonly Flow Two = TwoVersions.Flow(2, Migrate("\"second\": \"2nd\", \"third\": null", "rewind"), $"{First}, {Second.Replace("\"second\"", "\"2nd\"", StringComparison.Ordinal)}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sessions_are_counted_by_what_becomes_of_them()
    {
        var catalogue = new FlowCatalog([One, Two]);
        MigrationReport report = await MigrationDryRun.RunAsync(catalogue, Stored(Of(One, "a"), Of(One, "b", "yes"), Of(One, "c", "yes", "no"), Of(One, "d", "yes", "no", "yes"), Of(Two, "e"), Of(One, "f") with { FlowVersion = 9 }, Of(One, "g") with { Snapshot = "{"u8.ToArray() }), cancellationToken: Token);
        (report.Same, report.Mapped, report.Rewound, report.Orphaned, report.HandedOff, report.Untouched, report.Ended, report.Unreadable, report.Total).ShouldBe((1, 1, 1, 0, 0, 1, 1, 2, 7));
        report.Examples.Select(example => (example.SessionId, example.Outcome, example.Step)).ShouldBe([("b", MigrationOutcome.Mapped, "second"), ("c", MigrationOutcome.Rewound, "third"), ("f", null, null), ("g", null, null)]);
        report.Examples[0].Reasons.ShouldBe(["'second' is '2nd' now."]);
        report.Examples[2].Reasons.ShouldBe(["There is no version 9 of 'f' at hand."]);
    }

    [Theory]
    [InlineData("finish", false)]
    [InlineData("handoff", true)]
    public async Task Orphans_say_why_and_whether_they_are_handed_off(string unmapped, bool handedOff)
    {
        var catalogue = new FlowCatalog([One, TwoVersions.Flow(2, Migrate("\"second\": null, \"third\": null", unmapped), First)]);
        foreach (FlowCatalog flows in new[] { catalogue, catalogue.Retire("f", 1) })
        {
            MigrationReport report = await MigrationDryRun.RunAsync(flows, Stored(Of(One, "a", "yes"), Of(One, "b", "yes", "yes")), examples: 1, Token);
            (report.Orphaned, report.HandedOff).ShouldBe((2, handedOff ? 2 : 0));
            MigrationExample example = report.Examples.ShouldHaveSingleItem();
            (example.Outcome, example.IsHandedOff, example.Reasons.ShouldHaveSingleItem()).ShouldBe((MigrationOutcome.Orphaned, handedOff, "Nothing takes the place of 'second'."));
        }
    }

    [Fact]
    public async Task A_session_whose_action_is_under_way_is_taken_over_behind_it()
    {
        const string Actions = "\"actions\": { \"light.check\": {} }";
        const string Call = """{ "id": "check", "type": "call", "action": "light.check" }""";
        Flow older = TwoVersions.Flow(1, Actions, $"{Call}, {First}");
        Flow newer = TwoVersions.Flow(2, $"{Actions}, {Migrate("\"first\": \"1st\"", "finish")}", $"{Call}, {First.Replace("\"first\"", "\"1st\"", StringComparison.Ordinal)}");
        var catalogue = new FlowCatalog([older, newer]);
        Turn start = GuidanceEngine.Start(older, new StartRequest { SessionId = "a" }, Conversation.Noon);
        start.Session.Status.ShouldBe(SessionStatus.Busy);
        catalogue.Migrate(start.Session).ShouldBeNull();
        catalogue.Retire("f", 1).Migrate(start.Session).ShouldBeNull();
        (await MigrationDryRun.RunAsync(catalogue, Stored(new StoredSession("a", "f", 1, 1, SessionSnapshot.Write(start.Session))), cancellationToken: Token)).Untouched.ShouldBe(1);

        var effect = start.Effects.ShouldHaveSingleItem().ShouldBeOfType<RunActionEffect>();
        Turn behind = GuidanceEngine.Step(older, start.Session, new ActionResultInput(effect.Call.Id, effect.Call.Attempt, GuidanceFlow.Actions.ActionResult.Done()), Conversation.Noon);
        behind.Session.Step!.Id.ShouldBe("first");
        catalogue.Migrate(behind.Session)!.Session.Step!.Id.ShouldBe("1st");
    }

    [Fact]
    public async Task It_agrees_with_what_a_host_does()
    {
        foreach ((Flow older, string id, string[] answers) in new[] { (One, "a", Array.Empty<string>()), (One, "b", ["yes"]), (One, "c", ["yes", "no"]) })
        {
            StoredSession stored = Of(older, id, answers);
            MigrationReport report = await MigrationDryRun.RunAsync(new FlowCatalog([One, Two]), Stored(stored), cancellationToken: Token);
            MigratedSession migrated = new FlowCatalog([One, Two]).Migrate(SessionSnapshot.Read(One, stored.Snapshot).GetOrThrow())!;
            (report.Same, report.Mapped, report.Rewound).ShouldBe((migrated.Outcome == MigrationOutcome.Same ? 1 : 0, migrated.Outcome == MigrationOutcome.Mapped ? 1 : 0, migrated.Outcome == MigrationOutcome.Rewound ? 1 : 0));
        }
    }

    [Fact]
    public async Task It_can_be_ended_and_refuses_what_makes_no_sense()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => MigrationDryRun.RunAsync(new FlowCatalog([One, Two]), Stored(Of(One, "a")), cancellationToken: source.Token));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => MigrationDryRun.RunAsync(new FlowCatalog([One]), Stored(), examples: -1, Token));
    }

    private static string Migrate(string steps, string unmapped) => $"\"migrate\": {{ \"from\": [1], \"steps\": {{ {steps} }}, \"unmapped\": \"{unmapped}\" }}";

    private static StoredSession Of(Flow flow, string id, params string[] answers)
    {
        GuidanceSession session = new Conversation(flow, new StartRequest { SessionId = id }).Say(answers).Session;
        return new StoredSession(id, flow.Id, flow.Version, session.Turn, SessionSnapshot.Write(session));
    }

    private static async IAsyncEnumerable<StoredSession> Stored(params StoredSession[] sessions)
    {
        foreach (StoredSession session in sessions)
        {
            await Task.Yield();
            yield return session;
        }
    }
}
