using System.Globalization;
using GuidanceFlow.Commands;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Benchmarks;

/// <summary>
/// The same measurements in one process and in turns: each round runs everything once, so that a machine that others use slows all alike.
/// What is printed are medians over the rounds: of the times, and of the ratios to the peer of the same round.
/// </summary>
internal static class Ratios
{
    private static readonly CommandInput Back = new(SessionCommand.Back);

    private const int Rounds = 301;
    private const int RunsInARound = 1_000;

    public static void Print()
    {
        PrintTurns();
        CompileRatios.Print();
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
            GuidanceSession back = BenchFlow.Session(flow, age);
            operations.Add(($"back, age {age}", () => GuidanceEngine.Step(flow, back, Back, BenchFlow.Now)));
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
}
