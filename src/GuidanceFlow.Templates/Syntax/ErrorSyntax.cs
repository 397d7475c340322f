using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary>Stands where an expression could not be read; the mistake is already reported.</summary>
internal sealed class ErrorSyntax(TextSpan span) : ExpressionSyntax(span);
