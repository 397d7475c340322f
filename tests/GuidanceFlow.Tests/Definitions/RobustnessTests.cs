using System.Diagnostics;
using System.Text;
using System.Text.Unicode;
using GuidanceFlow.Definitions;
using GuidanceFlow.Definitions.Json;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Tests.Definitions;

/// <summary>Whatever the bytes, reading ends soon and says something that can be shown.</summary>
public sealed class RobustnessTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Read_OfRandomlyChangedBytes_NeverThrowsAndEndsSoon(int seed)
    {
        var random = new Random(seed);
        byte[] sound = Encoding.UTF8.GetBytes(Samples.EveryMember);
        for (int i = 0; i < 150; i++)
        {
            byte[] bytes = Mutate(sound, random);
            var watch = Stopwatch.StartNew();

            FlowReadResult result = FlowReader.Read(FlowSource.FromUtf8("flow.json", bytes));

            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
            (result.Definition is null).ShouldBe(!result.Diagnostics.IsEmpty);
            foreach (Diagnostic diagnostic in result.Diagnostics)
            {
                diagnostic.ToString().ShouldNotContain('\n');
                diagnostic.Location.Line.ShouldBePositive();
                diagnostic.Location.Column.ShouldBePositive();
            }

            ShouldAgreeOnSyntax(bytes);
        }
    }

    [Fact]
    public void Finding_OfAVeryLongList_IsCut()
    {
        string values = string.Join(", ", Enumerable.Range(0, 1_000).Select(i => $"\"value {i}\""));
        string finding = Reading.Errors($"{{ \"flow\": \"f\", \"data\": {{ \"size\": {{ \"type\": \"choice\", \"values\": [{values}], \"default\": \"zebra\" }} }}, \"stages\": [ {{ \"id\": \"s\", \"steps\": [ {{ \"id\": \"e\", \"type\": \"end\", \"outcome\": \"resolved\" }} ] }} ] }}").ShouldHaveSingleItem();
        finding.ShouldContain("error GF0007: Unknown value 'zebra'. Use one of value 0, value 1, ");
        finding.Length.ShouldBeLessThan(2_100);
        finding.ShouldEndWith("…");
    }

    [Theory]
    [InlineData("[\"small\\nish\", \"x\"]")]
    [InlineData("[\"a\\nb\", \"x\"]")]
    public void Finding_ThatNamesWordsOfTheAuthor_StaysOnOneLine(string values) =>
        Reading.Errors($"{{ \"flow\": \"f\", \"data\": {{ \"size\": {{ \"type\": \"choice\", \"values\": {values}, \"default\": \"smallish\" }} }}, \"stages\": [ {{ \"id\": \"s\", \"steps\": [ {{ \"id\": \"e\", \"type\": \"end\", \"outcome\": \"resolved\" }} ] }} ] }}")
            .ShouldHaveSingleItem().ShouldNotContain('\n');

    [Fact]
    public void Read_OfAFlowCutOffAnywhere_ReportsOneSyntaxError()
    {
        byte[] sound = Encoding.UTF8.GetBytes(Samples.EveryMember);
        for (int length = 0; length < sound.Length; length += 7)
        {
            byte[] bytes = sound[..length];
            if (Utf8.IsValid(bytes) && length <= Samples.EveryMember.LastIndexOf('}'))
            {
                Diagnostic only = FlowReader.Read(FlowSource.FromUtf8("flow.json", bytes)).Diagnostics.ShouldHaveSingleItem();
                only.Code.ShouldBe("GF0001");
                only.Message.ShouldNotBe("The text is not JSON behind this place.");
            }
        }
    }

    [Fact]
    public void Read_OfTenThousandSteps_GivesThemAll()
    {
        var text = new StringBuilder("{ \"flow\": \"big\", \"stages\": [{ \"id\": \"s\", \"steps\": [\n");
        for (int i = 0; i < 10_000; i++)
        {
            text.Append($"{{ \"id\": \"step-{i}\", \"type\": \"ask\", \"text\": \"Question \\u00e9 {i}, {{{{ name }}}}\", ")
                .Append("\"answer\": { \"type\": \"choice\", \"options\": [{ \"value\": \"a\", \"synonyms\": [\"x\", \"y\"] }, \"b\"] }, ")
                .Append("\"next\": [{ \"when\": \"a == 1\", \"goto\": \"x\" }, { \"goto\": \"@next\" }] },\n");
        }

        FlowDefinition flow = FlowReader.Read(FlowSource.FromText("big.json", text.Append("] }] }").ToString())).GetOrThrow();

        flow.Stages[0].Steps.Count.ShouldBe(10_000);
        flow.Stages[0].Steps[^1].ShouldBeOfType<AskStepDefinition>().Text.ShouldBe("Question é 9999, {{ name }}");
    }

    [Fact]
    public void Read_OfVeryManyProblems_ListsTheFirstThousandAndCountsTheOthers()
    {
        string text = "{ \"flow\": \"f\", \"stages\": [" + string.Concat(Enumerable.Repeat("1,", 500_000)) + "] }";

        FlowReadResult result = FlowReader.Read(FlowSource.FromText("flow.json", text));

        result.Diagnostics.Length.ShouldBe(1_001);
        result.Diagnostics[^1].ToString().ShouldBe(
            "flow.json(1,2025): error GF0002: There are 499000 more problems, which are not listed. Correct these first.");
    }

    [Fact]
    public void Read_OfHugeNames_KeepsMessagesShort()
    {
        string name = new('x', 1_000_000);
        Diagnostic found = FlowReader.Read(FlowSource.FromText("flow.json", $"{{ \"{name}\": 1, \"flow\": \"f\", \"stages\": 1 }}")).Diagnostics[0];
        found.Message.Length.ShouldBeLessThan(400);
        found.Location.Path.Length.ShouldBeLessThan(1_100);
    }

    [Fact]
    public void Read_OfNamesThatWouldBreakALine_QuotesThem() =>
        Reading.Errors("""{ "flow": "f", "stages": 1, "a\nb\u2028\u0000": 1 }""")[1]
            .ShouldStartWith("flow.json(1,29): error GF0003: Unknown member 'a\\u000ab\\u2028\\u0000' in a flow. Its members are $schema, flow, ");

    [Fact]
    public void Read_OfOneSource_OnManyThreads_GivesTheSame()
    {
        FlowSource source = FlowSource.FromText("flow.json", Samples.EveryMember);
        FlowDefinition expected = FlowReader.Read(source).GetOrThrow();
        Parallel.For(0, 50, _ => FlowReader.Read(source).GetOrThrow().ShouldBe(expected));
    }

    // The finder explains by rules of its own; they must be those of the JSON reader.
    private static void ShouldAgreeOnSyntax(byte[] bytes)
    {
        if (Utf8.IsValid(bytes) && !bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            bool isJson = JsonTree.TryParse(bytes, out _, out _);
            SyntaxProblem? problem = SyntaxFinder.Find(bytes, new LineIndex(bytes), "flow");
            (problem is null).ShouldBe(isJson, Encoding.UTF8.GetString(bytes) + "\n" + problem);
        }
    }

    private static byte[] Mutate(byte[] sound, Random random)
    {
        List<byte> bytes = [.. sound];
        int changes = random.Next(1, 4);
        for (int i = 0; i < changes; i++)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes.RemoveAt(at);
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.Insert(at, "{}[],:\"\\/*0-.eutn\n "u8[random.Next(19)]);
                    break;
                case 3:
                    int length = random.Next(Math.Min(40, bytes.Count - at));
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                default:
                    bytes.RemoveRange(at, random.Next(Math.Min(40, bytes.Count - at)));
                    break;
            }
        }

        return [.. bytes];
    }
}
