using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary>Literal text between code blocks: the template's own, at its span.</summary>
internal sealed class TextSyntax(TextSpan span) : StatementSyntax(span);
