using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>^list</c>: the items of a list as arguments of a call.</summary>
internal sealed class ExpandSyntax(TextSpan span, ExpressionSyntax operand) : ExpressionSyntax(span)
{
    public ExpressionSyntax Operand { get; } = operand;
}
