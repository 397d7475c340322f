using System.Globalization;
using System.Text.Json;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Benchmarks;

/// <summary>
/// Reading and compiling flows of 100 to 10,000 steps beside <see cref="JsonDocument"/> over the same bytes, in turns; medians of the rounds. All that is made
/// stays alive, so that much depends on how the process collects garbage, which is printed with it: the variables <c>DOTNET_gcServer</c> and
/// <c>DOTNET_gcConcurrent</c> choose.
/// </summary>
internal static class CompileRatios
{
    private const int Rounds = 25;

    public static void Print()
    {
        IReadOnlyDictionary<string, object> collector = GC.GetConfigurationVariables();
        Console.WriteLine($"garbage collector: {(IsOn(collector, "ServerGC") ? "server" : "workstation")}, {(IsOn(collector, "ConcurrentGC") ? "concurrent" : "not concurrent")}");
        foreach (int steps in new[] { 100, 1_000, 10_000 })
        {
            Print(steps);
        }
    }

    private static bool IsOn(IReadOnlyDictionary<string, object> variables, string name) => variables.TryGetValue(name, out object? value) && value is true;

    private static void Print(int steps)
    {
        byte[] json = BenchFlow.Json(steps, distinct: true);
        int runs = 10_000 / steps;
        Func<object> parse = () => JsonDocument.Parse(json);
        Func<object> compile = () => FlowCompiler.Compile([FlowSource.FromUtf8("bench.json", json)]);
        for (int i = 0; i < 4 * runs; i++)
        {
            // Until the compiler has done its best.
            ((IDisposable)parse()).Dispose();
            GC.KeepAlive(compile());
        }

        var ratios = new List<double>();
        var times = new List<double>();
        var pauses = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            // As BenchmarkDotNet does: nobody pays for the garbage of the round before.
            GC.Collect();
            (double parsed, _) = Measurement.Take(parse, runs);
            GC.Collect();
            TimeSpan paused = GC.GetTotalPauseDuration();
            (double compiled, _) = Measurement.Take(compile, runs);
            pauses.Add((GC.GetTotalPauseDuration() - paused).TotalSeconds / runs);
            times.Add(compiled);
            ratios.Add(compiled / parsed);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"compile {steps,6} steps ({json.Length / 1024.0,5:0} KiB): {Measurement.Median(times) * 1e3,7:0.0} ms, of it {Measurement.Median(pauses) * 1e3,5:0.0} paused, {Measurement.Median(times) * 1e6 / steps,5:0.0} µs a step, {Measurement.Median(ratios),5:0.0} × JsonDocument.Parse"));
    }
}
