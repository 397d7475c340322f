using System.Globalization;
using System.Text;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Tests.Definitions;

public sealed class FlowSourceTests
{
    private const int Limit = 8 * 1024 * 1024;

    private static readonly FlowDefinition Small = new()
    {
        Id = "small",
        Stages = [new StageDefinition { Id = "s", Steps = [new SayStepDefinition { Id = "a", Text = "Hello." }] }],
    };

    [Fact]
    public void FromUtf8_WithAByteOrderMark_CountsColumnsFromBehindIt() =>
        Reading.Errors(FlowSource.FromUtf8("flow.json", new byte[] { 0xEF, 0xBB, 0xBF, (byte)'[', (byte)'x' }))
            .ShouldBe(["flow.json(1,2): error GF0001: 'x' stands without quotes. Put a text in double quotes."]);

    [Fact]
    public void FromUtf8_OfBytesThatAreNotUtf8_NamesTheFirst()
    {
        byte[] bytes = [.. "{ \"é😀\":\n \""u8, 0xC3, (byte)'"'];
        Reading.Errors(FlowSource.FromUtf8("flow.json", bytes))
            .ShouldBe(["flow.json(2,3): error GF0002: The byte 0xC3 stands here, which is not UTF-8. Save the file as UTF-8."]);
    }

    [Fact]
    public void FromUtf8_OfUtf16_SaysSo() =>
        Reading.Errors(FlowSource.FromUtf8("flow.json", (byte[])[.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{}")]))
            .ShouldBe(["flow.json(1,1): error GF0002: The file is UTF-16. Save it as UTF-8."]);

    [Fact]
    public void FromText_WithHalfACharacter_SaysWhere() =>
        Reading.Errors("{\n  \"é\": \"😀\ud83d\" }")
            .ShouldBe(["flow.json(2,11): error GF0002: Half of a character stands here. Write the character itself."]);

    [Fact]
    public void FromUtf8_OfTenMegabytes_SaysTheSizeAndTheLimit() =>
        Reading.Errors(FlowSource.FromUtf8("flow.json", new byte[10 * 1024 * 1024]))
            .ShouldBe(["flow.json(1,1): error GF0002: The file has 10,485,760 bytes; at most 8,388,608 are read. Split it into several flows."]);

    [Fact]
    public void FromUtf8_AtTheLimit_IsRead()
    {
        var bytes = new byte[Limit];
        bytes.AsSpan().Fill((byte)' ');
        "[]"u8.CopyTo(bytes.AsSpan(Limit - 2));
        Reading.Errors(FlowSource.FromUtf8("flow.json", bytes)).ShouldBe(["flow.json(1,8388607): error GF0005: Expected an object, found an array. Write { \"flow\": \"an-id\", \"stages\": [ … ] }."]);
    }

    [Fact]
    public void FromFile_OfAFile_ReadsItAtEachReading()
    {
        string path = Path.GetTempFileName();
        try
        {
            FlowSource source = FlowSource.FromFile(path);
            File.WriteAllText(path, "[]");
            Reading.Errors(source).ShouldBe([path + "(1,1): error GF0005: Expected an object, found an array. Write { \"flow\": \"an-id\", \"stages\": [ … ] }."]);
            File.WriteAllBytes(path, FlowWriter.Write(Small));
            FlowReader.Read(source).GetOrThrow().ShouldBe(Small);
            File.WriteAllBytes(path, new byte[Limit + 1]);
            Reading.Errors(source).ShouldBe([path + "(1,1): error GF0002: The file has 8,388,609 bytes; at most 8,388,608 are read. Split it into several flows."]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void FromFile_OfSomethingUnreadable_IsAFindingNotAnException()
    {
        Reading.Errors(FlowSource.FromFile("no/such/flow.json")).ShouldBe(["no/such/flow.json(1,1): error GF0002: There is no such file."]);
        string folder = Path.GetTempPath();
        Reading.Errors(FlowSource.FromFile(folder)).ShouldBe([folder + "(1,1): error GF0002: This is a folder. Name the file in it."]);
        Reading.Errors(FlowSource.FromFile("a\0b")).ShouldHaveSingleItem().ShouldStartWith("a\0b(1,1): error GF0002: The file cannot be read: ");
        Reading.Errors(FlowSource.FromFile(string.Empty)).ShouldHaveSingleItem().ShouldContain("GF0002");
    }

    [Fact]
    public void FromDefinition_OfAGoodOne_GivesTheVeryDefinition()
    {
        FlowReadResult result = FlowReader.Read(FlowSource.FromDefinition(Small));

        result.Definition.ShouldBeSameAs(Small);
        result.Diagnostics.ShouldBeEmpty();
        result.Map.LocateInText(SourcePath.Root.Member("stages").Item(0), 5).ShouldBe(new SourceLocation("small", 0, 0, "/stages/0"));
    }

    [Fact]
    public void FromDefinition_OfAWrongOne_IsHeldToTheSameRules()
    {
        FlowDefinition wrong = Small with
        {
            Version = 0,
            Data = [new DataDefinition { Name = "n", Type = DataType.Integer, Default = Templates.Value.From("x") }],
            Fallback = new FallbackDefinition { Attempts = 50 },
            Tickets = [new TicketDefinition { Id = "t", Queue = "q", Subject = "\ud800", Body = null!, Priority = (GuidanceFlow.Tickets.TicketPriority)9 }],
            Stages = [new StageDefinition { Id = "s", Steps = [new BranchStepDefinition { Id = "b" }] }],
        };

        Reading.Errors(FlowSource.FromDefinition(wrong)).ShouldBe(
        [
            "small#/version: error GF0007: Expected a whole number from 1.",
            "small#/data/n/default: error GF0005: Expected a whole number, found a text.",
            "small#/tickets/t/priority: error GF0005: Expected a text, found null. Leave it out instead.",
            "small#/tickets/t/subject: error GF0007: \\ud800 is half of a character. Write the character itself, or both halves.",
            "small#/tickets/t/body: error GF0005: Expected a text, found null. Leave it out instead.",
            "small#/fallback/attempts: error GF0007: Expected a whole number from 1 to 20.",
            "small#/stages/0/steps/0: error GF0006: Member 'next' is missing in a branch step. Add \"next\": [ … ].",
        ]);
    }

    [Fact]
    public void Read_UnderAnotherCulture_SaysTheSame()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            FlowReader.Read(FlowSource.FromText("flow.json", Samples.EveryMember)).Diagnostics.ShouldBeEmpty();
            Reading.Errors(FlowSource.FromUtf8("f", new byte[Limit + 1])).ShouldHaveSingleItem().ShouldContain("8,388,609");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
