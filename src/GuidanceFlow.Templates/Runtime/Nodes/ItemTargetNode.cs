using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>An item of a list or a member of an object: <c>list[0] = 3</c>, <c>order["total"] = 3</c>.</summary>
internal sealed class ItemTargetNode(TextSpan span, Node before, Node owner, Node index) : TargetNode(span, before)
{
    public override void Assign(RenderState state, Value value)
    {
        Value target = owner.Evaluate(state);
        Value place = index.Evaluate(state);
        if (target.TryGetObject(out _) || place.TryGetText(out _) || !target.TryGetList(out ValueList? list))
        {
            MemberTargetNode.Assign(state, target, state.ToText(place), value, Span);
            return;
        }

        if (!list.IsChangeable)
        {
            throw state.Fail(Span, "This item cannot be set: the list comes from outside and is only read.");
        }

        if (!Conversion.TryToInteger(place, state.Culture, out long position))
        {
            throw state.Fail(index.Span, place.Kind == ValueKind.Number ? "The index is a number that is no position of a list." : $"The index must be a number, not {KindNames.Describe(place)}.");
        }

        position += position < 0 ? list.Count : 0;
        if (position >= 0)
        {
            state.CheckListLength(position + 1, Span);
            state.CountOperations(Math.Max(0, position - list.Count), Span);
            list.SetItem((int)position, value);
        }
    }
}
