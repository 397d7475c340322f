using System.Text;
using GuidanceFlow.Definitions;
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
    private static readonly RandomTalk[] Talks =
    [
        .. RandomTalk.All,
        .. RandomTalk.In(Repository.Path("tests", "flows", "Waiting")),
        new(EverythingFlow.Flow, [new() { ["who"] = Value.From("Ann") }, new() { ["who"] = Value.From("Bo"), ["level"] = Value.From(2) }]),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Journal_GivesEverySnapshotAgain_ByteForByte(int seed)
    {
        var random = new Random(seed);
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var events = new HashSet<TurnEventKind>();
        for (int number = 0; number < 40 * Talks.Length; number++)
        {
            RandomTalk talk = Talks[number % Talks.Length];
            RandomSession session = RandomSession.Start(talk, number, random).Play(most: 40);

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
}
