using System.Text;
using GuidanceFlow.Engine;
using GuidanceFlow.Replay;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Documentation;
using GuidanceFlow.Tests.Migration;

namespace GuidanceFlow.Tests.Replay;

/// <summary>The journal is the truth of a session: whatever happened, it gives the same bytes again after every turn.</summary>
public sealed class RandomReplayTests
{
    internal static readonly RandomTalk[] Talks =
    [
        .. RandomTalk.All,
        .. RandomTalk.In(Repository.Path("tests", "flows", "Waiting")),
        new(EverythingFlow.Flow, [new() { ["who"] = Value.From("Ann") }, new() { ["who"] = Value.From("Bo"), ["level"] = Value.From(2) }]),
    ];

    /// <summary>Random sessions of every flow, those of one whatever other flows there are.</summary>
    internal static IEnumerable<(RandomTalk Talk, int Number, RandomSession Session)> Sessions(int seed, int each)
    {
        foreach (RandomTalk talk in Talks)
        {
            var random = new Random(seed);
            for (int number = 0; number < each; number++)
            {
                yield return (talk, number, RandomSession.Start(talk, number, random).Play(most: 40));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Journal_GivesEverySnapshotAgain_ByteForByte(int seed)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var events = new HashSet<TurnEventKind>();
        foreach ((RandomTalk talk, int number, RandomSession session) in Sessions(seed, each: 40))
        {

            ReplayResult replayed = SessionReplay.Run(talk.Flow, session.Journal);
            replayed.Success.ShouldBeTrue($"{talk.Flow.Id}, session {number}: {replayed.Message}");
            replayed.Turns.Length.ShouldBe(session.Snapshots.Count);
            for (int turn = 0; turn < session.Snapshots.Count; turn++)
            {
                byte[] snapshot = SessionSnapshot.Write(replayed.Turns[turn].Session);
                if (!snapshot.AsSpan().SequenceEqual(session.Snapshots[turn]))
                {
                    Encoding.UTF8.GetString(snapshot).ShouldBe(Encoding.UTF8.GetString(session.Snapshots[turn]), $"{talk.Flow.Id}, session {number}, turn {turn + 1}");
                }
            }

            kinds.UnionWith(session.Journal.Select(entry => entry.Kind + " " + entry.Source?.Split(':')[0].Split('-')[0]));
            events.UnionWith(session.Journal.SelectMany(entry => entry.Events).Select(happened => happened.Kind));
        }

        // Else the test says nothing.
        Enum.GetNames<JournalEntryKind>().Where(kind => !kinds.Any(seen => seen.StartsWith(kind, StringComparison.Ordinal))).ShouldBeEmpty();
        Enum.GetValues<TurnEventKind>().Except(events).Except([TurnEventKind.Migrated, TurnEventKind.FollowUpPlanned]).ShouldBeEmpty();
    }

    /// <summary>Two flows of one session have steps of the same id here; which one an event is of, the very text of the id tells, as each flow has its own.</summary>
    [Fact]
    public void Places_AreThoseOfTheSteps()
    {
        var random = new Random(11);
        (int told, int untold) = (0, 0);
        for (int number = 0; number < 150; number++)
        {
            RandomSession session = RandomSession.Start(Talks[^1], number, random).Play(most: 30);
            for (int turn = 0; turn < session.Journal.Count; turn++)
            {
                JournalEntry entry = session.Journal[turn];
                for (int i = 0; i < entry.Events.Count; i++)
                {
                    if (session.Turns[turn].Events[i].Step is not { } step)
                    {
                        entry.FlowOf(i).ShouldBeNull();
                        continue;
                    }

                    Flow owner = EverythingFlow.Flow.Closure.Select(id => EverythingFlow.Flow.FindFlow(id)!).Single(flow => flow.FindStep(step) is { } own && ReferenceEquals(own.Id, step));
                    if (entry.FlowOf(i) is { } flow)
                    {
                        told++;
                        (flow, entry.StageOf(i)).ShouldBe((owner.Id, owner.FindStep(step)!.Stage.Id), $"session {number}, turn {turn + 1}, event {i} ({entry.Events[i]})");
                    }
                    else
                    {
                        untold++;
                        EverythingFlow.Flow.Closure.Count(id => EverythingFlow.Flow.FindFlow(id)!.FindStep(step) is not null).ShouldBe(2, step);
                    }
                }
            }
        }

        (told > 20 * untold).ShouldBeTrue($"{told} to {untold}");
    }
}
