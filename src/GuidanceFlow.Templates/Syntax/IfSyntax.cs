using System.Collections.Immutable;
using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>if … else if … else … end</c>: flat, so that many branches are not a deep tree.</summary>
internal sealed class IfSyntax(TextSpan span, ImmutableArray<IfBranch> branches, BlockSyntax? otherwise) : StatementSyntax(span)
{
    public ImmutableArray<IfBranch> Branches { get; } = branches;

    public BlockSyntax? Otherwise { get; } = otherwise;
}
