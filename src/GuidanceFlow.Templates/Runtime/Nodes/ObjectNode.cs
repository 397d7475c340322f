using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>{a: 1}</c>; the names differ.</summary>
internal sealed class ObjectNode(TextSpan span, string[] names, Node[] members) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        state.CountOperations(members.Length + 1, Span);
        var values = new Value[members.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = members[i].Evaluate(state);
        }

        return state.NewObject(names, values);
    }
}
