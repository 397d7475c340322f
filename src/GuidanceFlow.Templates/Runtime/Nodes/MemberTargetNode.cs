using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>A member of an object or list: <c>order.total = 3</c>.</summary>
internal sealed class MemberTargetNode(TextSpan span, Node before, Node owner, string member) : TargetNode(span, before)
{
    public override void Assign(RenderState state, Value value) => Assign(state, owner.Evaluate(state), member, value, Span);

    public static void Assign(RenderState state, Value owner, string member, Value value, TextSpan place)
    {
        if (owner.TryGetObject(out ValueObject? members))
        {
            if (!members.IsChangeable)
            {
                throw state.Fail(place, $"\"{member}\" cannot be set: the object comes from outside and is only read.");
            }

            if (members.IsReadOnly(member))
            {
                throw state.Fail(place, $"\"{member}\" was made read-only and cannot be set any more.");
            }

            state.CheckListLength(members.Count + 1L, place);
            members.SetMember(member, value);
            return;
        }

        if (!owner.TryGetList(out ValueList? list))
        {
            throw state.Fail(place, owner.IsNull
                ? $"\"{member}\" cannot be set of nothing (null); assign an object first: \"name = {{}}\"."
                : $"\"{member}\" cannot be set: only objects and lists have members to set, not {KindNames.Describe(owner)}.");
        }

        if (!list.IsChangeable || member is "size" or Members.IsEmpty)
        {
            string reason = list.IsChangeable ? "it follows from the items" : "the list comes from outside and is only read";
            throw state.Fail(place, $"\"{member}\" cannot be set: {reason}.");
        }

        list.SetMember(member, value);
    }
}
