using System.Runtime.CompilerServices;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>The arguments of one call, on the stack.</summary>
[InlineArray(Capacity)]
internal struct ArgumentBuffer
{
    public const int Capacity = 6;

    private Value _first;
}
