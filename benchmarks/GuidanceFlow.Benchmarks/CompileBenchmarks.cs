using System.Text.Json;
using BenchmarkDotNet.Attributes;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Benchmarks;

/// <summary>Reading and compiling a flow, beside what it takes to see that the file is JSON; with each way of collecting garbage, which much of the time depends on.</summary>
[MemoryDiagnoser]
[GcServer(true)]
[GcConcurrent(false)]
public class CompileBenchmarks
{
    private byte[] _json = [];

    /// <summary>How many steps the flow has.</summary>
    [Params(100, 1_000, 10_000)]
    public int Steps { get; set; }

    /// <summary>Writes the flow.</summary>
    [GlobalSetup]
    public void Setup() => _json = BenchFlow.Json(Steps, distinct: true);

    /// <summary>The peer: <see cref="JsonDocument"/> over the same bytes.</summary>
    [Benchmark(Baseline = true)]
    public void Parse() => JsonDocument.Parse(_json).Dispose();

    /// <summary>From bytes to a flow.</summary>
    [Benchmark]
    public CompilationResult Compile() => FlowCompiler.Compile([FlowSource.FromUtf8("bench.json", _json)]);
}
