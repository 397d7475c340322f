using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Cli.Play;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing;

namespace GuidanceFlow.Cli.Tests.Play;

public sealed class JsonPlayerTests
{
    private const string Start = """{"start":{"id":"s1","now":"2026-01-05T09:00:00Z"}}""";

    [Fact]
    public void EachLineIn_GivesOneReply() => Golden.Verify(Conversation(
        Start,
        """{"answer":"blue"}""",
        """{"answer":"red"}""",
        """{"answer":"no","now":"2026-01-05T12:30:00+01:00"}""",
        """{"answer":"hello?"}""",
        """{ "start": { "inputs": { "name": "安娜 \ud83d\ude00" }, "known": { "light": "red" }, "locale": "de", "channel": "chat", "customer": "c-7" } }""",
        """{"answer":"yes"}""",
        """{"start":{"inputs":{"nam":1}}}""",
        """{"answer":"yes"}""",
        """{"start":{"id":""}}"""));

    [Fact]
    public void LinesThatAreNoRequests_GetOneErrorEach_AndTheSessionGoesOn() => Golden.Verify(Conversation(
        """{"answer":"before any start"}""",
        Start,
        "",
        "   ",
        "hello",
        "{",
        """{"answer":"yes"} {}""",
        """{"answer":"yes",}""",
        "{'answer':'yes'}",
        """{"answer":"yes"} // why not""",
        "null",
        "[1]",
        "\"answer\"",
        "{}",
        """{"anwser":"yes"}""",
        """{"hello\nworld":"yes"}""",
        """{"answer":5}""",
        """{"answer":null}""",
        """{"answer":"a","answer":"b"}""",
        """{"answer":"\ud800"}""",
        """{"\ud800":"yes"}""",
        """{"answer":"yes","now":"tomorrow"}""",
        """{"answer":"yes","now":"2026-01-05T09:00:00"}""",
        """{"answer":"yes","now":"2026-01-05"}""",
        """{"start":{},"answer":"yes"}""",
        """{"command":"fly"}""",
        """{"command":"Back"}""",
        """{"command":null}""",
        """{"command":"back","locale":"en"}""",
        """{"locale":5}""",
        """{"start":{},"now":"2026-01-05T09:00:00Z"}""",
        """{"start":[]}""",
        """{"start":{"id":1}}""",
        """{"start":{"ID":"s2"}}""",
        """{"start":{"inputs":[]}}""",
        """{"start":{"inputs":{"name":"a","name":"b"}}}""",
        """{"start":{"inputs":{"name":"\udc00"}}}""",
        """{"start":{"inputs":{"name":[{"x":1e999}]}}}""",
        """{"start":{"now":"2026-13-05T09:00:00Z"}}""",
        """{"start":{"start":{}}}""",
        """{"advance":10}""",
        """{"advance":"10m"}""",
        """{"advance":"-PT1S"}""",
        """{"advance":"PT1S","now":"2026-01-05T09:00:00Z"}""",
        """{"why":"light","id":"a"}""",
        """{"answer":"yes","id":5}""",
        """{"signal":5}""",
        """{"signal":{}}""",
        """{"signal":{"name":"x","vlaue":1}}""",
        """{"signal":{"name":"x","value":[1e999]}}""",
        """{"result":{}}""",
        """{"result":{"returns":{},"error":"x"}}""",
        """{"result":{"error":""}}""",
        """{"result":{"message":"x","returns":{}}}""",
        """{"result":{"returns":{}}}""",
        """{"result":{"returns":{}},"id":"a"}""",
        """{"person":{}}""",
        """{"person":{"says":5}}""",
        """{"person":{"returns":{},"ends":"resolved"}}""",
        """{"person":{"returns":[]}}""",
        """{"person":{"ends":"solved"}}""",
        """{"signal":"x"}""",
        """{"person":{"says":"Hello"}}""",
        new string('[', 100),
        """{"answer":"green"}"""));

    [Fact]
    public void ALineThatIsNotUtf8_GetsAnError() =>
        Play([.. "{\"answer\":\""u8, 0xFF, .. "\"}\n"u8]).ShouldBe(["""{"protocol":1,"error":"The line is not UTF-8."}"""]);

    [Theory]
    [InlineData(JsonPlayer.LongestLine + 1)]
    [InlineData(5_000_000)]
    public void AVeryLongLine_IsRefused_WithoutBeingKept(int length) =>
        AroundALineOf(length).ShouldBe("""{"protocol":1,"error":"The line is longer than 1048576 bytes."}""");

    [Fact]
    public void ALongLine_IsTheFlowsToJudge() => AroundALineOf(JsonPlayer.LongestLine).ShouldContain("\"reason\":\"too_long\"");

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void LineEnds_AByteOrderMark_AndALastLineWithoutEnd_AreFine(string newline)
    {
        string[] lines = Play(Encoding.UTF8.GetBytes($"\uFEFF{Start}{newline}{{\"answer\":\"green\"}}"));

        lines.Length.ShouldBe(2);
        lines.ShouldAllBe(line => line.Contains("\"result\":\"accepted\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Commands_AndAnotherLanguage_AreInputsToo() => Golden.Verify(Conversation(
        Start,
        """{"answer":"red"}""",
        """{"command":"back"}""",
        """{"command":"back","now":"2026-01-05T12:30:00+01:00"}""",
        """{"locale":"de"}""",
        """{"command":"help"}""",
        """{"command":"cancel"}"""));

    [Fact]
    public void Attachments_AreTakenByReference_AndSecretsAreInNoReply()
    {
        using var folder = new TemporaryFolder();
        string flow = folder.Write("flow.json", """
            { "flow": "f", "data": { "pin": "text", "files": "list of text" }, "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [
              { "id": "ask-pin", "type": "ask", "text": "Pin?", "answer": "text", "save": "pin", "sensitive": true },
              { "id": "photo", "type": "ask", "text": "A photo of {{ pin }}?", "answer": { "type": "attachment", "kinds": ["image"], "max": 2 }, "save": "files" },
              { "id": "bye", "type": "end", "outcome": "resolved", "text": "{{ files ?? [] | array.join ' ' }}" } ] } ] }
            """);

        string[] lines = CommandLine.RunWith(
            string.Join('\n',
                Start,
                """{"answer":"swordfish"}""",
                """{"attachment":{"reference":"a","kind":"audio"}}""",
                """{"attachment":{"kind":"image"}}""",
                """{"attachment":{"reference":"a","kind":"photo"}}""",
                """{"attachment":{"reference":"a","kind":"image","size":-1}}""",
                """{"attachment":"a"}""",
                """{"attachment":{"reference":"a","kind":"image"},"answer":"x"}""",
                """{"attachment":[{"reference":"a","kind":"image","size":9,"name":"x.png"},{"reference":"b","kind":"image"}],"now":"2026-01-05T10:00:00Z"}"""),
            "play", flow, "--json").Lines;

        string.Concat(lines).ShouldNotContain("swordfish");
        lines[0].ShouldContain("\"sensitive\":true");
        lines[1].ShouldContain("A photo of •••?");
        lines[1].ShouldContain("\"kinds\":[\"image\"]");
        lines[2].ShouldContain("\"reason\":\"wrong_kind\"");
        lines[3].ShouldContain("An attachment must have 'reference' and 'kind'.");
        lines[4].ShouldContain("There is no kind 'photo'. The kinds are image, video, audio, document.");
        lines[5].ShouldContain("Member 'size' must be a whole number of bytes from 0.");
        lines[6].ShouldContain("Expected 'attachment' to be an object, or an array of them, found a text.");
        lines[7].ShouldContain("The line holds several of 'start', 'answer', ");
        lines[8].ShouldContain("\"text\":\"a b\"");
    }

    [Fact]
    public void Corrections_AndQuestionsWhy_AreAnswered()
    {
        using var folder = new TemporaryFolder();
        string flow = folder.Write("flow.json", """
            { "flow": "f", "data": { "light": "text" }, "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [
              { "id": "light", "type": "ask", "text": "Light?", "answer": { "type": "choice", "options": ["green", "red"] }, "save": "light", "next": [ { "when": "light == 'red'", "goto": "restart" }, { "goto": "cable" } ] },
              { "id": "cable", "type": "ask", "text": "Cable in?", "answer": "yes_no", "next": "again" },
              { "id": "restart", "type": "ask", "text": "Restarted?", "answer": "yes_no", "next": "again" },
              { "id": "again", "type": "ask", "text": "Still {{ light }}?", "answer": "yes_no" },
              { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);

        string[] lines = CommandLine.RunWith(
            string.Join('\n',
                """{"why":"light"}""",
                Start,
                """{"answer":"green"}""",
                """{"answer":"yes"}""",
                """{"correct":{"step":"light","answer":"Red!"}}""",
                """{"why":"restart"}""",
                """{"why":"light"}""",
                """{"why":"bye"}""",
                """{"correct":{"step":"cable","answer":"no"}}""",
                """{"correct":{"step":"light"}}""",
                """{"why":"light","now":"2026-01-05T10:00:00Z"}""",
                """{"why":"restrat"}""",
                """{"why":"nope"}"""),
            "play", flow, "--json").Lines;

        lines[0].ShouldContain("There is no session yet.");
        lines[4].ShouldContain("\"messages\":[{\"step\":\"restart\",\"kind\":\"ask\",\"text\":\"Restarted?\",\"blocks\":[]}]");
        lines[4].ShouldContain("\"correction\":{\"step\":\"light\",\"kept\":[],\"dropped\":[\"cable\"]}");
        lines[5].ShouldBe("""{"protocol":1,"why":{"step":"restart","turn":4,"kind":"route","from":"light","guard":"light == 'red'","answer":"Red!","detail":null,"skipped":false,"text":"'restart' was entered in turn 4: 'light' was answered 'Red!', and 'light == 'red'' was true."}}""");
        lines[6].ShouldContain("\"text\":\"'light' was entered in turn 1: it is the first step.\"");
        lines[7].ShouldBe("""{"protocol":1,"why":null}""");
        lines[8].ShouldContain("\"reason\":\"not_answered\"");
        lines[9].ShouldContain("'correct' needs the members 'step' and 'answer'.");
        lines[10].ShouldContain("Member 'now' has no place beside 'why'");
        lines[11].ShouldBe("""{"protocol":1,"error":"There is no step 'restrat'. Did you mean 'restart'?"}""");
        lines[12].ShouldBe("""{"protocol":1,"error":"There is no step 'nope'. The steps are light, cable, restart, again, bye."}""");
    }

    [Fact]
    public void QuestionsWhy_TakeTheStepsOfFlowsThatAreRun_AndOfInterrupts()
    {
        using var folder = new TemporaryFolder();
        folder.Write("inner.json", """
            { "flow": "inner", "stages": [ { "id": "s", "steps": [ { "id": "inside", "type": "say", "text": "Inside." }, { "id": "left", "type": "end", "outcome": "resolved" } ] } ] }
            """);
        string flow = folder.Write("outer.json", """
            { "flow": "outer", "fallback": { "goto": "bye" },
              "interrupts": { "hours": { "phrases": ["opening hours"], "steps": [ { "id": "open-hours", "type": "say", "text": "Always." } ] } },
              "stages": [ { "id": "s", "steps": [ { "id": "ready", "type": "ask", "text": "Ready?", "answer": "yes_no" }, { "id": "go", "type": "run", "flow": "inner" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);

        string[] lines = CommandLine.RunWith(
            string.Join('\n', Start, """{"why":"inside"}""", """{"why":"insied"}""", """{"why":"open-hours"}""", """{"why":"open-huors"}""", """{"answer":"yes"}""", """{"why":"inside"}"""),
            "play", flow, "--json").Lines;

        lines[1].ShouldBe("""{"protocol":1,"why":null}""");
        lines[2].ShouldBe("""{"protocol":1,"error":"There is no step 'insied'. Did you mean 'inside'?"}""");
        lines[3].ShouldBe("""{"protocol":1,"why":null}""");
        lines[4].ShouldBe("""{"protocol":1,"error":"There is no step 'open-huors'. Did you mean 'open-hours'?"}""");
        lines[6].ShouldContain("\"step\":\"inside\"");
    }

    [Fact]
    public void NoInput_GivesNoOutput() => Play([]).ShouldBeEmpty();

    [Fact]
    public void SameIdAndTime_GiveTheSameBytes_InAnySession()
    {
        string[] lines = Play(Encoding.UTF8.GetBytes(string.Join('\n', Start, """{"answer":"?"}""", """{"answer":"!"}""", """{"start":{}}""", Start, """{"answer":"?"}""", """{"answer":"!"}""")));

        lines[4..].ShouldBe(lines[..3]);
        lines[3].ShouldContain("\"session\":\"session-2\"");
    }

    [Fact]
    public void WithoutATime_TheClockCounts()
    {
        string[] lines = Play("{\"start\":{}}\n{\"answer\":\"?\"}\n{\"answer\":\"!\"}\n"u8.ToArray());

        TurnReplyJson.Read(Encoding.UTF8.GetBytes(lines[2])).Tickets[0].CreatedAt.ShouldBe(new ManualTimeProvider().GetUtcNow());
    }

    [Fact]
    public void Inputs_AndLocaleOfTheCommandLine_AreTheDefaults()
    {
        using var folder = new TemporaryFolder();
        string inputs = folder.Write("inputs.json", "{ \"name\": \"Ann\" }");

        string[] lines = CommandLine.RunWith("{\"start\":{}}\n{\"start\":{\"inputs\":{}}}\n", "play", CommandLine.Router, "--json", "--inputs", inputs, "--locale", "de").Lines;

        lines[0].ShouldContain("Hello Ann");
        lines[1].ShouldContain("Hello there");
    }

    [Fact]
    public void ATimeAtTheEndOfTheCalendar_IsNoTrap()
    {
        string[] lines = Play("{\"start\":{\"now\":\"9999-12-31T23:59:59Z\"}}\n{\"answer\":\"?\"}\n{\"answer\":\"!\"}\n"u8.ToArray());

        lines[2].ShouldContain("\"outcome\":\"escalated\"");
    }

    [Fact]
    public void WhateverComesIn_EachLineGivesOneLineOfJson() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[][]>(),
        chunks =>
        {
            byte[][] lines = [.. chunks.Select(chunk => chunk.Where(value => value != '\n').ToArray())];
            byte[] input = [.. lines.SelectMany(line => line.Append((byte)'\n'))];
            string[] output = Play(input);
            return output.Length == lines.Length && output.All(IsReply);
        }).QuickCheckThrowOnFailure();

    private static bool IsReply(string line)
    {
        using JsonDocument reply = JsonDocument.Parse(line);
        return reply.RootElement.GetProperty("protocol").GetInt32() == 1 && reply.RootElement.TryGetProperty("error", out _);
    }

    /// <summary>The reply to a long line, after which the session goes on.</summary>
    private static string AroundALineOf(int length)
    {
        string line = "{\"answer\":\"" + new string('x', length - 13) + "\"}";
        string[] replies = Play(Encoding.UTF8.GetBytes($"{Start}\n{line}\r\n{{\"answer\":\"green\"}}\n"));
        replies.Length.ShouldBe(3);
        replies[2].ShouldContain("\"outcome\":\"resolved\"");
        return replies[1];
    }

    /// <summary>Each line in with its line out.</summary>
    private static string Conversation(params string[] lines)
    {
        string[] replies = Play(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        replies.Length.ShouldBe(lines.Length);
        return string.Join('\n', lines.Zip(replies, (line, reply) => $"> {line}\n{reply}\n"));
    }

    private static string[] Play(byte[] input)
    {
        Output output = CommandLine.Run(input, ["play", CommandLine.Router, "--json"]);
        output.Code.ShouldBe(0);
        output.Error.ShouldBeEmpty();
        return output.Lines;
    }
}
