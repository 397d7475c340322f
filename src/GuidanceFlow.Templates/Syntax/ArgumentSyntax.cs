namespace GuidanceFlow.Templates.Syntax;

/// <summary>One argument of a call, with its parameter's name if that was written (<c>length: 3</c>).</summary>
internal readonly record struct ArgumentSyntax(string? Name, ExpressionSyntax Value);
