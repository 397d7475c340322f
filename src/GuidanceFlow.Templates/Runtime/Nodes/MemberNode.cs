using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>One member of a value, which is what most paths consist of: <see cref="PathNode"/> in one piece.</summary>
internal sealed class MemberNode(TextSpan span, Node target, string member, TextSpan memberSpan, bool isOptional) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        Value value = target.Evaluate(state);
        return value.IsNull && isOptional ? Value.Null : Members.Get(state, value, member, memberSpan);
    }

    /// <summary>A path of some steps, in one piece where it can be.</summary>
    public static Node Make(TextSpan span, Node target, PathStep[] steps) => steps is [{ Index: null } only]
        ? new MemberNode(span, target, only.Member, only.Span, only.IsOptional)
        : new PathNode(span, target, steps);
}
