using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>[1, 2]</c>.</summary>
internal sealed class ListNode(TextSpan span, Node[] items) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        state.CheckListLength(items.Length, Span);
        state.CountOperations(items.Length, Span);
        var values = new Value[items.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = items[i].Evaluate(state);
        }

        return state.NewList(values);
    }
}
