using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>capture x … end</c>: what the block prints becomes the value of a variable.</summary>
internal sealed class CaptureSyntax(TextSpan span, ExpressionSyntax target, BlockSyntax body) : StatementSyntax(span)
{
    public ExpressionSyntax Target { get; } = target;

    public BlockSyntax Body { get; } = body;
}
