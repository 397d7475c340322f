using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>In a template without scope: a variable once it is assigned, and until then the model's value of that name.</summary>
internal sealed class LocalOrGlobalNode(TextSpan span, int index, string name) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        Value value = state.Locals[index];
        if (value.IsNull)
        {
            return state.GetGlobal(name);
        }

        return ReferenceEquals(value.Reference, AssignedNull.Instance) ? Value.Null : value;
    }
}
