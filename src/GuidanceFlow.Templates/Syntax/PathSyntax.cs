using System.Collections.Immutable;
using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>target.member[index]</c>: flat, so that a long path is not a deep tree.</summary>
internal sealed class PathSyntax(TextSpan span, ExpressionSyntax target, ImmutableArray<PathLink> links) : ExpressionSyntax(span)
{
    public ExpressionSyntax Target { get; } = target;

    public ImmutableArray<PathLink> Links { get; } = links;
}
