using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Assigns a variable, a member or an item.</summary>
internal sealed class AssignNode(TextSpan span, TargetNode target, Node value) : StatementNode
{
    public override Signal Execute(RenderState state)
    {
        state.Place = span;
        target.Assign(state, value.Evaluate(state));
        return Signal.Next;
    }
}
