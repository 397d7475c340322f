using System.Text.Json;
using GuidanceFlow.Testing;
using GuidanceFlow.Testing.GoldenFiles;

namespace GuidanceFlow.Cli.Tests.Play;

/// <summary>Time, signals, actions and people in the protocol.</summary>
public sealed class JsonTimeTests : IDisposable
{
    private const string Start = """{"start":{"id":"s1","now":"2026-01-05T09:00:00Z","inputs":{"customer":{"name":"Ada"}}}}""";

    private static readonly string Parcel = Path.Combine(GoldenFile.Beside("x").Directory, "..", "..", "flows", "Waiting", "parcel-help.json");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TimeSignalsActionsAndPeople_AreInputsToo()
    {
        string actions = _folder.Write("stubs.json", """
            { "actions": { "parcel.find": [ { "when": { "number": "B8" }, "error": "unknown_parcel" }, { "takes": "PT1M" }, { "returns": { "state": "at_customs", "fee": 20 }, "takes": "PT1S" } ] } }
            """);

        Golden.Verify(Conversation(
            ["--actions", actions],
            Start,
            """{"advance":"PT4M"}""",
            """{"advance":"PT6M","id":"t-1"}""",
            """{"advance":"PT6M","id":"t-1"}""",
            """{"answer":"C3","id":"in-1"}""",
            """{"answer":"hello?"}""",
            """{"result":{"returns":{}}}""",
            """{"advance":"PT7S"}""",
            """{"advance":"PT1S"}""",
            """{"signal":{"name":"payment","value":{"amount":20}}}""",
            """{"signal":{"name":"payment","value":{"reference":"R-1","amount":20}},"id":"in-2"}""",
            """{"signal":{"name":"payment","value":{"reference":"R-1","amount":20}},"id":"in-2"}""",
            """{"answer":"C3","id":"in-1"}""",
            """{"advance":"PT10M"}""",
            """{"answer":"no","now":"2026-01-05T10:00:00Z"}""",
            """{"answer":"Hello?"}""",
            """{"person":{"by":"ada.l","says":"I look into it."}}""",
            """{"person":{"says":"Found.","returns":{"step":"have-it","data":{"found_out":"It was next door"}}}}""",
            """{"why":"have-it"}""",
            """{"advance":"P30D"}"""));
    }

    [Fact]
    public void WithoutResults_ActionsAreEndedByHand() => Golden.Verify(Conversation(
        [],
        Start,
        """{"result":{"returns":{"state":"in_locker"}}}""",
        """{"answer":"A7"}""",
        """{"answer":"A8"}""",
        """{"result":{"returns":{"state":"in_locker"}},"id":"r-1"}""",
        """{"result":{"returns":{"state":"in_locker"}},"id":"r-1"}""",
        """{"answer":"4711"}""",
        """{"result":{"error":"wrong_pin","message":"Wrong."}}""",
        """{"answer":"4712"}""",
        """{"result":{"returns":{"code":5}}}"""));

    [Fact]
    public void AStart_MayBeSentAgain()
    {
        string[] lines = Play(
            [],
            """{"start":{"inputs":{"customer":{"name":"Ada"}}},"id":"a"}""",
            """{"answer":"hm"}""",
            """{"start":{"inputs":{"customer":{"name":"Ada"}}},"id":"a"}""",
            """{"start":{"inputs":{"customer":{"name":"Ada"}}},"id":"b"}""");

        // Beside the stored reply nothing is told.
        lines[0].ShouldStartWith(lines[2][..^1] + ",");
        lines[3].ShouldContain("\"session\":\"session-2\"");
    }

    [Fact]
    public void WithoutATime_TheMachinesClockCounts_AndTimeThatPassedStaysAhead()
    {
        string[] lines = Play([], """{"start":{"inputs":{"customer":{"name":"Ada"}}}}""", """{"advance":"PT4M"}""", """{"answer":"hm"}""", """{"advance":"PT1H"}""");

        Due(lines[0], "remind").ShouldBe("2026-01-05T09:05:00Z");
        Due(lines[2], "remind").ShouldBe("2026-01-05T09:09:00Z");
        lines[3].ShouldContain("\"outcome\":\"abandoned\"");
    }

    [Fact]
    public void ATimeThatIsGiven_FiresNothing_ButWhatWasDueComesLate()
    {
        string[] lines = Play([], Start, """{"locale":"zh-CN","now":"2026-01-05T09:29:00Z"}""", """{"advance":"PT0S"}""", """{"answer":"hm","now":"2026-01-05T09:40:00Z"}""", """{"advance":"PT0S"}""", """{"advance":"PT5M"}""");

        lines[1].ShouldNotContain("\"kind\":\"reminder\"");
        lines[2].ShouldContain("\"messages\":[]");
        Due(lines[3], "remind").ShouldBe("2026-01-05T09:45:00Z");
        lines[4].ShouldContain("\"messages\":[]");
        lines[5].ShouldContain("\"kind\":\"reminder\"");
    }

    [Fact]
    public void TimeThatNeverEnds_IsBrokenOff_AndSaid()
    {
        string flow = _folder.Write("flow.json", """
            { "flow": "f", "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [
              { "id": "poll", "type": "wait", "text": "Wait.", "for": "PT1S", "answer": "yes_no", "next": [ { "when": "answer == true", "goto": "bye" }, { "goto": "poll" } ] },
              { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);

        CommandLine.RunWith("{\"start\":{\"now\":\"2026-01-05T09:00:00Z\"}}\n{\"advance\":\"P1D\"}\n{\"answer\":\"yes\"}\n", "play", flow, "--json").Lines[1..].ShouldSatisfyAllConditions(
            lines => lines[0].ShouldBe("""{"protocol":1,"error":"More than 1000 turns follow. The session went so far; the clock stands at 2026-01-05T09:16:40Z."}"""),
            lines => lines[1].ShouldContain("\"turn\":1002"));
    }

    [Theory]
    [InlineData("{ \"actions\": { \"parcel.fnd\": {} } }", "stubs.json(1,16): error GF0805: The flow has no action 'parcel.fnd'. Did you mean 'parcel.find'?\n")]
    [InlineData("{ \"actions\": { \"parcel.find\": { \"retruns\": {} } } }", "stubs.json(1,33): error GF0802: Unknown member 'retruns' in an action's result. Did you mean 'returns'?\n")]
    [InlineData("", "stubs.json(1,1): error GF0801: The file holds no results of actions. Write { \"actions\": { … } }.\n")]
    public void ResultsThatDoNotFit_AreWrongUsage(string text, string expected) =>
        CommandLine.Run("play", Parcel, "--json", "--actions", _folder.Write("stubs.json", text)).In(_folder.Path).ShouldBe(new Output(2, string.Empty, expected));

    [Fact]
    public void MissingResults_AreWrongUsage() =>
        CommandLine.Run("play", Parcel, "--actions", _folder.At("gone.json")).In(_folder.Path).ShouldBe(new Output(2, string.Empty, "gone.json(1,1): error GF0807: There is no such file.\n"));

    private static string? Due(string line, string timer) => JsonDocument.Parse(line).RootElement.GetProperty("timers").EnumerateArray().Single(entry => entry.GetProperty("id").GetString() == timer).GetProperty("due").GetString();

    private static string Conversation(string[] arguments, params string[] lines) => string.Join('\n', lines.Zip(Play(arguments, lines), (line, reply) => $"> {line}\n{reply}\n"));

    private static string[] Play(string[] arguments, params string[] lines)
    {
        Output output = CommandLine.RunWith(string.Join('\n', lines) + "\n", ["play", Parcel, "--json", .. arguments]);
        output.Code.ShouldBe(0, output.Error);
        output.Error.ShouldBeEmpty();
        output.Lines.Length.ShouldBe(lines.Length);
        output.Lines.ShouldAllBe(line => JsonDocument.Parse(line, default).RootElement.GetProperty("protocol").GetInt32() == 1);
        return output.Lines;
    }
}
