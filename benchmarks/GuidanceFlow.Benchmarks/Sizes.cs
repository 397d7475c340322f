using System.Globalization;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Benchmarks;

/// <summary>What a session takes while it waits: in memory, by keeping very many of them, and as a snapshot.</summary>
internal static class Sizes
{
    private const int Sessions = 20_000;

    public static void Print()
    {
        Flow flow = BenchFlow.Compile(steps: 10);
        foreach (int turns in new[] { 10, 60, 200 })
        {
            byte[] snapshot = SessionSnapshot.Write(BenchFlow.Session(flow, turns));
            var kept = new GuidanceSession[Sessions];
            long before = GC.GetTotalMemory(forceFullCollection: true);
            for (int i = 0; i < kept.Length; i++)
            {
                // Read from a store, as idle sessions come; nothing is shared between them but the flow.
                kept[i] = SessionSnapshot.Read(flow, snapshot).GetOrThrow();
            }

            long bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / Sessions;
            GC.KeepAlive(kept);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"session at {turns} turns: {bytes} bytes in memory, {snapshot.Length} bytes as a snapshot"));
        }
    }
}
