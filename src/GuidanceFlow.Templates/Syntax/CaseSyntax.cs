using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>case x … when 1, 2 … else … end</c>.</summary>
internal sealed class CaseSyntax(TextSpan span, ExpressionSyntax value, CaseBranch[] branches, BlockSyntax? otherwise) : StatementSyntax(span)
{
    public ExpressionSyntax Value { get; } = value;

    public CaseBranch[] Branches { get; } = branches;

    public BlockSyntax? Otherwise { get; } = otherwise;
}
