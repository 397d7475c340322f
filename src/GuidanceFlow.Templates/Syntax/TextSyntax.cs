using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary>Literal text between code blocks: the template's own, at its span.</summary>
internal sealed class TextSyntax(TextSpan span) : StatementSyntax(span)
{
    /// <summary>Whether it is the content of an escape block, which is never indented.</summary>
    public bool IsEscaped { get; init; }
}
