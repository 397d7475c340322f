using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

internal sealed class LiteralNode(TextSpan span, Value value) : Node(span)
{
    public Value Value { get; } = value;

    public override Value Evaluate(RenderState state) => Value;

    public override bool IsPlain => true;

    public override Value ReadPlain(IValueSource slots) => Value;
}
