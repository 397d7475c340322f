using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary>An operator with its right operand; of a pipe that is a <see cref="CallSyntax"/> without its first argument.</summary>
internal readonly record struct ChainLink(TokenKind Sign, TextSpan SignSpan, ExpressionSyntax Operand);
