using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>break</c> or <c>continue</c>.</summary>
internal sealed class JumpSyntax(TextSpan span, bool isBreak) : StatementSyntax(span)
{
    public bool IsBreak { get; } = isBreak;
}
