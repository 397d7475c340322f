using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>customer</c>.</summary>
internal sealed class NameSyntax(TextSpan span, string name) : ExpressionSyntax(span)
{
    public string Name { get; } = name;
}
