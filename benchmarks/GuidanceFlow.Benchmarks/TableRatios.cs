using System.Globalization;
using System.Text.Json;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Benchmarks;

/// <summary>
/// What a look-up in a decision table takes, at 10 and at 5,000 rows, in turns within one process. A look-up is the turn of 200 of them less the
/// same turn without, for each; what is printed are medians over the rounds of the times and of the ratios within a round.
/// </summary>
internal static class TableRatios
{
    private const int Rounds = 151;
    private const int RunsInARound = 20;
    private const int CompileRounds = 15;
    private const int Few = 10;
    private const int Many = 5_000;

    public static void Print()
    {
        (string Name, Func<int, byte[]> Json)[] tables =
        [
            ("equality, two texts", BenchTable.Equal),
            ("a range of whole numbers", BenchTable.Ranges),
            ("two texts with wildcards, and a range", BenchTable.Mixed),
        ];
        (int Rows, int Asked)[] sizes = [(Few, Few), (Many, Few), (Many, BenchTable.LookUps)];
        var plain = new BenchTable(BenchTable.Plain(), Many, BenchTable.LookUps);
        Func<object>[] runs = [plain.Step, .. tables.SelectMany(table => sizes.Select(size => (Func<object>)new BenchTable(table.Json(size.Rows), size.Rows, size.Asked).Step))];
        foreach (Func<object> run in runs)
        {
            // Until the compiler has done its best.
            for (int i = 0; i < 20 * RunsInARound; i++)
            {
                GC.KeepAlive(run());
            }
        }

        double[][] times = [.. runs.Select(_ => new double[Rounds])];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < runs.Length; i++)
            {
                (times[i][round], _) = Measurement.Take(runs[i], RunsInARound);
            }
        }

        for (int i = 0; i < tables.Length; i++)
        {
            double[][] taken = [.. sizes.Select((_, size) => LookUps(times[1 + (sizes.Length * i) + size], times[0]))];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tables[i].Name,-40} {Few} rows {Measurement.Median(taken[0]) * 1e9,4:0} ns; {Many} rows, the same number asked {Ratio(taken[1], taken[0]),5:0.00} ×, {BenchTable.LookUps} of them asked {Ratio(taken[2], taken[0]),5:0.00} ×"));
        }

        foreach ((string name, Func<int, byte[]> json) in tables)
        {
            PrintCompile(name, json(Many));
        }
    }

    private static double Ratio(double[] many, double[] few) => Measurement.Median(many.Zip(few, static (much, little) => much / little));

    private static double[] LookUps(double[] turns, double[] plain) => [.. turns.Zip(plain, static (turn, without) => (turn - without) / BenchTable.LookUps)];

    private static void PrintCompile(string name, byte[] json)
    {
        var times = new List<double>();
        var ratios = new List<double>();
        for (int round = -CompileRounds; round < CompileRounds; round++)
        {
            GC.Collect();
            (double parsed, _) = Measurement.Take(() => JsonDocument.Parse(json), 1);
            GC.Collect();
            (double compiled, _) = Measurement.Take(() => FlowCompiler.Compile([FlowSource.FromUtf8("table.json", json)]), 1);
            if (round >= 0)
            {
                times.Add(compiled);
                ratios.Add(compiled / parsed);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reading and compiling {Many} rows ({json.Length / 1024.0:0} KiB), {name}: {Measurement.Median(times) * 1e3:0.0} ms, {Measurement.Median(ratios):0.0} × JsonDocument.Parse"));
    }
}
