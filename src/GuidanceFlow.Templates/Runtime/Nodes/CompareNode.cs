using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>== != &lt; &lt;= &gt; &gt;=</c>.</summary>
internal sealed class CompareNode(TextSpan span, TokenKind sign, TextSpan signSpan, Node? left, Node right) : StepNode(span, left)
{
    public override Value Apply(RenderState state, Value left) => Value.From(Comparison.Apply(state, sign, left, right.Evaluate(state), signSpan));

    public override bool Test(RenderState state) => Comparison.Apply(state, sign, Left!.Evaluate(state), right.Evaluate(state), signSpan);

    public override bool IsPlain => Left is SlotNode or LiteralNode && right is SlotNode or LiteralNode;

    public override bool? TestPlain(IValueSource slots) => TestPlain(sign, Left!.ReadPlain(slots), right.ReadPlain(slots));

    /// <summary>Compares two values without the effort of a rendering; null where that takes one after all.</summary>
    public static bool? TestPlain(TokenKind sign, Value one, Value other)
    {
        if (one.TryGetInteger(out long x) && other.TryGetInteger(out long y))
        {
            return Holds(sign, x, y);
        }

        if (sign is not (TokenKind.EqualEqual or TokenKind.NotEqual))
        {
            return null;
        }

        bool isEqual = sign == TokenKind.EqualEqual;
        if (one.IsNull || other.IsNull)
        {
            return (one.IsNull && other.IsNull) == isEqual;
        }

        return one.Reference is string text && other.Reference is string otherText ? string.Equals(text, otherText, StringComparison.Ordinal) == isEqual : null;
    }

    private static bool Holds(TokenKind sign, long x, long y) => sign switch
    {
        TokenKind.EqualEqual => x == y,
        TokenKind.NotEqual => x != y,
        TokenKind.Less => x < y,
        TokenKind.LessEqual => x <= y,
        TokenKind.Greater => x > y,
        _ => x >= y,
    };
}
