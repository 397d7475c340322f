using System.Globalization;
using System.Text.Json;
using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Benchmarks;

/// <summary>
/// The same measurements in one process and in turns: each round runs everything once, so that a machine that others use slows all alike.
/// What is printed are medians over the rounds: of the times, and of the ratios to the peer of the same round.
/// </summary>
internal static class Ratios
{
    private const int Rounds = 301;
    private const int RunsInARound = 1_000;
    private const int CompileRounds = 15;

    public static void Print()
    {
        PrintTurns();
        foreach (int steps in new[] { 100, 1_000, 10_000 })
        {
            PrintCompile(steps);
        }
    }

    private static void PrintTurns()
    {
        var peer = new Peer();
        Flow flow = BenchFlow.Compile(steps: 10);
        Flow large = BenchFlow.Compile(steps: 10_000);
        var operations = new List<(string Name, Func<object> Run)> { ("peer: the prompt alone", peer.Render) };
        foreach (int age in new[] { 10, 200 })
        {
            var talk = new Talk(flow, age);
            var inLarge = new Talk(large, age);
            byte[] snapshot = SessionSnapshot.Write(BenchFlow.Session(flow, age));
            operations.Add(($"one turn, age {age}", talk.Step));
            operations.Add(($"one turn of 10,000 steps, age {age}", inLarge.Step));
            operations.Add(($"snapshot in, turn, snapshot out, age {age}", () => SessionSnapshot.Write(GuidanceEngine.Step(flow, SessionSnapshot.Read(flow, snapshot).GetOrThrow(), BenchFlow.Answer, BenchFlow.Now).Session)));
        }

        foreach ((_, Func<object> run) in operations)
        {
            // Until the compiler has done its best.
            for (int i = 0; i < 30 * RunsInARound; i++)
            {
                GC.KeepAlive(run());
            }
        }

        double[][] times = [.. operations.Select(_ => new double[Rounds])];
        var bytes = new long[operations.Count];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < operations.Count; i++)
            {
                (times[i][round], bytes[i]) = Measurement.Take(operations[i].Run, RunsInARound);
            }
        }

        for (int i = 0; i < operations.Count; i++)
        {
            double ratio = Measurement.Median(times[i].Zip(times[0], static (time, peer) => time / peer));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{operations[i].Name,-42} {Measurement.Median(times[i]) * 1e9,8:0} ns  {ratio,6:0.00} × peer  {bytes[i],6} bytes"));
        }
    }

    private static void PrintCompile(int steps)
    {
        byte[] json = BenchFlow.Json(steps, distinct: true);
        int runs = 10_000 / steps;
        Func<object> parse = () => JsonDocument.Parse(json);
        Func<object> compile = () => FlowCompiler.Compile([FlowSource.FromUtf8("bench.json", json)]);
        var ratios = new List<double>();
        var times = new List<double>();
        for (int round = 0; round < CompileRounds; round++)
        {
            // As BenchmarkDotNet does: nobody pays for the garbage of the round before.
            GC.Collect();
            (double parsed, _) = Measurement.Take(parse, runs);
            GC.Collect();
            (double compiled, _) = Measurement.Take(compile, runs);
            times.Add(compiled);
            ratios.Add(compiled / parsed);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"compile {steps,6} steps ({json.Length / 1024.0,5:0} KiB): {Measurement.Median(times) * 1e3,7:0.0} ms, {Measurement.Median(times) * 1e6 / steps,5:0.0} µs a step, {Measurement.Median(ratios),5:0.0} × JsonDocument.Parse"));
    }
}
