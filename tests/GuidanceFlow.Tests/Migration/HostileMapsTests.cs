using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Migration;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Migration;

/// <summary>Migrations that make no sense, and versions that fell apart: sessions go on all the same, or stay; nothing throws.</summary>
public sealed class HostileMapsTests
{
    private const int Maps = 120;
    private const int Sessions = 6;
    private static readonly string[] Expressions = ["null", "1", "'x'", "true", "[]", "{}", "nobody", "1 / 0", "('a' | string.size) + 1", "[1, 2] | array.last", "'2026-01-05' | date.parse"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void SessionTakenOverByAnyMap_GoesOnOrStays(int seed)
    {
        var random = new Random(seed);
        var outcomes = new HashSet<MigrationOutcome>();
        int handedOff = 0;
        for (int map = 0; map < Maps; map++)
        {
            RandomTalk talk = RandomTalk.All[map % RandomTalk.All.Count];
            if (TryMake(talk, random) is not { } plan)
            {
                continue;
            }

            for (int number = 0; number < Sessions; number++)
            {
                if (Play(talk, plan, number, random) is { } migrated)
                {
                    outcomes.Add(migrated.Outcome);
                    handedOff += migrated.IsHandedOff ? 1 : 0;
                }
            }
        }

        outcomes.Count.ShouldBeGreaterThanOrEqualTo(3);
        outcomes.ShouldContain(MigrationOutcome.Rewound);
        handedOff.ShouldBeGreaterThan(0);
    }

    private static MigrationPlan? TryMake(RandomTalk talk, Random random)
    {
        Flow newer;
        try
        {
            newer = talk.NextVersion(definition => Spoil(definition, random));
        }
        catch (FlowCompilationException)
        {
            // The compiler says what is wrong, which is all that is asked here.
            return null;
        }

        if (newer.Definition.Migrate is null)
        {
            return null;
        }

        MigrationPlan plan = MigrationPlan.Create(talk.Flow, newer);
        plan.Diagnostics.ShouldAllBe(finding => finding.Message.Length > 0);
        return plan;
    }

    private static MigratedSession? Play(RandomTalk talk, MigrationPlan plan, int number, Random random)
    {
        DateTimeOffset now = Conversation.Noon;
        SessionInput input;
        GuidanceSession session = talk.Start(number, random);
        for (int turn = random.Next(25); turn > 0 && session.Status == SessionStatus.Waiting; turn--)
        {
            (input, now) = talk.Next(session, random, now);
            session = GuidanceEngine.Step(session.Flow, session, input, now).Session;
        }

        if (session.Status != SessionStatus.Waiting)
        {
            return null;
        }

        MigratedSession migrated = plan.Migrate(SessionSnapshot.Read(talk.Flow, SessionSnapshot.Write(session)).GetOrThrow());
        migrated.Reasons.IsEmpty.ShouldBe(migrated.Outcome == MigrationOutcome.Same);
        migrated.Reasons.ShouldAllBe(reason => reason.EndsWith('.'));
        (input, now) = talk.Next(session, random, now);
        Turn first = migrated.Step(input, now);
        first.Error.ShouldBeNull();
        bool isRefused = first.Result == TurnResult.Refused;
        first.Events.Any(happened => happened.Kind == TurnEventKind.Migrated).ShouldBe(!isRefused && (migrated.Outcome != MigrationOutcome.Orphaned || migrated.IsHandedOff));
        session = isRefused && migrated.IsHandedOff ? migrated.Session : first.Session;
        for (int turn = 0; turn < 20 && session.Status == SessionStatus.Waiting; turn++)
        {
            session = SessionSnapshot.Read(session.Flow, SessionSnapshot.Write(session)).GetOrThrow();
            (input, now) = talk.Next(session, random, now);
            Turn next = GuidanceEngine.Step(session.Flow, session, input, now);
            next.Error.ShouldBeNull();
            session = next.Session;
        }

        return migrated;
    }

    private static FlowDefinition Spoil(FlowDefinition definition, Random random)
    {
        string[] ids = [.. definition.Stages.SelectMany(stage => stage.Steps).Select(step => step.Id)];
        string[] names = [.. definition.Data.Concat(definition.Inputs).Select(datum => datum.Name)];
        StepMappingDefinition[] steps = [.. ids.Where(_ => random.Next(4) == 0).Select(id => new StepMappingDefinition(id, random.Next(3) == 0 ? null : ids[random.Next(ids.Length)]))];
        AssignmentDefinition[] data = [.. names.Where(_ => random.Next(4) == 0).Select(name => new AssignmentDefinition(name, random.Next(2) == 0 ? names[random.Next(names.Length)] : Expressions[random.Next(Expressions.Length)]))];
        return definition with
        {
            Data = [.. definition.Data.Select(datum => random.Next(12) == 0 ? datum with { Optional = true } : datum)],
            Migrate = random.Next(10) == 0 ? null : definition.Migrate! with
            {
                Steps = [.. steps],
                Data = random.Next(2) == 0 ? [] : [.. data],
                Unmapped = definition.Fallback?.Goto is null ? UnmappedPolicy.Rewind : (UnmappedPolicy)random.Next(3),
            },
        };
    }
}
