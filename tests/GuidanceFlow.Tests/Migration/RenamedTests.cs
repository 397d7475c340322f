using System.Text;
using System.Text.RegularExpressions;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Migration;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Migration;

/// <summary>Sessions taken over by a version in which every step and every datum has another name: apart from the names nobody notices, now or later.</summary>
public sealed class RenamedTests
{
    private const string Mark = "-9z";
    private const string DataMark = "_9z";
    private const int Sessions = 60;
    private const int MostTurns = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void SessionTakenOverByNewNames_GoesOnTheSameWay(int seed)
    {
        RandomTalk.All.Count.ShouldBeGreaterThanOrEqualTo(4);
        var random = new Random(seed);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (RandomTalk talk in RandomTalk.All)
        {
            // In one language: translations would have to be renamed as well.
            var one = new RandomTalk(OneLanguage(talk.Flow), talk.Inputs);
            Flow newer = Compile(one.Flow.Closure.Select(id => Renamed(one.Flow.FindFlow(id)!.Definition)));
            MigrationPlan plan = MigrationPlan.Create(one.Flow, newer);
            plan.Diagnostics.ShouldBeEmpty();
            for (int number = 0; number < Sessions; number++)
            {
                Play(one, plan, number, random, seen);
            }
        }

        seen.ShouldBe([nameof(DeltaUndo), nameof(SimpleUndo), nameof(StateUndo), nameof(EachFrame), nameof(CallFrame)], ignoreOrder: true);
    }

    private static void Play(RandomTalk talk, MigrationPlan plan, int number, Random random, HashSet<string> seen)
    {
        DateTimeOffset now = Conversation.Noon;
        SessionInput input;
        GuidanceSession old = talk.Start(number, random);
        for (int turn = random.Next(MostTurns / 2); turn > 0 && old.Status == SessionStatus.Waiting; turn--)
        {
            (input, now) = talk.Next(old, random, now);
            old = GuidanceEngine.Step(old.Flow, old, input, now).Session;
        }

        if (old.Status != SessionStatus.Waiting)
        {
            return;
        }

        Note(old.State, seen);
        MigratedSession migrated = plan.Migrate(SessionSnapshot.Read(talk.Flow, SessionSnapshot.Write(old)).GetOrThrow());
        migrated.Outcome.ShouldBe(MigrationOutcome.Mapped);
        GuidanceSession @new = migrated.Session;
        Text(@new).ShouldBe(Text(old));
        for (int turn = 0; turn < MostTurns && old.Status == SessionStatus.Waiting; turn++)
        {
            (input, now) = talk.Next(old, random, now);
            Turn wanted = GuidanceEngine.Step(old.Flow, old, input, now);
            SessionInput renamed = input is CorrectionInput correction ? correction with { Step = correction.Step + Mark } : input;
            Turn found = turn == 0 ? migrated.Step(renamed, now) : GuidanceEngine.Step(@new.Flow, @new, renamed, now);
            Text(TurnReplyJson.Write(TurnReply.From(found, now))).ShouldBe(Text(TurnReplyJson.Write(TurnReply.From(wanted, now))));
            (old, @new) = (wanted.Session, found.Session);
            Text(@new).ShouldBe(Text(old));
        }
    }

    private static void Note(SessionState state, HashSet<string> seen)
    {
        UndoLog log = SnapshotUndoLog.Read(state.Undo with { Plain = 0 });
        for (UndoEntry? entry = log.Latest; entry is not null; entry = entry.Older)
        {
            seen.Add(entry.GetType().Name);
        }

        seen.UnionWith([.. state.Loop is null ? (string[])[] : [nameof(EachFrame)], .. state.Caller is null ? (string[])[] : [nameof(CallFrame)]]);
    }

    /// <summary>What is written of a session or a reply, without the marks, the version and its hash.</summary>
    private static string Text(GuidanceSession session) => Text(SessionSnapshot.Write(session)).Replace(session.Flow.StructureHash, "*", StringComparison.Ordinal);

    private static string Text(byte[] utf8) => Regex.Replace(
        Encoding.UTF8.GetString(utf8).Replace(Mark, string.Empty, StringComparison.Ordinal).Replace(DataMark, string.Empty, StringComparison.Ordinal),
        "\"flow_version\":[0-9]+",
        "*",
        RegexOptions.None,
        TimeSpan.FromSeconds(10));

    private static Flow OneLanguage(Flow flow) => Compile(flow.Closure.Select(id => flow.FindFlow(id)!.Definition with { Locales = [flow.Locales[0]] }));

    private static Flow Compile(IEnumerable<FlowDefinition> definitions) => FlowCompiler.Compile([.. definitions.Select(FlowSource.FromDefinition)]).GetOrThrow();

    /// <summary>The next version of a flow, with a mark at the ids of its steps and at the names of its data.</summary>
    private static FlowDefinition Renamed(FlowDefinition definition)
    {
        CompilationContext outline = MigrationChecks.OutlineOf(definition);
        string[] ids = [.. outline.Places.Select(place => place.Definition.Id)];

        // A name that other flows, fields or items have too stays: only the whole text is searched here.
        string[] names = [.. definition.Data.Select(datum => datum.Name).Where(name => name.Contains('_', StringComparison.Ordinal) && !definition.Returns.Contains(name))];
        string text = FlowWriter.WriteText(definition);
        foreach (string id in ids)
        {
            text = Regex.Replace(text, $"""("(?:id|goto|next|on_return|on_error)": "|(?:answers|labels)\[(?:\\"|'|\\u0027|\\u0022))({Regex.Escape(id)})(?=["'\\])""", "$1$2" + Mark, RegexOptions.None, TimeSpan.FromSeconds(10));
        }

        foreach (string name in names)
        {
            text = Regex.Replace(text, $"(?<![\\w.-]){Regex.Escape(name)}(?![\\w-])", name + DataMark, RegexOptions.None, TimeSpan.FromSeconds(10));
        }

        FlowDefinition renamed = FlowReader.Read(FlowSource.FromText("renamed.json", text)).GetOrThrow();
        return renamed with
        {
            Version = definition.Version + 1,
            Migrate = new MigrationDefinition
            {
                From = [definition.Version],
                Steps = [.. ids.Select(id => new StepMappingDefinition(id, id + Mark))],
                Data = [.. names.Select(name => new AssignmentDefinition(name + DataMark, name))],
            },
        };
    }
}
