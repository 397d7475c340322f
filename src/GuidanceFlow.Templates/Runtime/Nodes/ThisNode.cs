using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>this</c>: the object whose members are the variables.</summary>
internal sealed class ThisNode(TextSpan span) : Node(span)
{
    public override Value Evaluate(RenderState state) => Value.From(state.Scopes.This);
}
