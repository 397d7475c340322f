using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>for.index</c> and its like.</summary>
internal sealed class LoopMemberNode(TextSpan span, int depth, LoopMember member) : Node(span)
{
    public override Value Evaluate(RenderState state) => Read(in state.Loops[depth], member);

    public static Value Read(in LoopFrame loop, LoopMember member) => member switch
    {
        LoopMember.Index => Value.From(loop.Index),
        LoopMember.RIndex => Value.From(loop.Length - loop.Index - 1),
        LoopMember.First => Value.From(loop.Index == 0),
        LoopMember.Last => Value.From(loop.Index == loop.Length - 1),
        LoopMember.Even => Value.From(loop.Index % 2 == 0),
        LoopMember.Odd => Value.From(loop.Index % 2 != 0),
        LoopMember.Length => Value.From(loop.Length),
        _ => Value.From(loop.IsChanged),
    };
}
