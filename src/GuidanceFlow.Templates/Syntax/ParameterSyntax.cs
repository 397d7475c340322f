using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary>A parameter of a function: <c>x</c>, <c>x = 1</c> or <c>x...</c>.</summary>
internal sealed record ParameterSyntax(TextSpan Span, string Name, Value? Default, bool TakesRest);
