using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary>One <c>.member</c>, <c>?.member</c> or <c>[index]</c> of a path.</summary>
/// <param name="Span">The member's name, or the index with its brackets.</param>
/// <param name="Member">The member's name; null for an index.</param>
/// <param name="Index">The index; null for a member.</param>
/// <param name="IsOptional">Whether a null to the left gives null instead of a failure.</param>
internal readonly record struct PathLink(TextSpan Span, string? Member, ExpressionSyntax? Index, bool IsOptional);
