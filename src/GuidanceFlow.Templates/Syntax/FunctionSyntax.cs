using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary><c>func f … end</c>, <c>f(x) = …</c>, or as a value <c>do … end</c>.</summary>
internal sealed class FunctionSyntax(TextSpan span, NameSyntax? name, ParameterSyntax[]? parameters, BlockSyntax? body, ExpressionSyntax? value) : ExpressionSyntax(span)
{
    /// <summary>The name; null for <c>do</c>.</summary>
    public NameSyntax? Name { get; } = name;

    /// <summary>The parameters; null when there is no list of them.</summary>
    public ParameterSyntax[]? Parameters { get; } = parameters;

    /// <summary>The statements; null when there is a <see cref="Value"/> instead.</summary>
    public BlockSyntax? Body { get; } = body;

    public ExpressionSyntax? Value { get; } = value;

    /// <summary>Whether it stands in parentheses, which call it at once unless arguments follow.</summary>
    public bool IsParenthesized { get; private init; }

    /// <summary>The same in parentheses.</summary>
    public FunctionSyntax InParentheses() => new(Span, Name, Parameters, Body, Value) { IsParenthesized = true };
}
