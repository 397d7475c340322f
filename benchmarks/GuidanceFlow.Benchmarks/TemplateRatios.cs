using System.Globalization;

namespace GuidanceFlow.Benchmarks;

/// <summary>
/// Templates in turns, as <see cref="Ratios"/> measures turns of a session: rendering and parsing beside the peer, a guard beside three
/// look-ups, and parsing by the template's length.
/// </summary>
internal static class TemplateRatios
{
    private const int Rounds = 301;
    private const int RunsInARound = 1_000;
    private const int GuardsInARound = 20_000;
    private const int WarmUps = 5;
    private const int LengthRounds = 15;
    private const int Kilo = 1024;

    public static void Print()
    {
        var peer = new Peer();
        var templates = new BenchTemplates();
        PrintBeside(
            RunsInARound,
            ("peer: the prompt alone", peer.Render),
            ("from slots", templates.FromSlots),
            ("from slots into a buffer", templates.IntoBuffer),
            ("from named values", templates.FromNames),
            ("four calls, from slots", templates.FourCalls),
            ("parse and compile", BenchTemplates.Parse),
            ("parse and compile, no scope", BenchTemplates.ParseUnscoped));
        PrintBeside(GuardsInARound, ("peer: three look-ups", templates.LookUpThree), ("a guard", templates.EvaluateGuard));
        PrintLengths();
    }

    /// <summary>Measures operations in turns, the first of which is the peer of the others.</summary>
    private static void PrintBeside(int runs, params (string Name, Func<object> Run)[] operations)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            foreach ((_, Func<object> run) in operations)
            {
                Measurement.Take(run, 10 * RunsInARound);
            }

            // The compiler that does its best works in the background, and only starts when nothing new was called for a while.
            Thread.Sleep(200);
        }

        double[][] times = [.. operations.Select(_ => new double[Rounds])];
        var bytes = new long[operations.Length];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < operations.Length; i++)
            {
                (times[i][round], bytes[i]) = Measurement.Take(operations[i].Run, runs);
            }
        }

        for (int i = 0; i < operations.Length; i++)
        {
            double ratio = Measurement.Median(times[i].Zip(times[0], static (time, peer) => time / peer));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{operations[i].Name,-28} {Measurement.Median(times[i]) * 1e9,8:0.0} ns  {ratio,6:0.00} × peer  {bytes[i],6} bytes"));
        }
    }

    /// <summary>Parses templates from 1 KB to 10 MB, in turns; the short ones as often as makes up for their length.</summary>
    private static void PrintLengths()
    {
        int[] lengths = [1, 10, 100, Kilo, 10 * Kilo];
        string[] texts = [.. lengths.Select(length => BenchTemplates.Repeat(length * Kilo))];
        double[][] times = [.. lengths.Select(_ => new double[LengthRounds])];
        var bytes = new long[lengths.Length];
        for (int round = 0; round < LengthRounds; round++)
        {
            for (int i = 0; i < lengths.Length; i++)
            {
                // As BenchmarkDotNet does: nobody pays for the garbage of the round before.
                GC.Collect();
                (times[i][round], bytes[i]) = Measurement.Take(() => BenchTemplates.Parse(texts[i]), Math.Max(1, Kilo / lengths[i]));
            }
        }

        for (int i = 0; i < lengths.Length; i++)
        {
            double growth = Measurement.Median(times[i].Zip(times[0], (time, shortest) => time / shortest / texts[i].Length * texts[0].Length));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"parse {lengths[i],5} KB: {Measurement.Median(times[i]) * 1e6 * Kilo / texts[i].Length,6:0.00} µs a KB, {growth,5:0.00} × that of 1 KB, {bytes[i] * (double)Kilo / texts[i].Length,7:0} bytes a KB"));
        }
    }
}
