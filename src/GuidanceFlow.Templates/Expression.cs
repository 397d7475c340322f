using System.Collections.Immutable;
using System.Text.Json;
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
    private readonly RenderMode _mode;

    // Whether it is a condition that can mostly be evaluated without the effort of a rendering.
    private readonly bool _isPlainCondition;

    private Expression(string text, Bound root, BindingContext context)
    {
        Source = text;
        _root = root.Node;
        _isPlainCondition = _root is CompareNode or CompareSlotNode or LogicNode or NotNode && _root.IsPlain;
        Type = root.Type;
        _frame = context.Frame;
        _mode = context.Mode();
        Reads = context.SortedReads();
        Calls = context.SortedCalls();
        Includes = context.Inclusions();
        _readsFrom = ReadsFrom.Of(context.Scope, Reads, context.RunsOthers);
    }

    /// <summary>The text the expression was parsed from.</summary>
    public string Source { get; }

    /// <summary>What is known of the result's type.</summary>
    public StaticType Type { get; }

    /// <summary>Whether the expression is one literal.</summary>
    public bool IsConstant => _root is LiteralNode;

    /// <summary>Every place where a name of the scope (or, without a scope, a global name) is read.</summary>
    public ImmutableArray<NameUse> Reads { get; }

    /// <summary>The names of the functions it calls, in alphabetical order, each once.</summary>
    public ImmutableArray<string> Calls { get; }

    /// <summary>Every place where it includes a partial, which only one parsed without a scope may; what partials include themselves is not among them.</summary>
    public ImmutableArray<Inclusion> Includes { get; }

    /// <summary>Parses an expression; all mistakes are reported together. Never throws on any text.</summary>
    /// <param name="text">The expression, without braces.</param>
    /// <param name="options">The scope and the limits.</param>
    /// <param name="expected">The type the place wants; a result that provably cannot have it is a diagnostic.</param>
    public static ParseResult<Expression> Parse(string text, TemplateOptions? options = null, StaticType? expected = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= TemplateOptions.Default;
        Expression? expression = Parse(text, options, expected, out _, out ImmutableArray<TemplateDiagnostic> diagnostics);
        if (expression is { Includes.IsEmpty: false })
        {
            diagnostics = PartialCheck.Check(expression.Includes, options);
            expression = diagnostics.IsEmpty ? expression : null;
        }

        return new ParseResult<Expression>(expression, diagnostics);
    }

    /// <summary>The same without an object around the result, and with the form the expression was written in; null for one with mistakes.</summary>
    internal static Expression? Parse(string text, TemplateOptions options, StaticType? expected, out ExpressionSyntax? syntax, out ImmutableArray<TemplateDiagnostic> diagnostics) =>
        Parse(text, options, TextRole.Whole, expected, out syntax, out diagnostics);

    private static Expression? Parse(string text, TemplateOptions options, TextRole role, StaticType? expected, out ExpressionSyntax? syntax, out ImmutableArray<TemplateDiagnostic> diagnostics)
    {
        diagnostics = [];
        syntax = null;
        if (SourceLimit.Check(text, options) is { } tooLong)
        {
            diagnostics = [tooLong];
            return null;
        }

        TextBinder binder = TextBinder.Take(text, options, role);
        Bound root = binder.BindExpression(expected, out ExpressionSyntax form);
        Expression? expression = null;
        if (binder.Diagnostics.Any)
        {
            diagnostics = binder.Diagnostics.ToSorted();
        }
        else
        {
            expression = new Expression(text, root, binder.Context);
            syntax = form;
        }

        binder.GiveBack();
        return expression;
    }

    /// <summary>Parses an expression for a running template, with whose variables it works.</summary>
    internal static Expression? ParseEvaluated(string text, TemplateOptions options, out ImmutableArray<TemplateDiagnostic> diagnostics) =>
        Parse(text, options, TextRole.Evaluated, expected: null, out _, out diagnostics);

    /// <summary>Computes the value in the middle of a template's rendering.</summary>
    internal Value EvaluateIn(RenderState state) => _root.Evaluate(state);

    /// <summary>Computes the value from slots.</summary>
    /// <param name="values">The slots' values.</param>
    /// <param name="settings">Culture, clock and limits; null for <see cref="RenderSettings.Default"/>.</param>
    /// <param name="cancellationToken">Ends the computation between two calls or two rounds of a function over a list.</param>
    /// <exception cref="TemplateRuntimeException">The expression failed while running.</exception>
    /// <exception cref="InvalidOperationException">The expression was parsed without a scope and reads names.</exception>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public Value Evaluate(IValueSource values, RenderSettings? settings = null, CancellationToken cancellationToken = default) =>
        Evaluate(ModelSource.Of(values), settings, cancellationToken);

    /// <summary>Computes the value from named values; for an expression parsed without a scope.</summary>
    /// <param name="values">The values by their names.</param>
    /// <param name="settings">Culture, clock and limits; null for <see cref="RenderSettings.Default"/>.</param>
    /// <param name="cancellationToken">Ends the computation between two calls or two rounds of a function over a list.</param>
    /// <exception cref="TemplateRuntimeException">The expression failed while running.</exception>
    /// <exception cref="InvalidOperationException">The expression was parsed with a scope and reads names of it.</exception>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public Value Evaluate(IReadOnlyDictionary<string, Value> values, RenderSettings? settings = null, CancellationToken cancellationToken = default) =>
        Evaluate(ModelSource.Of(values), settings, cancellationToken);

    /// <summary>Computes the value from a JSON object's members; for an expression parsed without a scope.</summary>
    /// <param name="values">A JSON object; its members are the names. Numbers without fraction or exponent that fit 64 bits become whole numbers, others doubles.</param>
    /// <param name="settings">Culture, clock and limits; null for <see cref="RenderSettings.Default"/>.</param>
    /// <param name="cancellationToken">Ends the computation between two calls or two rounds of a function over a list.</param>
    /// <exception cref="TemplateRuntimeException">The expression failed while running.</exception>
    /// <exception cref="InvalidOperationException">The expression was parsed with a scope and reads names of it.</exception>
    /// <exception cref="ArgumentException">The JSON is no object.</exception>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public Value Evaluate(JsonElement values, RenderSettings? settings = null, CancellationToken cancellationToken = default) =>
        Evaluate(ModelSource.Of(values), settings, cancellationToken);

    /// <summary>Computes a guard from slots.</summary>
    /// <param name="values">The slots' values.</param>
    /// <param name="settings">Culture, clock and limits; null for <see cref="RenderSettings.Default"/>.</param>
    /// <param name="cancellationToken">Ends the computation between two calls or two rounds of a function over a list.</param>
    /// <exception cref="TemplateRuntimeException">The expression failed while running, or its value is neither true nor false.</exception>
    /// <exception cref="InvalidOperationException">The expression was parsed without a scope and reads names.</exception>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public bool EvaluateBoolean(IValueSource values, RenderSettings? settings = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        cancellationToken.ThrowIfCancellationRequested();
        _readsFrom.RequireSlots();
        return _isPlainCondition && _root.TestPlain(values) is { } holds ? holds : Test(ModelSource.Of(values), settings, cancellationToken);
    }

    /// <summary>Computes a guard from named values; for an expression parsed without a scope.</summary>
    /// <param name="values">The values by their names.</param>
    /// <param name="settings">Culture, clock and limits; null for <see cref="RenderSettings.Default"/>.</param>
    /// <param name="cancellationToken">Ends the computation between two calls or two rounds of a function over a list.</param>
    /// <exception cref="TemplateRuntimeException">The expression failed while running, or its value is neither true nor false.</exception>
    /// <exception cref="InvalidOperationException">The expression was parsed with a scope and reads names of it.</exception>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public bool EvaluateBoolean(IReadOnlyDictionary<string, Value> values, RenderSettings? settings = null, CancellationToken cancellationToken = default) =>
        Test(ModelSource.Of(values), settings, cancellationToken);

    /// <summary>Computes a guard from a JSON object's members; for an expression parsed without a scope.</summary>
    /// <param name="values">A JSON object; its members are the names. Numbers without fraction or exponent that fit 64 bits become whole numbers, others doubles.</param>
    /// <param name="settings">Culture, clock and limits; null for <see cref="RenderSettings.Default"/>.</param>
    /// <param name="cancellationToken">Ends the computation between two calls or two rounds of a function over a list.</param>
    /// <exception cref="TemplateRuntimeException">The expression failed while running, or its value is neither true nor false.</exception>
    /// <exception cref="InvalidOperationException">The expression was parsed with a scope and reads names of it.</exception>
    /// <exception cref="ArgumentException">The JSON is no object.</exception>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public bool EvaluateBoolean(JsonElement values, RenderSettings? settings = null, CancellationToken cancellationToken = default) =>
        Test(ModelSource.Of(values), settings, cancellationToken);

    private bool Test(in ModelSource model, RenderSettings? settings, CancellationToken cancellation)
    {
        RenderState state = RenderState.Start(Source, _frame, _mode, settings, cancellation);
        try
        {
            model.Feed(state, _readsFrom);
            Value value = state.Evaluate(_root);
            return value.TryGetBoolean(out bool boolean)
                ? boolean
                : throw state.Fail(_root.Span, $"This must be true or false but gives {KindNames.Describe(value)}.");
        }
        finally
        {
            state.Finish(_frame);
        }
    }

    private Value Evaluate(in ModelSource model, RenderSettings? settings, CancellationToken cancellation)
    {
        RenderState state = RenderState.Start(Source, _frame, _mode, settings, cancellation);
        try
        {
            model.Feed(state, _readsFrom);
            return Freezing.Freeze(state, state.Evaluate(_root), Type, _root.Span);
        }
        finally
        {
            state.Finish(_frame);
        }
    }
}
