using System.Text;
using GuidanceFlow.Engine;
using GuidanceFlow.Migration;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Migration;

/// <summary>Sessions taken over by a version that is the same but for its number: nobody notices, now or later.</summary>
public sealed class IdentityTests
{
    private const int Sessions = 150;
    private const int MostTurns = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void SessionTakenOverAnywhere_IsTheSameSession_AndGoesOnTheSameWay(int seed)
    {
        var random = new Random(seed);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (RandomTalk talk in RandomTalk.All)
        {
            Flow newer = talk.NextVersion();
            MigrationPlan plan = MigrationPlan.Create(talk.Flow, newer);
            plan.Diagnostics.ShouldBeEmpty();
            for (int number = 0; number < Sessions; number++)
            {
                Play(talk, plan, number, random, seen);
            }
        }

        // Else the test would not have met what is hard to take over.
        string.Join(' ', seen.Order(StringComparer.Ordinal)).ShouldBe("caller chosen confirming interruption known loops timers undo with a delta undo with a state undo with a value undo with plain answers unrecognised upset");
    }

    private static IEnumerable<string> PartsOf(SessionState state)
    {
        List<UndoEntry> entries = [];
        UndoLog log = SnapshotUndoLog.Read(state.Undo with { Plain = 0 });
        for (UndoEntry? entry = log.Latest; entry is not null; entry = entry.Older)
        {
            entries.Add(entry);
        }

        (string Name, bool IsThere)[] parts =
        [
            ("caller", state.Caller is not null), ("chosen", state.Chosen.Length > 0), ("confirming", state.Confirming is not null), ("interruption", state.Caller?.Interruption is not null),
            ("timers", state.Timers.Length > 0), ("known", state.Known.Length > 0), ("loops", state.Loop is not null), ("unrecognised", state.Unrecognised.Length > 0), ("upset", state.Upset > 0), ("undo with plain answers", state.Undo.Plain > 0),
            ("undo with a delta", entries.Exists(entry => entry is DeltaUndo)), ("undo with a state", entries.Exists(entry => entry is StateUndo)), ("undo with a value", entries.Exists(entry => entry is SimpleUndo)),
        ];
        return parts.Where(part => part.IsThere).Select(part => part.Name);
    }

    private static void Play(RandomTalk talk, MigrationPlan plan, int number, Random random, HashSet<string> seen)
    {
        DateTimeOffset now = Conversation.Noon;
        GuidanceSession old = talk.Start(number, random);
        int before = random.Next(MostTurns / 2);
        for (int turn = 0; turn < before && old.Status == SessionStatus.Waiting; turn++)
        {
            (SessionInput input, now) = talk.Next(old, random, now);
            old = GuidanceEngine.Step(old.Flow, old, input, now).Session;
        }

        if (old.Status != SessionStatus.Waiting)
        {
            return;
        }

        old = random.Next(2) == 0 ? old : SessionSnapshot.Read(talk.Flow, SessionSnapshot.Write(old)).GetOrThrow();
        seen.UnionWith(PartsOf(old.State));
        MigratedSession migrated = plan.Migrate(old);
        migrated.Reasons.ShouldBeEmpty();
        migrated.Outcome.ShouldBe(MigrationOutcome.Same);
        GuidanceSession @new = migrated.Session;
        Text(@new, plan).ShouldBe(Text(old, plan));
        for (int turn = 0; turn < MostTurns && old.Status == SessionStatus.Waiting; turn++)
        {
            (SessionInput input, now) = talk.Next(old, random, now);
            Turn wanted = GuidanceEngine.Step(old.Flow, old, input, now);
            Turn found = turn == 0 ? migrated.Step(input, now) : GuidanceEngine.Step(@new.Flow, @new, input, now);
            Reply(found, now).ShouldBe(Reply(wanted, now).Replace($"\"flow_version\":{plan.From.Version},", $"\"flow_version\":{plan.To.Version},", StringComparison.Ordinal));
            found.Events.Where(happened => happened.Kind != TurnEventKind.Migrated).ShouldBe(wanted.Events);
            (old, @new) = (wanted.Session, found.Session);
            Text(@new, plan).ShouldBe(Text(old, plan));
        }
    }

    private static string Reply(Turn turn, DateTimeOffset now) => Encoding.UTF8.GetString(TurnReplyJson.Write(TurnReply.From(turn, now)));

    /// <summary>A session's snapshot as if it were of the newer version.</summary>
    private static string Text(GuidanceSession session, MigrationPlan plan) => Encoding.UTF8.GetString(SessionSnapshot.Write(session))
        .Replace($"\"flow_version\":{plan.From.Version},\"structure\":\"{plan.From.StructureHash}\"", $"\"flow_version\":{plan.To.Version},\"structure\":\"{plan.To.StructureHash}\"", StringComparison.Ordinal);
}
