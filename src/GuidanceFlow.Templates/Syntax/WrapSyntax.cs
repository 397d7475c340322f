using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>wrap frame 3 … end</c>: a call of a function with a block.</summary>
internal sealed class WrapSyntax(TextSpan span, ExpressionSyntax call, BlockSyntax body) : StatementSyntax(span)
{
    public ExpressionSyntax Call { get; } = call;

    public BlockSyntax Body { get; } = body;
}
