using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>!x</c>.</summary>
internal sealed class NotNode(TextSpan span, Node operand) : Node(span)
{
    public override Value Evaluate(RenderState state) => Value.From(!operand.Test(state));

    public override bool Test(RenderState state) => !operand.Test(state);

    public override bool IsPlain => operand.IsPlain;

    public override bool? TestPlain(IValueSource slots) => !operand.TestPlain(slots);
}
