using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>readonly x</c>.</summary>
internal sealed class ReadOnlySyntax(TextSpan span, ExpressionSyntax target) : StatementSyntax(span)
{
    public ExpressionSyntax Target { get; } = target;
}
