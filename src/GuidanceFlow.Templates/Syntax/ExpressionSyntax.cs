using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary>A piece of the text that has a value.</summary>
internal abstract class ExpressionSyntax(TextSpan span)
{
    public TextSpan Span { get; } = span;
}
