using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Calls;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Members and indexes read one after the other, where a function among them is called.</summary>
internal sealed class CallingPathNode(TextSpan span, Node target, PathStep[] steps) : Node(span)
{
    public override Value Evaluate(RenderState state) => Callable.Resolve(state, EvaluateUncalled(state), Span);

    public override Value EvaluateUncalled(RenderState state)
    {
        Value value = target.Evaluate(state);
        for (int i = 0; i < steps.Length; i++)
        {
            PathStep step = steps[i];
            if (value.IsNull && step.IsOptional)
            {
                return Value.Null;
            }

            value = step.Index is null ? Members.Get(state, value, step.Member, step.Span) : Members.GetAt(state, value, step.Index.Evaluate(state), step.Span);
            if (i < steps.Length - 1)
            {
                value = Callable.Resolve(state, value, step.Span);
            }
        }

        return value;
    }
}
