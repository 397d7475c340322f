using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>1..3</c> and <c>1..&lt;3</c>, upwards or downwards. A loop runs over it without making the list.</summary>
internal sealed class RangeNode(TextSpan span, bool includesEnd, TextSpan signSpan, Node? left, Node right) : StepNode(span, left)
{
    public override Value Apply(RenderState state, Value left)
    {
        NumberRange range = Measure(state, left);
        state.CheckListLength(range.Count, signSpan);
        state.CountItems((int)range.Count, signSpan);
        var items = new Value[range.Count];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = Value.From(range.At(i));
        }

        return Value.From(ValueList.Adopt(items));
    }

    public NumberRange Measure(RenderState state) => Measure(state, Left!.Evaluate(state));

    private NumberRange Measure(RenderState state, Value left)
    {
        Value end = right.Evaluate(state);
        if (!left.TryGetInteger(out long first) || !end.TryGetInteger(out long last))
        {
            throw state.Fail(signSpan, $"A range needs two whole numbers, not {KindNames.Describe(left)} and {KindNames.Describe(end)}.");
        }

        return NumberRange.Between(first, last, includesEnd);
    }
}
