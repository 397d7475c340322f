using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>if … else if … else … end</c>: flat, so that many branches are not a deep tree.</summary>
internal sealed class IfSyntax(TextSpan span, IfBranch[] branches, BlockSyntax? otherwise) : StatementSyntax(span)
{
    public IfBranch[] Branches { get; } = branches;

    public BlockSyntax? Otherwise { get; } = otherwise;
}
