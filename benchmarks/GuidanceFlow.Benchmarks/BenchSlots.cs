using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Benchmarks;

/// <summary>Values by their slots.</summary>
internal sealed class BenchSlots(Value[] values) : IValueSource
{
    public Value GetValue(int slot) => values[slot];
}
