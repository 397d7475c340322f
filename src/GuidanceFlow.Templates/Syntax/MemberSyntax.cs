namespace GuidanceFlow.Templates.Syntax;

/// <summary>One member of an object literal.</summary>
internal readonly record struct MemberSyntax(string Name, ExpressionSyntax Value);
