using System.Text;
using GuidanceFlow.Definitions;
using GuidanceFlow.Replay;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tests.Documentation;

namespace GuidanceFlow.Tests.Replay;

/// <summary>
/// Journals of sessions that earlier releases made, as stores have them: each must give its session again, with the snapshots that were stored then. CONTRIBUTING.md says how one is added; none is ever changed.
/// </summary>
public sealed class KeptJournalTests
{
    private static readonly string Folder = Repository.Path("tests", "flows", "Journals");

    public static IEnumerable<TheoryDataRow<string>> Journals() => Directory.EnumerateFiles(Folder, "*.journal.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => new TheoryDataRow<string>(Path.GetRelativePath(Folder, file).Replace('\\', '/')));

    [Theory]
    [MemberData(nameof(Journals))]
    public void Journal_GivesItsSnapshotsAgain(string journal)
    {
        string file = Path.Combine(Folder, journal);
        IReadOnlyList<JournalEntry> entries = JournalJson.Import(File.ReadAllBytes(file));
        FlowCatalog flows = FlowsOf(Path.GetDirectoryName(file)!, entries);

        ReplayResult replayed = SessionReplay.Run(flows, entries);

        replayed.Success.ShouldBeTrue(replayed.Message);
        byte[][] snapshots = [.. replayed.Turns.Select(turn => SessionSnapshot.Write(turn.Session))];
        string kept = file.Replace(".journal.jsonl", ".snapshots.jsonl", StringComparison.Ordinal);
        if (!File.Exists(kept) && Environment.GetEnvironmentVariable("GUIDANCEFLOW_ACCEPT") == "1")
        {
            File.WriteAllBytes(kept, [.. snapshots.SelectMany(snapshot => snapshot.Append((byte)'\n'))]);
        }

        string[] lines = File.ReadAllLines(kept);
        lines.Length.ShouldBe(snapshots.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            // Read as a store has it; a later release may write more, but must make the same session of it.
            GuidanceSession session = SessionSnapshot.Read(replayed.Turns[i].Session.Flow, Encoding.UTF8.GetBytes(lines[i])).GetOrThrow();
            Encoding.UTF8.GetString(SessionSnapshot.Write(session)).ShouldBe(Encoding.UTF8.GetString(snapshots[i]), $"turn {i + 1}");
        }
    }

    [Fact]
    public void Journals_HaveEveryKindOfEntry() =>
        Journals().SelectMany(row => JournalJson.Import(File.ReadAllBytes(Path.Combine(Folder, row.Data)))).Select(entry => entry.Kind).Distinct().ShouldBe(Enum.GetValues<JournalEntryKind>(), ignoreOrder: true);

    /// <summary>The flows that the entries name, each in its file: <c>id.json</c>, or <c>id.v1.json</c> for a version that is not the newest.</summary>
    private static FlowCatalog FlowsOf(string folder, IEnumerable<JournalEntry> entries) => new(entries.Select(entry => (entry.FlowId, entry.FlowVersion)).Distinct().Select(flow =>
    {
        string versioned = Path.Combine(folder, $"{flow.FlowId}.v{flow.FlowVersion}.json");
        return FlowCompiler.Compile([FlowSource.FromFile(File.Exists(versioned) ? versioned : Path.Combine(folder, flow.FlowId + ".json"))]).GetOrThrow();
    }));
}
