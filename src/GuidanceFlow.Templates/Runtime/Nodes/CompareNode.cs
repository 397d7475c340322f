using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>== != &lt; &lt;= &gt; &gt;=</c>.</summary>
internal sealed class CompareNode(TextSpan span, TokenKind sign, TextSpan signSpan, Node? left, Node right) : StepNode(span, left)
{
    public override Value Apply(RenderState state, Value left) => Value.From(Comparison.Apply(state, sign, left, right.Evaluate(state), signSpan));

    public override bool Test(RenderState state) => Comparison.Apply(state, sign, Left!.Evaluate(state), right.Evaluate(state), signSpan);
}
