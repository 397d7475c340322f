using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>$"Hello {name}"</c>: pieces of text and values, in order.</summary>
internal sealed class InterpolationSyntax(TextSpan span, ExpressionSyntax[] parts) : ExpressionSyntax(span)
{
    public ExpressionSyntax[] Parts { get; } = parts;
}
