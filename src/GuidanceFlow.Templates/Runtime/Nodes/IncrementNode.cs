using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Numbers;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>++x</c>, <c>x++</c>, <c>--x</c>, <c>x--</c>.</summary>
internal sealed class IncrementNode(TextSpan span, TargetNode target, bool isUp, bool isPrefix) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        Value before = target.Before.Evaluate(state);
        if (!OtherNumber.IsNumber(before))
        {
            throw state.Fail(Span, $"\"{(isUp ? "++" : "--")}\" needs a number, not {KindNames.Describe(before)}.");
        }

        Value after = Arithmetic.Apply(state, isUp ? TokenKind.Plus : TokenKind.Minus, before, Value.From(1), Span);
        target.Assign(state, after);
        return isPrefix ? after : before;
    }
}
