using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>string.append a b</c>, <c>string.append(a, b)</c>.</summary>
internal sealed class CallSyntax(TextSpan span, ExpressionSyntax callee, ArgumentSyntax[] arguments) : ExpressionSyntax(span)
{
    public ExpressionSyntax Callee { get; } = callee;

    /// <summary>Whether the arguments stand in parentheses directly behind the function.</summary>
    public bool IsListed { get; init; }

    public ArgumentSyntax[] Arguments { get; } = arguments;
}
