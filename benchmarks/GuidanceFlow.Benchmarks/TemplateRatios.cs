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

    /// <summary>
    /// Parses 10 MB, as one text, as ten, and so on to ten thousand of 1 KB, in turns, and keeps what comes of it, as hosts do: however it is cut, the
    /// garbage collector has as much to move. Short texts that are thrown away at once would cost it nothing. Beside templates stand JSON texts read to a tree.
    /// </summary>
    private static void PrintLengths()
    {
        int[] lengths = [1, 10, 100, Kilo, 10 * Kilo];
        PrintLengths("parse", [.. lengths.Select(length => BenchTemplates.Repeat(length * Kilo))], BenchTemplates.Parse);
        PrintLengths("JSON peer", [.. lengths.Select(length => JsonPeer.Repeat(length * Kilo))], JsonPeer.Parse);
    }

    private static void PrintLengths(string name, string[] texts, Func<string, object> parse)
    {
        double[][] times = [.. texts.Select(_ => new double[LengthRounds])];
        double[][] pauses = [.. texts.Select(_ => new double[LengthRounds])];
        var bytes = new long[texts.Length];
        for (int round = -WarmUps; round < LengthRounds; round++)
        {
            for (int i = 0; i < texts.Length; i++)
            {
                // As BenchmarkDotNet does: nobody pays for the garbage of the round before.
                GC.Collect();
                string text = texts[i];
                int runs = Math.Max(1, texts[^1].Length / text.Length);
                var kept = new object[runs];
                int next = 0;
                TimeSpan paused = GC.GetTotalPauseDuration();
                (double time, bytes[i]) = Measurement.Take(() => kept[next++] = parse(text), runs);
                GC.KeepAlive(kept);
                if (round >= 0)
                {
                    times[i][round] = time * Kilo / text.Length;
                    pauses[i][round] = (GC.GetTotalPauseDuration() - paused).TotalSeconds / runs * Kilo / text.Length;
                }
            }
        }

        for (int i = 0; i < texts.Length; i++)
        {
            double growth = Measurement.Median(times[i].Zip(times[0], static (time, shortest) => time / shortest));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} {texts[i].Length / Kilo,5} KB: {Measurement.Median(times[i]) * 1e6,6:0.00} µs a KB, of it {Measurement.Median(pauses[i]) * 1e6,5:0.00} paused for the garbage collector, {growth,5:0.00} × that of 1 KB, {bytes[i] * (double)Kilo / texts[i].Length,7:0} bytes a KB"));
        }
    }
}
