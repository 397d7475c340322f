using System.Diagnostics;

namespace GuidanceFlow.Benchmarks;

/// <summary>Takes the time and the bytes of one operation in one round, and the middle of many rounds.</summary>
internal static class Measurement
{
    public static (double Seconds, long Bytes) Take(Func<object> run, int runs)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        long began = Stopwatch.GetTimestamp();
        for (int i = 0; i < runs; i++)
        {
            object made = run();
            (made as IDisposable)?.Dispose();
        }

        return (Stopwatch.GetElapsedTime(began).TotalSeconds / runs, (GC.GetAllocatedBytesForCurrentThread() - before) / runs);
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
