using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Assigns a variable of the template.</summary>
internal sealed class AssignNode(TextSpan span, int index, Node value) : StatementNode
{
    private static readonly Value Null = Value.FromOther(AssignedNull.Instance);

    public override Signal Execute(RenderState state)
    {
        state.Place = span;
        Value assigned = value.Evaluate(state);
        state.Locals[index] = assigned.IsNull ? Null : assigned;
        return Signal.Next;
    }
}
