using System.Collections.Immutable;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Templates;

/// <summary>A parsed Scriban expression, such as a guard. Immutable and safe to share between threads.</summary>
public sealed class Expression
{
    private Expression(string text) => Source = text;

    /// <summary>The text the expression was parsed from.</summary>
    public string Source { get; }

    /// <summary>What is known of the result's type.</summary>
    public StaticType Type => StaticType.Any;

    /// <summary>Whether the expression is one literal.</summary>
    public bool IsConstant => false;

    /// <summary>Every place where a name of the scope (or, without a scope, a global name) is read.</summary>
    public ImmutableArray<NameUse> Reads => [];

    /// <summary>Parses an expression; all mistakes are reported together. Never throws on any text.</summary>
    /// <param name="text">The expression, without braces.</param>
    /// <param name="options">The scope and the limits.</param>
    /// <param name="expected">The type the place wants; a result that provably cannot have it is a diagnostic.</param>
    public static ParseResult<Expression> Parse(string text, TemplateOptions? options = null, StaticType? expected = null) => new(new Expression(text), []);

    /// <summary>Computes the value from slots.</summary>
    /// <exception cref="TemplateRuntimeException">The expression failed while running.</exception>
    public Value Evaluate(IValueSource values, RenderSettings? settings = null) => Value.Null;

    /// <summary>Computes a guard from slots.</summary>
    /// <exception cref="TemplateRuntimeException">The expression failed while running, or its value is neither true nor false.</exception>
    public bool EvaluateBoolean(IValueSource values, RenderSettings? settings = null) => false;

    /// <summary>Computes the value from named values; for an expression parsed without a scope.</summary>
    /// <exception cref="TemplateRuntimeException">The expression failed while running.</exception>
    public Value Evaluate(IReadOnlyDictionary<string, Value> values, RenderSettings? settings = null) => Value.Null;
}
