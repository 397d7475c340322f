using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>while condition … end</c>.</summary>
internal sealed class WhileSyntax(TextSpan span, ExpressionSyntax condition, BlockSyntax body) : StatementSyntax(span)
{
    public ExpressionSyntax Condition { get; } = condition;

    public BlockSyntax Body { get; } = body;
}
