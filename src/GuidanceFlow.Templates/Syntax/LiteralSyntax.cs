using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>null</c>, <c>true</c>, <c>12</c>, <c>'text'</c>.</summary>
internal sealed class LiteralSyntax(TextSpan span, Value value) : ExpressionSyntax(span)
{
    public Value Value { get; } = value;
}
