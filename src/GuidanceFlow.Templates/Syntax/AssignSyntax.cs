using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>x = 1</c>, <c>x += 1</c>.</summary>
/// <param name="span">The statement.</param>
/// <param name="target">What stands left of the sign.</param>
/// <param name="sign">The operator that is applied before assigning; <see cref="TokenKind.Equal"/> for none.</param>
/// <param name="signSpan">Where the sign stands.</param>
/// <param name="value">What stands right of the sign.</param>
internal sealed class AssignSyntax(TextSpan span, ExpressionSyntax target, TokenKind sign, TextSpan signSpan, ExpressionSyntax value) : StatementSyntax(span)
{
    public ExpressionSyntax Target { get; } = target;

    public TokenKind Sign { get; } = sign;

    public TextSpan SignSpan { get; } = signSpan;

    public ExpressionSyntax Value { get; } = value;
}
