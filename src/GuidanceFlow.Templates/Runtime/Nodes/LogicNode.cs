using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>a &amp;&amp; b</c> and <c>a || b</c>: always a boolean; the right side is only looked at when it counts.</summary>
internal sealed class LogicNode(TextSpan span, Node? left, Node right, bool isAnd) : StepNode(span, left)
{
    public override Value Apply(RenderState state, Value left) => Value.From(Truth.Of(left) == isAnd ? right.Test(state) : !isAnd);

    public override Value Evaluate(RenderState state) => Value.From(Test(state));

    public override bool Test(RenderState state) => Left!.Test(state) == isAnd ? right.Test(state) : !isAnd;

    public override bool IsPlain => Left is { IsPlain: true } && right.IsPlain;

    public override bool? TestPlain(IValueSource slots) => Left!.TestPlain(slots) is not { } first ? null : first == isAnd ? right.TestPlain(slots) : !isAnd;
}
