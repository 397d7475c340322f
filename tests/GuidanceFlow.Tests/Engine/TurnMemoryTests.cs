using GuidanceFlow.Benchmarks;

namespace GuidanceFlow.Tests.Engine;

/// <summary>What a turn of the measured flow allocates: a number that does not depend on the machine, so that nobody has to measure to see it grow.</summary>
public sealed class TurnMemoryTests
{
    private const int Turns = 20;

    [Fact]
    public void Turn_AllocatesAtMost1536Bytes()
    {
        Flow flow = BenchFlow.Compile(10);
        GuidanceSession start = BenchFlow.Session(flow, 10);
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            GuidanceSession session = start;
            for (int i = 0; i < Turns; i++)
            {
                session = GuidanceEngine.Step(flow, session, BenchFlow.Answer, BenchFlow.Now).Session;
            }

            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / Turns);
        }

        least.ShouldBeInRange(1_000, 1_536);
    }
}
