using System.Text.RegularExpressions;
using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing;
using GuidanceFlow.Testing.Scenarios;
using GuidanceFlow.Tests.Documentation;
using GuidanceFlow.Tests.Sessions;

namespace GuidanceFlow.Tests.Samples;

/// <summary>
/// The scenarios of all sample flows, played over hosts of which each call to the outside fails once, in turn, before or after it did its work. In the end the customer has heard the same, the same was filed,
/// handed over and done, each once, and the session is where it would be.
/// </summary>
public sealed partial class FaultsInSamplesTests
{
    private static readonly string Folder = Repository.Path("samples", "flows");

    private static readonly FlowCatalog Catalog = new([.. SampleFlowTests.Flows.Select(row => FlowCompiler.Compile([FlowSource.FromFile(Path.Combine(Folder, row.Data))]).GetOrThrow())]);

    private static readonly TimeSpan Afterwards = TimeSpan.FromMinutes(20);

    public static TheoryData<string> Scenarios => SampleFlowTests.Scenarios;

    [Theory, MemberData(nameof(Scenarios))]
    public async Task WhateverFails_TheConversationGoesAsItWould(string scenario)
    {
        Scenario script = Scenario.Read(Path.Combine(Folder, scenario)).GetOrThrow();
        Rehearsed rehearsed = Rehearsed.Of(script);
        Played whole = await PlayAsync(script, rehearsed, failAt: 0, afterwards: false);
        whole.World.Points.ShouldBeGreaterThan(10);
        whole.ShouldEndAs(rehearsed.Session, "the end");
        foreach (bool afterwards in (bool[])[false, true])
        {
            for (int point = 1; point <= whole.World.Points; point++)
            {
                Played played = await PlayAsync(script, rehearsed, point, afterwards);
                string at = $"point {point} of {whole.World.Points}, {played.World.Failed} failed {(afterwards ? "afterwards" : "before")}";
                played.World.Failed.ShouldNotBeNull(at);
                played.Happened().ShouldBe(whole.Happened(), at);
                played.World.Ids.ShouldBe(played.World.Ids.Distinct(), at);
                played.ShouldEndAs(whole.Session, at);
            }
        }
    }

    private static async Task<Played> PlayAsync(Scenario script, Rehearsed rehearsed, int failAt, bool afterwards)
    {
        var results = new ResultsInTurn(rehearsed);
        var world = new FaultyWorld(Catalog)
        {
            FailAt = failAt,
            Afterwards = afterwards,
            Clock = new ManualTimeProvider(script.Now),
            Actions = world => ActionsOf(world, results),
        };
        string id = script.Start.SessionId;
        string flow = Path.GetFileNameWithoutExtension(script.FlowFile);
        world.Heard(await world.InsistAsync(host => host.StartAsync(flow, script.Start, "start")));
        await SettleAsync(world, id);
        for (int i = 0; i < script.Steps.Count; i++)
        {
            ScenarioStep step = script.Steps[i];
            await PassAsync(world, id, step.After);
            if (step.Input is not { } input)
            {
                continue;
            }

            string inputId = step.Id ?? $"input {i}";
            TurnReply reply = await world.InsistAsync(host => host.StepAsync(id, input, inputId));
            if (input is not (SignalInput or PersonInput) && !script.Steps.Take(i).Any(before => before.Id == inputId))
            {
                world.Heard(reply);
            }

            await SettleAsync(world, id);
        }

        // Long enough for whatever failed to be tried again, also after a host that vanished.
        await world.PassAsync(Afterwards);
        (await world.Store.ReadOutboxAsync(id, isDead: true, 0, 10, CancellationToken.None)).ShouldBeEmpty();
        return new Played(world, await SessionAsync(world, id));
    }

    /// <summary>Whoever sees that the session is busy writes again later.</summary>
    private static async Task SettleAsync(FaultyWorld world, string id)
    {
        for (int i = 0; i < 60 && (await SessionAsync(world, id)).Status == SessionStatus.Busy; i++)
        {
            await PassAsync(world, id, TimeSpan.FromSeconds(10));
        }
    }

    /// <summary>Time passes, from one timer to the next.</summary>
    private static async Task PassAsync(FaultyWorld world, string id, TimeSpan time)
    {
        DateTimeOffset end = world.Clock.GetUtcNow() + time;
        while (await NextAsync(world, id) is { } due && due <= end)
        {
            world.Clock.Advance(due > world.Clock.GetUtcNow() ? due - world.Clock.GetUtcNow() : TimeSpan.Zero);
            await world.LookAsync();
            await world.LookAsync();
        }

        world.Clock.Advance(end - world.Clock.GetUtcNow());
        await world.LookAsync();
    }

    private static async Task<DateTimeOffset?> NextAsync(FaultyWorld world, string id) =>
        (await SessionAsync(world, id)).Timers is { Count: > 0 } timers ? timers.Min(timer => timer.Due) : null;

    private static async Task<GuidanceSession> SessionAsync(FaultyWorld world, string id)
    {
        StoredSession stored = (await world.Store.LoadAsync(id, CancellationToken.None))!;
        return SessionSnapshot.Read(Catalog.Find(stored.FlowId, stored.FlowVersion)!, stored.Snapshot).Session.ShouldNotBeNull();
    }

    private static GuidanceActions ActionsOf(FaultyWorld world, ResultsInTurn results)
    {
        var actions = new GuidanceActions();
        foreach (string action in Catalog.All.SelectMany(flow => flow.Definition.Actions).Select(action => action.Name).Distinct())
        {
            actions.Add(action, (call, _) => world.ActAsync(call, call.Action, () => results.Of(call)));
        }

        return actions;
    }

    [GeneratedRegex("[0-9]{1,2}:[0-9]{2}|[0-9A-Z]{12}")]
    private static partial Regex TimeOrReference();

    /// <summary>What becomes of a scenario's actions where nothing fails: as a rehearsal has it, each attempt the next result.</summary>
    private sealed class ResultsInTurn(Rehearsed rehearsed)
    {
        private readonly Dictionary<(string Call, int Attempt), ActionResult> _given = [];
        private readonly Dictionary<string, int> _used = [];

        public ActionResult Of(ActionCall call)
        {
            if (!_given.TryGetValue((call.Id, call.Attempt), out ActionResult? result))
            {
                ActionResult[] results = rehearsed.Results[call.Action];
                int used = _used.GetValueOrDefault(call.Action);
                result = results[Math.Min(used, results.Length - 1)];
                _used[call.Action] = used + 1;
                _given.Add((call.Id, call.Attempt), result);
            }

            return result;
        }
    }

    /// <summary>A scenario played without a host.</summary>
    private sealed record Rehearsed(GuidanceSession Session, IReadOnlyDictionary<string, ActionResult[]> Results)
    {
        public static Rehearsed Of(Scenario script)
        {
            Flow flow = Catalog.Latest(Path.GetFileNameWithoutExtension(script.FlowFile))!;
            var rehearsal = new Rehearsal(flow, script.Actions);
            var turns = new List<ConversationTurn>(rehearsal.Start(script.Start, script.Now).Turns);
            foreach (ScenarioStep step in script.Steps)
            {
                turns.AddRange(rehearsal.Advance(step.After).Turns);
                if (step.Input is { } input)
                {
                    turns.AddRange(rehearsal.Take(input, step.Id).Turns);
                }
            }

            turns.AddRange(rehearsal.Advance(Afterwards).Turns);
            var names = turns.SelectMany(turn => turn.Calls).DistinctBy(call => call.Id).ToDictionary(call => call.Id, call => call.Action);
            return new Rehearsed(rehearsal.Session!, turns.Select(turn => turn.Input).OfType<ActionResultInput>().GroupBy(input => names[input.Call], input => input.Result).ToDictionary(group => group.Key, group => group.ToArray()));
        }
    }

    /// <summary>What became of a scenario.</summary>
    private sealed record Played(FaultyWorld World, GuidanceSession Session)
    {
        /// <summary>What happened, without what differs when something was tried again a little later, or an action failed instead of taking too long.</summary>
        public string[] Happened() => [.. World.Happened().Select(line => TimeOrReference().Replace(line, "~").Replace(ActionErrors.Failed, ActionErrors.Timeout, StringComparison.Ordinal))];

        public void ShouldEndAs(GuidanceSession other, string at)
        {
            (Session.Status, Session.Outcome, Session.Step?.Id, Session.Locale, Session.Attempts).ShouldBe((other.Status, other.Outcome, other.Step?.Id, other.Locale, other.Attempts), at);
            Session.Path.ShouldBe(other.Path, at);
            foreach (string name in other.Flow.Definition.Data.Select(data => data.Name))
            {
                Session.Data(name).ShouldBe(other.Data(name), $"{name} at {at}");
            }
        }
    }
}
