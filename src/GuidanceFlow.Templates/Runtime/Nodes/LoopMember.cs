namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>What <c>for.…</c> tells of the innermost loop.</summary>
internal enum LoopMember
{
    Index,
    RIndex,
    First,
    Last,
    Even,
    Odd,
    Length,
    Changed,
}
