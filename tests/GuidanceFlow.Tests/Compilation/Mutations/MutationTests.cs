using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Testing.Scenarios;

namespace GuidanceFlow.Tests.Compilation.Mutations;

/// <summary>Whatever becomes of a valid file, compiling it ends soon, without an exception, in a flow that can be talked to or in findings with a place.</summary>
public sealed class MutationTests
{
    private const int Flows = 9_000;
    private const int Pairs = 1_000;
    private const int Scenarios = 1_000;
    private const int Translations = 300;
    private const int Templates = 10_000;
    private const int Repeats = 3;
    private const int FewestCompiled = Flows / 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    [Fact]
    public void Compile_OfNineThousandMutants_NeverThrowsAndEndsWithinASecond()
    {
        int compiled = 0;
        ForEachSeed(Flows, ValidFlows.All, (seed, original, random) =>
        {
            byte[] mutant = Mutate(random, original);
            CompilationResult result = Compile(mutant);
            Check(result.Diagnostics, mutant);
            bool hasErrors = result.Diagnostics.Any(finding => finding.Severity == DiagnosticSeverity.Error);
            if (result.Success == hasErrors)
            {
                return (mutant, $"There is {(result.Success ? "a flow beside errors" : "neither a flow nor an error")}.");
            }

            if (result.Flow is { } flow)
            {
                Interlocked.Increment(ref compiled);
                return (mutant, new RandomTalk(flow, random).FindProblem());
            }

            return (mutant, null);
        });
        compiled.ShouldBeGreaterThan(FewestCompiled);
        TestContext.Current.TestOutputHelper?.WriteLine($"{compiled} of {Flows} compiled, from {ValidFlows.All.Count} flows.");
    }

    [Fact]
    public void Compile_OfMutatedFlowsWithMutatedTranslations_NeverThrowsAndTellsTheFilesApart()
    {
        int compiled = 0;
        (string Name, string Text)[] flows = [.. ValidFlows.Pairs.Select(pair => (pair.Name, pair.Flow))];
        ForEachSeed(Pairs, flows, (seed, original, random) =>
        {
            string translation = ValidFlows.Pairs.First(pair => pair.Flow == original).Translation;
            int which = random.Next(3);
            byte[] mutant = which == 0 ? Encoding.UTF8.GetBytes(original) : Mutate(random, original);
            byte[] translated = which == 1 ? Encoding.UTF8.GetBytes(translation) : Mutate(random, translation);
            CompilationResult result = FlowCompiler.Compile(FlowSource.FromUtf8("flow.json", mutant).WithTranslation(TranslationSource.FromUtf8("flow.zh-CN.json", translated)));
            Check([.. result.Diagnostics.Where(finding => finding.Location.File == "flow.json")], mutant);
            Check([.. result.Diagnostics.Where(finding => finding.Location.File == "flow.zh-CN.json")], translated);
            byte[] both = [.. mutant, .. "\n"u8, .. translated];
            if (result.Success == result.Diagnostics.Any(finding => finding.Severity == DiagnosticSeverity.Error))
            {
                return (both, "There is neither a flow nor an error, or both.");
            }

            if (result.Flow is not { } flow)
            {
                return (both, null);
            }

            Interlocked.Increment(ref compiled);
            return (both, new RandomTalk(flow, random, "zh-CN").FindProblem());
        });
        compiled.ShouldBeGreaterThan(Pairs / 50);
        TestContext.Current.TestOutputHelper?.WriteLine($"{compiled} of {Pairs} compiled.");
    }

    [Fact]
    public void Read_OfMutatedScenarios_NeverThrowsAndSaysWhere()
    {
        string folder = Directory.CreateTempSubdirectory("guidanceflow").FullName;
        try
        {
            ForEachSeed(Scenarios, ValidFlows.Scenarios, (seed, original, random) =>
            {
                byte[] mutant = Mutate(random, original);
                string path = Path.Combine(folder, seed + ".scenario.json");
                File.WriteAllBytes(path, mutant);
                ScenarioReadResult read = Scenario.Read(path);
                Check(read.Diagnostics, mutant);
                return (mutant, read.Success == read.Diagnostics.IsEmpty ? null : "There is neither a scenario nor a finding.");
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Compile_WithMutatedTranslations_NeverThrows()
    {
        FlowSource flow = FlowSource.FromText("flow.json", ValidFlows.Translated.Flow);
        ForEachSeed(Translations, [("Translation", ValidFlows.Translated.Translation)], (seed, original, random) =>
        {
            byte[] mutant = Mutate(random, original);
            CompilationResult result = FlowCompiler.Compile(flow.WithTranslation(TranslationSource.FromUtf8("flow.zh-CN.json", mutant)));
            Check([.. result.Diagnostics.Where(finding => finding.Location.File == "flow.zh-CN.json")], mutant);
            return (mutant, result.Success == result.Diagnostics.All(finding => finding.Severity == DiagnosticSeverity.Warning) ? null : "There is neither a flow nor an error.");
        });
    }

    [Fact]
    public void Parse_OfMutatedTemplates_NeverThrows()
    {
        (string Name, string Text)[] texts =
        [
            .. ValidFlows.All.SelectMany(flow => flow.Text.Split('"')).Where(text => text.Contains("{{", StringComparison.Ordinal)).Distinct().Select((text, i) => ($"Text {i}", text)),
        ];
        ForEachSeed(Templates, texts, (seed, original, random) =>
        {
            byte[] mutant = new ByteMutator(random).Mutate(original);
            string text = Encoding.UTF8.GetString(mutant);
            ParseResult<Template> template = Template.Parse(text);
            ParseResult<Expression> expression = Expression.Parse(text);
            bool said = (template.Value is null) == !template.Diagnostics.IsEmpty && (expression.Value is null) == !expression.Diagnostics.IsEmpty;
            return (mutant, said ? null : "There is neither a result nor a finding.");
        });
    }

    /// <summary>Runs a test for every seed, on all processors, and reports the failing ones with all that is needed to run them again.</summary>
    private static void ForEachSeed(int seeds, IReadOnlyList<(string Name, string Text)> originals, Func<int, string, Random, (byte[] Mutant, string? Problem)> test)
    {
        // What is slow only because it is the first of its kind says nothing.
        foreach ((_, string text) in originals)
        {
            test(-1, text, new Random(-1));
        }

        var failures = new ConcurrentBag<string>();
        var slow = new ConcurrentBag<int>();
        Parallel.For(0, seeds, seed =>
        {
            if (Run(seed, out string? problem) > Longest)
            {
                slow.Add(seed);
            }

            if (problem is not null)
            {
                failures.Add(problem);
            }
        });

        // A busy machine may hold one run up, but not the same one every time.
        foreach (int seed in slow.Where(seed => Enumerable.Range(0, Repeats).All(_ => Run(seed, out string? _) > Longest)))
        {
            failures.Add($"Seed {seed}, {originals[seed % originals.Count].Name}: It takes longer than a second.");
        }

        failures.OrderBy(failure => failure.Length).Take(3).ShouldBeEmpty($"{failures.Count} seeds failed.");

        TimeSpan Run(int seed, out string? problem)
        {
            (string name, string text) = originals[seed % originals.Count];
            var watch = Stopwatch.StartNew();
            try
            {
                (byte[] mutant, problem) = test(seed, text, new Random(seed));
                problem = problem is null ? null : $"Seed {seed}, {name}: {problem}\n{Encoding.UTF8.GetString(mutant)}";
            }
            catch (Exception exception)
            {
                problem = $"Seed {seed}, {name}: {exception}";
            }

            return watch.Elapsed;
        }
    }

    private static byte[] Mutate(Random random, string text) =>
        random.Next(3) == 0 ? new ByteMutator(random).Mutate(text) : Encoding.UTF8.GetBytes(new TreeMutator(random).Mutate(text));

    private static CompilationResult Compile(byte[] mutant) => FlowCompiler.Compile(FlowSource.FromUtf8("flow.json", mutant));

    /// <summary>Each finding has a place inside the file and a message on one line; they come in order, each once.</summary>
    private static void Check(IReadOnlyCollection<Diagnostic> findings, byte[] mutant)
    {
        string text = Encoding.UTF8.GetString(mutant);
        string[] lines = (text.StartsWith('\ufeff') ? text[1..] : text).Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        foreach (Diagnostic finding in findings)
        {
            bool isInside = finding.Location.Line >= 1 && finding.Location.Line <= lines.Length && finding.Location.Column >= 1 && finding.Location.Column <= lines[finding.Location.Line - 1].Length + 1;
            if (!isInside || finding.Message.Length is 0 or > 4_000 || finding.Message.Any(char.IsControl))
            {
                throw new InvalidOperationException($"This finding is not well formed: {finding}\n{text}");
            }
        }

        if (findings.Distinct().Count() != findings.Count || !findings.Select(Place).SequenceEqual(findings.Select(Place).Order()))
        {
            throw new InvalidOperationException($"These findings are not in order, or not each once: {string.Join('\n', findings)}");
        }
    }

    private static (int Line, int Column) Place(Diagnostic finding) => (finding.Location.Line, finding.Location.Column);
}
