namespace GuidanceFlow.Templates.Syntax;

/// <summary>A condition and what runs when it is the first that holds.</summary>
internal readonly record struct IfBranch(ExpressionSyntax Condition, BlockSyntax Body);
