using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary>Literal text between code blocks.</summary>
internal sealed class TextSyntax(TextSpan span, string text) : StatementSyntax(span)
{
    public string Text { get; } = text;
}
