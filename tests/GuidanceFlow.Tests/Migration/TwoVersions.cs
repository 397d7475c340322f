using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Migration;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Migration;

/// <summary>Two versions of a flow, and sessions of the older one. Every session that is taken over goes by way of its snapshot.</summary>
internal sealed class TwoVersions
{
    private const string End = """{ "id": "bye", "type": "end", "outcome": "resolved" }""";

    private TwoVersions(Flow older, Flow newer)
    {
        (Older, Newer) = (older, newer);
        Plan = MigrationPlan.Create(older, newer);
    }

    public Flow Older { get; }

    public Flow Newer { get; }

    public MigrationPlan Plan { get; }

    /// <summary>Two versions that differ in some members.</summary>
    /// <param name="older">Members and steps of the older one.</param>
    /// <param name="newer">Members and steps of the newer one.</param>
    /// <param name="others">Flows that both run.</param>
    public static TwoVersions Of((string Members, string Steps) older, (string Members, string Steps) newer, params string[] others) =>
        new(Flow(1, older.Members, older.Steps, others), Flow(2, newer.Members, newer.Steps, others));

    public static Flow Flow(int version, string members, string steps, params string[] others)
    {
        string text = $$"""
            { "flow": "f", "version": {{version}}, {{members}}{{(members.Length == 0 ? string.Empty : ", ")}}"fallback": { "goto": "bye" },
              "stages": [ { "id": "all", "steps": [ {{steps}}, {{End}} ] } ] }
            """;
        return FlowCompiler.Compile([FlowSource.FromText("f.json", text), .. others.Select((other, i) => FlowSource.FromText($"{i}.json", other))]).GetOrThrow();
    }

    /// <summary>A session of the older version after some answers.</summary>
    public GuidanceSession After(params ReadOnlySpan<string> answers) => new Conversation(Older).Say(answers).Session;

    /// <summary>That session, taken over.</summary>
    public MigratedSession Migrate(params ReadOnlySpan<string> answers) => Migrate(After(answers));

    public MigratedSession Migrate(GuidanceSession session)
    {
        MigratedSession migrated = Plan.Migrate(SessionSnapshot.Read(Older, SessionSnapshot.Write(session)).GetOrThrow());
        Plan.Migrate(session).Session.State.Turn.ShouldBe(migrated.Session.State.Turn);
        return migrated;
    }

    /// <summary>The turn an answer makes after the session was taken over.</summary>
    public Turn Say(MigratedSession migrated, string answer)
    {
        Turn turn = migrated.Step(new AnswerInput(answer), Conversation.Noon);
        if (turn.Session.Status == SessionStatus.Waiting)
        {
            byte[] snapshot = SessionSnapshot.Write(turn.Session);
            SessionSnapshot.Write(SessionSnapshot.Read(turn.Session.Flow, snapshot).GetOrThrow()).ShouldBe(snapshot);
        }

        return turn;
    }

    public static string[] Events(Turn turn) => [.. turn.Events.Select(entry => entry.Kind + ":" + entry.Step + (entry.Detail is null ? string.Empty : ":" + entry.Detail))];
}
