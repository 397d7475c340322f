using System.Collections.Immutable;
using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>{a: 1, "b": 2}</c>.</summary>
internal sealed class ObjectSyntax(TextSpan span, ImmutableArray<KeyValuePair<string, ExpressionSyntax>> members) : ExpressionSyntax(span)
{
    public ImmutableArray<KeyValuePair<string, ExpressionSyntax>> Members { get; } = members;
}
