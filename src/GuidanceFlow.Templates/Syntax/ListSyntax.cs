using System.Collections.Immutable;
using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>[1, 2]</c>.</summary>
internal sealed class ListSyntax(TextSpan span, ImmutableArray<ExpressionSyntax> items) : ExpressionSyntax(span)
{
    public ImmutableArray<ExpressionSyntax> Items { get; } = items;
}
