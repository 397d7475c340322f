using System.Diagnostics;
using System.Globalization;
using System.Text;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Tests.Definitions;

namespace GuidanceFlow.Tests.Compilation;

/// <summary>Whatever a flow holds, compiling it never throws; and what compiles can be talked to without failing.</summary>
public sealed class RobustnessTests
{
    private const int Mutants = 600;

    // In one language: translations would make a finding of every text that is changed.
    private static readonly string Sample = RepositoryFiles.Read("samples/flows/smart-home-setup/smart-home-setup.json").Replace("[\"en\", \"zh-CN\"]", "[\"en\"]", StringComparison.Ordinal);
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Compile_OfMutatedFlows_NeverThrowsAndIsQuick()
    {
        int compiled = 0;
        for (int seed = 0; seed < Mutants; seed++)
        {
            string text = new FlowMutator(new Random(seed)).Mutate(Sample);
            var watch = Stopwatch.StartNew();
            CompilationResult result = Should.NotThrow(() => FlowCompiler.Compile(FlowSource.FromText("flow.json", text)), $"Seed {seed}.");
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5), $"Seed {seed}.");
            compiled += result.Success ? 1 : 0;
            result.Success.ShouldBe(!result.Diagnostics.Any(finding => finding.Severity == GuidanceFlow.Diagnostics.DiagnosticSeverity.Error));
            result.Diagnostics.ShouldAllBe(finding => finding.Message.All(c => !char.IsControl(c)) && finding.Location.Line > 0);
            result.Diagnostics.Select(finding => (finding.Location.Line, finding.Location.Column)).ShouldBeInOrder();
            result.Diagnostics.Distinct().Count().ShouldBe(result.Diagnostics.Length, $"Seed {seed}.");
        }

        compiled.ShouldBeGreaterThan(Mutants / 10);
    }

    [Fact]
    public void Talk_ToMutatedFlowsThatCompile_NeverFails()
    {
        var failures = new SortedSet<string>(StringComparer.Ordinal);
        for (int seed = 0; seed < Mutants; seed++)
        {
            if (FlowCompiler.Compile(FlowSource.FromText("flow.json", new FlowMutator(new Random(seed)).Mutate(Sample))).Flow is { } flow)
            {
                for (int talk = 0; talk < 20; talk++)
                {
                    Talk(flow, new Random((seed * 100) + talk), problem => failures.Add($"Seed {seed}: {problem}"));
                }
            }
        }

        failures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void Compile_OfALargeFlow_IsQuick(int steps)
    {
        string text = LargeFlow(steps);
        var watch = Stopwatch.StartNew();
        CompilationResult result = FlowCompiler.Compile(FlowSource.FromText("flow.json", text));
        watch.Stop();
        result.Diagnostics.ShouldBeEmpty();
        result.Flow!.Steps.Length.ShouldBeGreaterThanOrEqualTo(steps);
        TestContext.Current.TestOutputHelper?.WriteLine($"{steps}: {watch.ElapsedMilliseconds} ms");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Compile_OfALargeFlowInWhichEveryRouteIsWrong_IsQuick()
    {
        string text = LargeFlow(5_000).Replace("\"goto\": \"q", "\"goto\": \"elsewhere", StringComparison.Ordinal);
        var watch = Stopwatch.StartNew();
        CompilationResult result = FlowCompiler.Compile(FlowSource.FromText("flow.json", text));
        watch.Stop();
        result.Diagnostics.Length.ShouldBeGreaterThan(1_000);
        TestContext.Current.TestOutputHelper?.WriteLine($"{result.Diagnostics.Length} findings: {watch.ElapsedMilliseconds} ms");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Compile_OfHugeIds_KeepsMessagesShort()
    {
        string id = new('x', 200_000);
        CompilationResult result = FlowCompiler.Compile(FlowSource.FromText("flow.json", $$"""
            { "flow": "f", "stages": [ { "id": "s", "steps": [
              { "id": "{{id}}", "type": "ask", "text": "?", "answer": "yes_no", "next": "nowhere" },
              { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """));
        result.Diagnostics.Select(finding => finding.Code).ShouldBe(["GF0304", "GF0101", "GF0104"]);
        result.Diagnostics.ShouldAllBe(finding => finding.Message.Length < 2_100);
        result.Diagnostics[^1].Message.ShouldContain("Use 'xxxxx");
    }

    private static void Talk(Flow flow, Random random, Action<string> report)
    {
        Turn turn = GuidanceEngine.Start(flow, new StartRequest { SessionId = "s", Inputs = Inputs(flow, random) }, Now);
        for (int i = 0; i < 200; i++)
        {
            if (turn.Reason == TurnReason.InvalidStart)
            {
                return;
            }

            if (turn.Error is not null)
            {
                report($"{turn.Result} {turn.Error}");
            }

            if (turn.Result == TurnResult.Refused || turn.Session.Status == SessionStatus.Ended)
            {
                return;
            }

            Situation situation = GuidanceEngine.Describe(flow, turn.Session, Now);
            if (situation.Expects is not { } expects || situation.Question is null || (expects.Type == "choice" && expects.Options.IsEmpty))
            {
                report($"waits at '{situation.Step?.Id}' without an expectation");
                return;
            }

            turn = GuidanceEngine.Step(flow, turn.Session, new AnswerInput(Answer(expects, random)), Now);
        }
    }

    private static string Answer(Expectation expects, Random random)
    {
        if (random.Next(5) == 0)
        {
            string[] garbage = ["", "blah", "😀", "\ud83d", new string('x', 5_000), "1e999", "{{ x }}", "not", "-0", "99999999999999999999"];
            return garbage[random.Next(garbage.Length)];
        }

        return expects.Type switch
        {
            "choice" => random.Next(2) == 0 ? expects.Options[random.Next(expects.Options.Count)].Value : (random.Next(expects.Options.Count) + 1).ToString(CultureInfo.InvariantCulture),
            "yes_no" => random.Next(2) == 0 ? "yes" : "no",
            "number" => random.Next((int)(expects.Min ?? 0), (int)(expects.Max ?? 10) + 1).ToString(CultureInfo.InvariantCulture),
            _ => "some words",
        };
    }

    private static Dictionary<string, Value> Inputs(Flow flow, Random random)
    {
        string[] kinds = ["gateway", "sensor", "lamp", "plug"];
        var devices = new Value[random.Next(4)];
        for (int i = 0; i < devices.Length; i++)
        {
            var fields = new List<KeyValuePair<string, Value>> { new("name", Value.From("Device " + i)), new("kind", Value.From(kinds[random.Next(kinds.Length)])) };
            if (random.Next(2) == 0)
            {
                fields.Add(new("button", Value.From("the red one")));
            }

            devices[i] = Value.From(ValueObject.Create([.. fields]));
        }

        var inputs = new Dictionary<string, Value>(StringComparer.Ordinal)
        {
            ["customer"] = Value.From(ValueObject.Create([new("name", Value.From("Ada"))])),
            ["devices"] = Value.From(ValueList.Create(devices)),
        };
        return inputs.Where(input => flow.Definition.Inputs.Any(declared => declared.Name == input.Key)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Stages of questions that branch, with loops, tickets, data and knowledge in proportion.</summary>
    private static string LargeFlow(int steps)
    {
        int groups = steps / 5;
        var text = new StringBuilder("""{ "flow": "large", "inputs": { "list": "list of text" }, "fallback": { "goto": "end" }, "data": {""");
        text.AppendJoin(',', Enumerable.Range(0, Math.Min(groups, 500)).Select(i => $$""" "d{{i}}": "boolean" """));
        text.Append("""}, "knowledge": {""");
        text.AppendJoin(',', Enumerable.Range(0, groups).Select(i => $$""" "k{{i}}": { "title": "T", "url": "https://example.com/{{i}}" } """));
        text.Append("""}, "stages": [ { "id": "s", "steps": [""");
        for (int i = 0; i < groups; i++)
        {
            int datum = i % 500;
            text.Append(CultureInfo.InvariantCulture, $$$"""
                { "id": "q{{{i}}}", "type": "ask", "text": "Question {{{i}}}, {{ d{{{datum}}} ?? false }}?", "answer": "yes_no", "save": "d{{{datum}}}",
                  "next": [ { "when": "d{{{datum}}} && answer", "goto": "q{{{Math.Min(i + 1, groups - 1)}}}" }, { "when": "answers['q{{{i}}}'] && session.turn > 100", "goto": "q{{{i / 2}}}" }, { "goto": "@next" } ] },
                { "id": "s{{{i}}}", "type": "say", "text": "Read this, {{ session.id }}.", "show": [ { "type": "knowledge", "id": "k{{{i}}}" } ] },
                { "id": "e{{{i}}}", "type": "each", "in": "list", "as": "item", "steps": [ { "id": "i{{{i}}}", "type": "say", "text": "{{ item }}" } ] },
                { "id": "b{{{i}}}", "type": "branch", "next": [ { "when": "list.size > {{{i}}}", "goto": "end" }, { "goto": "@next" } ] },
                """);
        }

        return text.Append("""{ "id": "end", "type": "end", "outcome": "resolved" } ] } ] }""").ToString();
    }
}
