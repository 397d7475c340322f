namespace GuidanceFlow.Templates.Runtime;

/// <summary>Where a running loop stands; what <c>for.index</c> and its like read.</summary>
internal struct LoopFrame
{
    public int Index;
    public int Length;
    public bool IsChanged;
}
