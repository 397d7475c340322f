namespace GuidanceFlow.Templates.Syntax;

/// <summary>The values behind a <c>when</c>, and what runs when the case has one of them.</summary>
internal sealed record CaseBranch(ExpressionSyntax[] Values, BlockSyntax Body);
