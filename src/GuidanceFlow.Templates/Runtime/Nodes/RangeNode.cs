using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>1..3</c> and <c>1..&lt;3</c>, upwards or downwards. A loop runs over it without making the list.</summary>
internal sealed class RangeNode(TextSpan span, bool includesEnd, TextSpan signSpan, Node? left, Node right) : StepNode(span, left)
{
    public override Value Apply(RenderState state, Value left)
    {
        Value end = right.Evaluate(state);
        if (left.IsNull || end.IsNull)
        {
            return Value.Null;
        }

        NumberRange range = Measure(state, left, end);
        state.CheckListLength(range.Count, signSpan);
        state.CountItems((int)range.Count, signSpan);
        var items = new Value[range.Count];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = Value.From(range.At(i));
        }

        return state.NewList(items);
    }

    /// <summary>The range without its list; false when an end of it is null.</summary>
    public bool TryMeasure(RenderState state, out NumberRange range)
    {
        Value start = Left!.Evaluate(state);
        Value end = right.Evaluate(state);
        bool isRange = !start.IsNull && !end.IsNull;
        range = isRange ? Measure(state, start, end) : default;
        return isRange;
    }

    private NumberRange Measure(RenderState state, Value start, Value end)
    {
        if (!start.TryGetInteger(out long first) || !end.TryGetInteger(out long last))
        {
            throw state.Fail(signSpan, $"A range needs two whole numbers, not {KindNames.Describe(start)} and {KindNames.Describe(end)}.");
        }

        return NumberRange.Between(first, last, includesEnd);
    }
}
