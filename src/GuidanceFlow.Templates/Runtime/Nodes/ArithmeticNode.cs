using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>+ - * / // %</c>.</summary>
internal sealed class ArithmeticNode(TextSpan span, TokenKind sign, TextSpan signSpan, Node? left, Node right) : StepNode(span, left)
{
    public override Value Apply(RenderState state, Value left) => Arithmetic.Apply(state, sign, left, right.Evaluate(state), signSpan);
}
