using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>{a: 1, "b": 2}</c>.</summary>
internal sealed class ObjectSyntax(TextSpan span, MemberSyntax[] members) : ExpressionSyntax(span)
{
    public MemberSyntax[] Members { get; } = members;
}
