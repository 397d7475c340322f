using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Counts a variable of the template up or down by one.</summary>
internal sealed class IncrementNode(TextSpan span, Node variable, int index, bool isUp, bool isPrefix) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        Value before = variable.Evaluate(state);
        if (!before.IsNumeric)
        {
            throw state.Fail(Span, $"\"{(isUp ? "++" : "--")}\" needs a number, not {KindNames.Describe(before)}.");
        }

        Value after = Arithmetic.Apply(state, isUp ? TokenKind.Plus : TokenKind.Minus, before, Value.From(1), Span);
        state.Locals[index] = after;
        return isPrefix ? after : before;
    }
}
