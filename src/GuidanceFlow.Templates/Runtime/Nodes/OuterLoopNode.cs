using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>for.index</c> and its like in a function or partial, of the loop that it is called in.</summary>
internal sealed class OuterLoopNode(TextSpan span, LoopMember member) : Node(span)
{
    public override Value Evaluate(RenderState state) =>
        state.Scopes.FindLoop() is { } loop
            ? LoopMemberNode.Read(loop.Frame, member)
            : throw state.Fail(Span, "\"for\" only has members inside a loop.");
}
