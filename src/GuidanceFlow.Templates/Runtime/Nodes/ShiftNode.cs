using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>list &lt;&lt; item</c> appends, <c>item &gt;&gt; list</c> puts in front; on whole numbers the bits are shifted.</summary>
internal sealed class ShiftNode(TextSpan span, bool isLeft, TextSpan signSpan, Node? left, Node right) : StepNode(span, left)
{
    public override Value Apply(RenderState state, Value left)
    {
        Value other = right.Evaluate(state);
        if (left.TryGetInteger(out long bits) && other.TryGetInteger(out long count))
        {
            return Value.From(isLeft ? bits << (int)count : bits >> (int)count);
        }

        (Value list, Value item) = isLeft ? (left, other) : (other, left);
        if (!list.TryGetList(out ValueList? items))
        {
            throw Arithmetic.Unsupported(state, isLeft ? TokenKind.ShiftLeft : TokenKind.ShiftRight, left, other, signSpan);
        }

        state.CheckListLength(items.Count + 1L, signSpan);
        state.CountItems(items.Count, signSpan);
        return Value.From(isLeft ? items.Append(item) : ValueList.Adopt([item, .. items.AsSpan()]));
    }
}
