using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary>
/// <c>a + b - c | f</c>: a first operand and the operators applied to it from left to right. Flat, so that a chain of any
/// length is not a deep tree; operands that bind tighter are chains of their own.
/// </summary>
internal sealed class ChainSyntax(TextSpan span, ExpressionSyntax first, ChainLinks links) : ExpressionSyntax(span)
{
    public ExpressionSyntax First { get; } = first;

    public ChainLinks Links { get; } = links;
}
