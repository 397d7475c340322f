using System.Collections.Immutable;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates;

/// <summary>A parsed Scriban expression, such as a guard. Immutable and safe to share between threads.</summary>
public sealed class Expression
{
    private readonly Node _root;
    private readonly FrameSize _frame;
    private readonly ReadsFrom _readsFrom;

    private Expression(string text, Bound root, FrameSize frame, ReadsFrom readsFrom, ImmutableArray<NameUse> reads)
    {
        Source = text;
        _root = root.Node;
        Type = root.Type;
        _frame = frame;
        _readsFrom = readsFrom;
        Reads = reads;
    }

    /// <summary>The text the expression was parsed from.</summary>
    public string Source { get; }

    /// <summary>What is known of the result's type.</summary>
    public StaticType Type { get; }

    /// <summary>Whether the expression is one literal.</summary>
    public bool IsConstant => _root is LiteralNode;

    /// <summary>Every place where a name of the scope (or, without a scope, a global name) is read.</summary>
    public ImmutableArray<NameUse> Reads { get; }

    /// <summary>Parses an expression; all mistakes are reported together. Never throws on any text.</summary>
    /// <param name="text">The expression, without braces.</param>
    /// <param name="options">The scope and the limits.</param>
    /// <param name="expected">The type the place wants; a result that provably cannot have it is a diagnostic.</param>
    public static ParseResult<Expression> Parse(string text, TemplateOptions? options = null, StaticType? expected = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        Expression? expression = Parse(text, options ?? TemplateOptions.Default, expected, out _, out ImmutableArray<TemplateDiagnostic> diagnostics);
        return new ParseResult<Expression>(expression, diagnostics);
    }

    /// <summary>The same without an object around the result, and with the form the expression was written in; null for one with mistakes.</summary>
    internal static Expression? Parse(string text, TemplateOptions options, StaticType? expected, out ExpressionSyntax? syntax, out ImmutableArray<TemplateDiagnostic> diagnostics)
    {
        diagnostics = [];
        syntax = null;
        if (SourceLimit.Check(text, options) is { } tooLong)
        {
            diagnostics = [tooLong];
            return null;
        }

        TextBinder binder = TextBinder.Take(text, options);
        Bound root = binder.BindExpression(expected, out ExpressionSyntax form);
        Expression? expression = null;
        if (binder.Diagnostics.Any)
        {
            diagnostics = binder.Diagnostics.ToSorted();
        }
        else
        {
            ImmutableArray<NameUse> reads = binder.Context.SortedReads();
            expression = new Expression(text, root, binder.Context.Frame, ReadsFrom.Of(options.Scope, reads), reads);
            syntax = form;
        }

        binder.GiveBack();
        return expression;
    }

    /// <summary>Computes the value from slots.</summary>
    /// <exception cref="TemplateRuntimeException">The expression failed while running.</exception>
    /// <exception cref="InvalidOperationException">The expression was parsed without a scope and reads names.</exception>
    public Value Evaluate(IValueSource values, RenderSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        _readsFrom.RequireSlots();
        RenderState state = RenderState.Start(Source, _frame, settings);
        try
        {
            state.ReadFrom(values);
            return _root.Evaluate(state);
        }
        finally
        {
            state.Finish(_frame);
        }
    }

    /// <summary>Computes a guard from slots.</summary>
    /// <exception cref="TemplateRuntimeException">The expression failed while running, or its value is neither true nor false.</exception>
    /// <exception cref="InvalidOperationException">The expression was parsed without a scope and reads names.</exception>
    public bool EvaluateBoolean(IValueSource values, RenderSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        _readsFrom.RequireSlots();
        RenderState state = RenderState.Start(Source, _frame, settings);
        try
        {
            state.ReadFrom(values);
            Value value = _root.Evaluate(state);
            return value.TryGetBoolean(out bool boolean)
                ? boolean
                : throw state.Fail(_root.Span, $"This must be true or false but gives {KindNames.Describe(value)}.");
        }
        finally
        {
            state.Finish(_frame);
        }
    }

    /// <summary>Computes the value from named values; for an expression parsed without a scope.</summary>
    /// <exception cref="TemplateRuntimeException">The expression failed while running.</exception>
    /// <exception cref="InvalidOperationException">The expression was parsed with a scope and reads names of it.</exception>
    public Value Evaluate(IReadOnlyDictionary<string, Value> values, RenderSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        _readsFrom.RequireNames();
        RenderState state = RenderState.Start(Source, _frame, settings);
        try
        {
            state.ReadFrom(values);
            return _root.Evaluate(state);
        }
        finally
        {
            state.Finish(_frame);
        }
    }
}
