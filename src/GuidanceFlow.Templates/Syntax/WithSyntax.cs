using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>with order … end</c>.</summary>
internal sealed class WithSyntax(TextSpan span, ExpressionSyntax target, BlockSyntax body) : StatementSyntax(span)
{
    public ExpressionSyntax Target { get; } = target;

    public BlockSyntax Body { get; } = body;
}
