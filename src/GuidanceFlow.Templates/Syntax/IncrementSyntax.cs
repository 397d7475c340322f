using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>++x</c>, <c>x++</c>, <c>--x</c>, <c>x--</c>.</summary>
/// <param name="span">The whole.</param>
/// <param name="target">What is counted.</param>
/// <param name="isUp">Whether it grows.</param>
/// <param name="isPrefix">Whether the sign stands before it, so that the value is the one after counting.</param>
internal sealed class IncrementSyntax(TextSpan span, ExpressionSyntax target, bool isUp, bool isPrefix) : ExpressionSyntax(span)
{
    public ExpressionSyntax Target { get; } = target;

    public bool IsUp { get; } = isUp;

    public bool IsPrefix { get; } = isPrefix;
}
