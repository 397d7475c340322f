using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Templates.Tests.Support;

/// <summary>Values by slot.</summary>
internal sealed class SlotValues(params Value[] values) : IValueSource
{
    public Value GetValue(int slot) => values[slot];
}
