using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Many operators in a row, applied in a loop: a chain of any length needs no stack.</summary>
internal sealed class ChainNode(TextSpan span, Node first, StepNode[] steps) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        Value value = first.Evaluate(state);
        foreach (StepNode step in steps)
        {
            value = step.Apply(state, value);
        }

        return value;
    }
}
