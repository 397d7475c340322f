using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>[1, 2]</c>.</summary>
internal sealed class ListSyntax(TextSpan span, ExpressionSyntax[] items) : ExpressionSyntax(span)
{
    public ExpressionSyntax[] Items { get; } = items;
}
