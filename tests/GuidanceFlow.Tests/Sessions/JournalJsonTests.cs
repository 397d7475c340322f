using System.Text;
using GuidanceFlow.Engine;
using GuidanceFlow.Replay;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Tests.Migration;
using GuidanceFlow.Tests.Replay;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>docs/journal.md: journals as lines of JSON.</summary>
public sealed class JournalJsonTests
{
    private static List<JournalEntry> Journal(int seed = 3) => RandomSession.Start(new RandomTalk(EverythingFlow.Flow, [new() { ["who"] = Value.From("Ann") }]), 1, new Random(seed)).Play(most: 25).Journal;

    private static IReadOnlyList<JournalEntry> Import(string text) => JournalJson.Import(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void Export_ComesBackAsItIs_AndIsTheSameAgain()
    {
        JournalEntry[] masked = [.. Journal().Select(entry => entry.Masked())];
        byte[] export = JournalJson.Export(Journal());
        IReadOnlyList<JournalEntry> read = JournalJson.Import(export);
        read.ShouldBe(masked);
        JournalJson.Export(read).ShouldBe(export);
        JournalJson.Import([.. "\ufeff\r\n"u8, .. export, (byte)'\n']).ShouldBe(masked);
        JournalJson.Import(export.AsSpan()[..^1]).ShouldBe(masked);
        Import(string.Empty).ShouldBeEmpty();
    }

    [Fact]
    public void LinesOfAStore_ComeBackWhole()
    {
        byte[] lines = [.. Journal().SelectMany(entry => JournalJson.WriteForStore(entry).Append((byte)'\n'))];
        SessionReplay.Run(EverythingFlow.Flow, JournalJson.Import(lines)).Success.ShouldBeTrue();
    }

    [Theory]
    [InlineData("{}", "Line 3: There is no journal entry at column 3. Give one entry a line, as exports have them.")]
    [InlineData("null", "Line 3: There is no journal entry. Give one entry a line, as exports have them.")]
    [InlineData("[1]", "Line 3: There is no journal entry at column 2. Give one entry a line, as exports have them.")]
    [InlineData("{\"turn\":\"secret words\"}", "Line 3: There is no journal entry at column 23 ($.turn). Give one entry a line, as exports have them.")]
    [InlineData("{\"version\":1,\"turn\":", "Line 3: There is no journal entry at column 21 ($.turn). Give one entry a line, as exports have them.")]
    [InlineData("{\"new\":{\"version\":1},\"version\":2,\"kind\":\"telepathy\"}", "Line 3: The entry has format version 2; this release reads up to 1. Read it with the release that wrote it, or a later one.")]
    public void LineThatIsNoEntry_IsNamed(string line, string message)
    {
        string export = Encoding.UTF8.GetString(JournalJson.Export(Journal().Take(1)));
        JournalFormatException wrong = Should.Throw<JournalFormatException>(() => Import(export + "\n" + line + "\n" + export));
        (wrong.Line, wrong.Message).ShouldBe((3, message));
    }

    [Fact]
    public void Entry_HasNoMembersThatSayNothing()
    {
        Turn turn = new Conversation(Flows.Of(Flows.YesNo("q"))).Say("yes").Turn;
        string line = Encoding.UTF8.GetString(JournalJson.WriteForStore(JournalEntry.Of(turn.Session, turn, new AnswerInput("yes"), Conversation.Noon)));
        line.ShouldBe($$"""
            {"version":1,"session_id":"s1","turn":2,"at":"2026-03-02T12:00:00+00:00","kind":"answer","flow_id":"f","flow_version":1,"structure_hash":"{{turn.Session.Flow.StructureHash}}","text_hash":"{{turn.Session.Flow.TextHash}}","said":["Bye."],"said_in":"en","raw":"yes","value":true,"by":"exact","result":"accepted","events":[{"kind":"answered","step":"q"},{"kind":"exited","step":"q"},{"kind":"routed","step":"q","detail":"bye"},{"kind":"entered","step":"bye"},{"kind":"said","step":"bye"},{"kind":"ended","step":"bye","detail":"resolved"}],"places":[{"from":0,"stage":"main"}]}
            """);
    }

    [Fact]
    public void Places_TellTheStageAndFlowOfEachEvent()
    {
        JournalEntry entry = Journal()[0] with { FlowId = "f", Places = [new EventPlace(1, "first"), new EventPlace(3, "inside", "inner"), new EventPlace(5, null)] };
        Enumerable.Range(0, 6).Select(entry.StageOf).ShouldBe([null, "first", "first", "inside", "inside", null]);
        Enumerable.Range(0, 6).Select(entry.FlowOf).ShouldBe([null, "f", "f", "inner", "inner", null]);
    }
}
