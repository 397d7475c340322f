using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Numbers;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>-x</c> and <c>+x</c>.</summary>
internal sealed class SignNode(TextSpan span, Node operand, bool isMinus) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        Value value = operand.Evaluate(state);
        if (value.TryGetInteger(out long integer) && integer != long.MinValue)
        {
            return Value.From(isMinus ? -integer : integer);
        }

        if (OtherArithmetic.TryNegate(value, out Value negated))
        {
            return isMinus ? negated : value;
        }

        throw state.Fail(Span, $"\"{(isMinus ? "-" : "+")}\" needs a number, not {KindNames.Describe(value)}.");
    }
}
