using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>@f</c>: a function that is not called.</summary>
internal sealed class PointerSyntax(TextSpan span, ExpressionSyntax operand) : ExpressionSyntax(span)
{
    public ExpressionSyntax Operand { get; } = operand;
}
