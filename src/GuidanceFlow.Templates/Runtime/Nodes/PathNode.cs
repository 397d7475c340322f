using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Members and indexes read one after the other.</summary>
internal sealed class PathNode(TextSpan span, Node target, PathStep[] steps) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        Value value = target.Evaluate(state);
        foreach (PathStep step in steps)
        {
            if (value.IsNull && step.IsOptional)
            {
                return Value.Null;
            }

            value = step.Index is null ? Members.Get(state, value, step.Member, step.Span) : Members.GetAt(state, value, step.Index.Evaluate(state), step.Span);
        }

        return value;
    }
}
