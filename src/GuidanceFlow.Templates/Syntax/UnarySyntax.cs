using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>!x</c>, <c>-x</c>, <c>+x</c>.</summary>
internal sealed class UnarySyntax(TextSpan span, TokenKind sign, ExpressionSyntax operand) : ExpressionSyntax(span)
{
    public TokenKind Sign { get; } = sign;

    public ExpressionSyntax Operand { get; } = operand;
}
