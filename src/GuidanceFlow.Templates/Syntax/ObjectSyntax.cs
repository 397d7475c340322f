using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>{a: 1, "b": 2}</c>.</summary>
internal sealed class ObjectSyntax(TextSpan span, KeyValuePair<string, ExpressionSyntax>[] members) : ExpressionSyntax(span)
{
    public KeyValuePair<string, ExpressionSyntax>[] Members { get; } = members;
}
