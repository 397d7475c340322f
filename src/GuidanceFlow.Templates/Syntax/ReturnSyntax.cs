using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>ret</c> or <c>ret value</c>: ends the template, and prints the value last.</summary>
internal sealed class ReturnSyntax(TextSpan span, ExpressionSyntax? value) : StatementSyntax(span)
{
    public ExpressionSyntax? Value { get; } = value;
}
