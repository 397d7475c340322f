using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary>An expression whose value is printed.</summary>
internal sealed class PrintSyntax(TextSpan span, ExpressionSyntax expression) : StatementSyntax(span)
{
    public ExpressionSyntax Expression { get; } = expression;
}
