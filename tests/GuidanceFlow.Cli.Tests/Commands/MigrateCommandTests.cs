using System.Text;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing;
using GuidanceFlow.Testing.GoldenFiles;

namespace GuidanceFlow.Cli.Tests.Commands;

public sealed class MigrateCommandTests : IDisposable
{
    private const string One =
        """
        {
          "flow": "light", "data": { "room": "text", "colour": "text" }, "fallback": { "goto": "bye" },
          "stages": [ { "id": "all", "steps": [
            { "id": "room", "type": "ask", "text": "Which room?", "answer": "text", "save": "room" },
            { "id": "colour", "type": "ask", "text": "Which colour?", "answer": { "type": "choice", "options": ["red", "green"] }, "save": "colour" },
            { "id": "blinks", "type": "ask", "text": "Does it blink?", "answer": "yes_no" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
          ] } ]
        }
        """;

    private static readonly string Two = One
        .Replace("\"flow\": \"light\",", "\"flow\": \"light\", \"version\": 2, \"migrate\": { \"from\": [1], \"steps\": { \"colour\": \"shade\", \"blinks\": null }, \"unmapped\": \"rewind\" },", StringComparison.Ordinal)
        .Replace("{ \"id\": \"colour\"", "{ \"id\": \"shade\"", StringComparison.Ordinal)
        .Replace("    { \"id\": \"blinks\", \"type\": \"ask\", \"text\": \"Does it blink?\", \"answer\": \"yes_no\" },\n", string.Empty, StringComparison.Ordinal);

    private readonly TemporaryFolder _folder = new();

    public MigrateCommandTests()
    {
        _folder.Write("light.v1.json", One);
        _folder.Write("light.json", Two);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Report_CountsWhatBecomesOfSessions_WithExamples()
    {
        _folder.Write("sessions.jsonl", string.Join('\n', Snapshot("a"), Snapshot("b", "kitchen"), Snapshot("c", "kitchen", "red"), Snapshot("d", "bath", "green"), string.Empty, Snapshot("e", "kitchen", "red", "no"), "{ broken", Other("f")));

        Golden.Verify(Migrate(_folder.At("sessions.jsonl")) is { Code: 1, Error: "" } output ? output.Text : "error", GoldenFile.Beside($"{nameof(MigrateCommandTests)}.Report"));
    }

    [Fact]
    public void Examples_AreAsManyAsAreAskedFor()
    {
        _folder.Write("sessions.jsonl", string.Join('\n', Enumerable.Range(0, 9).Select(i => Snapshot("s" + i, "kitchen", "red"))));
        Migrate(_folder.At("sessions.jsonl")).Lines.Count(line => line.StartsWith("  s", StringComparison.Ordinal)).ShouldBe(5);
        Migrate(_folder.At("sessions.jsonl"), "--examples", "2").Lines.Count(line => line.StartsWith("  s", StringComparison.Ordinal)).ShouldBe(2);
        Migrate(_folder.At("sessions.jsonl"), "--examples", "0").Lines.ShouldBe(["9 sessions of older versions of 'light', under version 2:", "      0 same", "      0 mapped", "      9 rewound", "      0 orphaned"]);
        Migrate(_folder.At("sessions.jsonl"), "--examples", "-1").Code.ShouldBe(2);
    }

    [Fact]
    public void Folder_HoldsSnapshots_AsTheyAreAndAsPlaySavesThem()
    {
        _folder.Write("sessions/a.json", Snapshot("a"));
        _folder.Write("sessions/b.json", $"{{ \"format\": 1, \"flow\": \"light\", \"snapshot\": {Snapshot("b", "hall")} }}");
        _folder.Write("sessions/c.jsonl", Snapshot("c"));
        _folder.Write("sessions/notes.txt", "no session");

        Output output = Migrate(_folder.At("sessions"));

        output.Code.ShouldBe(0);
        output.Lines[..4].ShouldBe(["3 sessions of older versions of 'light', under version 2:", "      2 same", "      1 mapped", "      0 rewound"]);
    }

    [Fact]
    public void MigrationWithErrors_IsReportedAtItsPlace()
    {
        _folder.Write("light.json", Two.Replace("\"blinks\": null", "\"blinks\": \"bye\"", StringComparison.Ordinal));
        _folder.Write("a.json", Snapshot("a"));
        Output output = Migrate(_folder.At("a.json"));
        output.Code.ShouldBe(3);
        output.Error.ShouldStartWith("light.json(2,");
        output.Error.ShouldContain("error GF0403: 'blinks' is a question in version 1");
        output.Text.ShouldBeEmpty();
    }

    [Fact]
    public void FlowsThatAreNoTwoVersions_AreWrongUsage()
    {
        string sessions = _folder.Write("a.json", Snapshot("a"));
        CommandLine.Run("migrate", "--from", _folder.At("light.json"), "--to", _folder.At("light.v1.json"), sessions).In(_folder.Path)
            .ShouldBe(new Output(2, string.Empty, "error: 'light.v1.json' takes no sessions of version 2 over. Add \"migrate\": { \"from\": [2] } to it.\n"));
        CommandLine.Run("migrate", "--from", CommandLine.Router, "--to", _folder.At("light.json"), sessions).Error.ShouldContain("Give two versions of one flow.");
        CommandLine.Run("migrate", "--from", _folder.At("light.v1.json"), "--from", _folder.At("light.v1.json"), "--to", _folder.At("light.json"), sessions).In(_folder.Path).Error.ShouldContain("given twice");
        CommandLine.Run("migrate", "--from", _folder.At("light.v1.json"), "--to", _folder.At("light.json"), _folder.At("none.jsonl")).In(_folder.Path)
            .ShouldBe(new Output(2, string.Empty, "error: There is no file or folder 'none.jsonl'.\n"));
        CommandLine.Run("migrate", "--from", _folder.At("none.json"), "--to", _folder.At("light.json"), sessions).Code.ShouldBe(3);
    }

    private Output Migrate(string sessions, params string[] options) =>
        CommandLine.Run(["migrate", "--from", _folder.At("light.v1.json"), "--to", _folder.At("light.json"), .. options, sessions]).In(_folder.Path);

    private static string Snapshot(string id, params string[] answers) => SnapshotUnder(One, id, answers);

    private static string Other(string id) => SnapshotUnder(One.Replace("\"flow\": \"light\",", "\"flow\": \"light\", \"version\": 7,", StringComparison.Ordinal), id);

    private static string SnapshotUnder(string text, string id, params string[] answers)
    {
        var now = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        Flow flow = FlowCompiler.Compile([FlowSource.FromText("light.json", text)]).GetOrThrow();
        GuidanceSession session = GuidanceEngine.Start(flow, new StartRequest { SessionId = id }, now).Session;
        foreach (string answer in answers)
        {
            session = GuidanceEngine.Step(flow, session, new AnswerInput(answer), now).Session;
        }

        return Encoding.UTF8.GetString(SessionSnapshot.Write(session));
    }
}
