using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>target.member[index]</c>: flat, so that a long path is not a deep tree.</summary>
internal sealed class PathSyntax(TextSpan span, ExpressionSyntax target, PathLink[] links) : ExpressionSyntax(span)
{
    public ExpressionSyntax Target { get; } = target;

    public PathLink[] Links { get; } = links;
}
