using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates;

/// <summary>A parsed Scriban template. Immutable and safe to share between threads; parse once, render often.</summary>
public sealed class Template
{
    private readonly StatementNode _root;
    private readonly FrameSize _frame;
    private readonly ReadsFrom _readsFrom;
    private readonly RenderMode _mode;
    private readonly string? _constant;

    private Template(string text, StatementNode root, BindingContext? context, string? constant)
    {
        Source = text;
        _root = root;
        _mode = RenderMode.Plain;
        _constant = constant;
        Reads = [];
        Calls = [];
        Includes = [];
        if (context is not null)
        {
            _frame = context.Frame;
            _mode = context.Mode();
            Reads = context.SortedReads();
            Calls = context.SortedCalls();
            Includes = context.Inclusions();
            _readsFrom = ReadsFrom.Of(context.Scope, Reads, context.RunsOthers);
        }
    }

    /// <summary>The text the template was parsed from.</summary>
    public string Source { get; }

    /// <summary>Whether the template holds no code: every rendering gives <see cref="Source"/>'s literal text.</summary>
    public bool IsConstant => _constant is not null;

    /// <summary>Every place where a name of the scope (or, without a scope, a global name) is read.</summary>
    public ImmutableArray<NameUse> Reads { get; }

    /// <summary>The names of the functions it calls, in alphabetical order, each once; functions that the template defines itself are not among them.</summary>
    public ImmutableArray<string> Calls { get; }

    /// <summary>Every place where it includes a partial; what partials include themselves is not among them.</summary>
    public ImmutableArray<Inclusion> Includes { get; }

    /// <summary>How deep its loops nest.</summary>
    internal int Loops => _frame.Loops;

    /// <summary>Parses a template; all mistakes are reported together. Never throws on any text.</summary>
    public static ParseResult<Template> Parse(string text, TemplateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        Template? template = Parse(text, options ?? TemplateOptions.Default, out ImmutableArray<TemplateDiagnostic> diagnostics);
        return new ParseResult<Template>(template, diagnostics);
    }

    /// <summary>The same without an object around the result, for those who parse tens of thousands of texts.</summary>
    internal static Template? Parse(string text, TemplateOptions options, out ImmutableArray<TemplateDiagnostic> diagnostics)
    {
        Template? template = Parse(text, options, TextRole.Whole, partial: null, out diagnostics);
        if (template is null || template.Includes.IsEmpty)
        {
            return template;
        }

        diagnostics = PartialCheck.Check(template.Includes, options);
        return diagnostics.IsEmpty ? template : null;
    }

    /// <summary>Parses a text for a role; partials it includes are not looked into.</summary>
    internal static Template? Parse(string text, TemplateOptions options, TextRole role, string? partial, out ImmutableArray<TemplateDiagnostic> diagnostics)
    {
        diagnostics = [];
        if (SourceLimit.Check(text, options) is { } tooLong)
        {
            diagnostics = [tooLong];
            return null;
        }

        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return new Template(text, new TextNode(text, new TextSpan(0, text.Length), indent: string.Empty), context: null, text);
        }

        TextBinder binder = TextBinder.Take(text, options, role, partial);
        StatementNode root = binder.BindTemplate(out BlockSyntax syntax);
        Template? template = null;
        if (binder.Diagnostics.Any)
        {
            diagnostics = binder.Diagnostics.ToSorted();
        }
        else
        {
            template = new Template(text, root, binder.Context, ConstantOf(text, syntax));
        }

        binder.GiveBack();
        return template;
    }

    /// <summary>Runs the template in the middle of another's rendering.</summary>
    internal void ExecuteIn(RenderState state) => _root.Execute(state);

    /// <summary>What a template without code always prints; null for one with code.</summary>
    private static string? ConstantOf(string text, BlockSyntax syntax)
    {
        foreach (StatementSyntax statement in syntax.Statements)
        {
            if (statement is not TextSyntax)
            {
                return null;
            }
        }

        return JoinTexts(text, syntax);
    }

    // On its own, as most templates have code and need not make what the selection holds.
    private static string JoinTexts(string text, BlockSyntax syntax) =>
        string.Concat(syntax.Statements.Select(statement => text.Substring(statement.Span.Start, statement.Span.Length)));

    /// <summary>Renders to a string from slots.</summary>
    /// <param name="values">The slots' values.</param>
    /// <param name="settings">Culture, clock and limits; null for <see cref="RenderSettings.Default"/>.</param>
    /// <param name="cancellationToken">Ends the rendering between two rounds of a loop or two calls.</param>
    /// <exception cref="TemplateRuntimeException">The template failed while running, or reached a limit.</exception>
    /// <exception cref="InvalidOperationException">The template was parsed without a scope and reads names.</exception>
    /// <exception cref="OperationCanceledException">The rendering was cancelled.</exception>
    public string Render(IValueSource values, RenderSettings? settings = null, CancellationToken cancellationToken = default) =>
        RenderText(ModelSource.Of(values), settings, cancellationToken);

    /// <summary>Renders into a buffer from slots; what was written before a failure stays written.</summary>
    /// <param name="output">Where the text goes.</param>
    /// <param name="values">The slots' values.</param>
    /// <param name="settings">Culture, clock and limits; null for <see cref="RenderSettings.Default"/>.</param>
    /// <param name="cancellationToken">Ends the rendering between two rounds of a loop or two calls.</param>
    /// <inheritdoc cref="Render(IValueSource, RenderSettings?, CancellationToken)"/>
    public void Render(IBufferWriter<char> output, IValueSource values, RenderSettings? settings = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        RenderInto(output, null, ModelSource.Of(values), settings, cancellationToken);
    }

    /// <summary>Renders into a writer from slots; what was written before a failure stays written.</summary>
    /// <param name="output">Where the text goes.</param>
    /// <param name="values">The slots' values.</param>
    /// <param name="settings">Culture, clock and limits; null for <see cref="RenderSettings.Default"/>.</param>
    /// <param name="cancellationToken">Ends the rendering between two rounds of a loop or two calls.</param>
    /// <inheritdoc cref="Render(IValueSource, RenderSettings?, CancellationToken)"/>
    public void Render(TextWriter output, IValueSource values, RenderSettings? settings = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        RenderInto(null, output, ModelSource.Of(values), settings, cancellationToken);
    }

    /// <summary>Renders to a string from named values; for a template parsed without a scope.</summary>
    /// <param name="values">The values by their names.</param>
    /// <param name="settings">Culture, clock and limits; null for <see cref="RenderSettings.Default"/>.</param>
    /// <param name="cancellationToken">Ends the rendering between two rounds of a loop or two calls.</param>
    /// <exception cref="TemplateRuntimeException">The template failed while running, or reached a limit.</exception>
    /// <exception cref="InvalidOperationException">The template was parsed with a scope and reads names of it.</exception>
    /// <exception cref="OperationCanceledException">The rendering was cancelled.</exception>
    public string Render(IReadOnlyDictionary<string, Value> values, RenderSettings? settings = null, CancellationToken cancellationToken = default) =>
        RenderText(ModelSource.Of(values), settings, cancellationToken);

    /// <summary>Renders into a buffer from named values; for a template parsed without a scope; what was written before a failure stays written.</summary>
    /// <param name="output">Where the text goes.</param>
    /// <param name="values">The values by their names.</param>
    /// <param name="settings">Culture, clock and limits; null for <see cref="RenderSettings.Default"/>.</param>
    /// <param name="cancellationToken">Ends the rendering between two rounds of a loop or two calls.</param>
    /// <inheritdoc cref="Render(IReadOnlyDictionary{string, Value}, RenderSettings?, CancellationToken)"/>
    public void Render(IBufferWriter<char> output, IReadOnlyDictionary<string, Value> values, RenderSettings? settings = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        RenderInto(output, null, ModelSource.Of(values), settings, cancellationToken);
    }

    /// <summary>Renders into a writer from named values; for a template parsed without a scope; what was written before a failure stays written.</summary>
    /// <param name="output">Where the text goes.</param>
    /// <param name="values">The values by their names.</param>
    /// <param name="settings">Culture, clock and limits; null for <see cref="RenderSettings.Default"/>.</param>
    /// <param name="cancellationToken">Ends the rendering between two rounds of a loop or two calls.</param>
    /// <inheritdoc cref="Render(IReadOnlyDictionary{string, Value}, RenderSettings?, CancellationToken)"/>
    public void Render(TextWriter output, IReadOnlyDictionary<string, Value> values, RenderSettings? settings = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        RenderInto(null, output, ModelSource.Of(values), settings, cancellationToken);
    }

    /// <summary>Renders to a string from a JSON object's members; for a template parsed without a scope.</summary>
    /// <param name="values">A JSON object; its members are the names. Numbers without fraction or exponent that fit 64 bits become whole numbers, others doubles.</param>
    /// <param name="settings">Culture, clock and limits; null for <see cref="RenderSettings.Default"/>.</param>
    /// <param name="cancellationToken">Ends the rendering between two rounds of a loop or two calls.</param>
    /// <exception cref="TemplateRuntimeException">The template failed while running, or reached a limit.</exception>
    /// <exception cref="InvalidOperationException">The template was parsed with a scope and reads names of it.</exception>
    /// <exception cref="ArgumentException">The JSON is no object.</exception>
    /// <exception cref="OperationCanceledException">The rendering was cancelled.</exception>
    public string Render(JsonElement values, RenderSettings? settings = null, CancellationToken cancellationToken = default) =>
        RenderText(ModelSource.Of(values), settings, cancellationToken);

    /// <summary>Renders into a buffer from a JSON object's members; for a template parsed without a scope; what was written before a failure stays written.</summary>
    /// <param name="output">Where the text goes.</param>
    /// <param name="values">A JSON object; its members are the names. Numbers without fraction or exponent that fit 64 bits become whole numbers, others doubles.</param>
    /// <param name="settings">Culture, clock and limits; null for <see cref="RenderSettings.Default"/>.</param>
    /// <param name="cancellationToken">Ends the rendering between two rounds of a loop or two calls.</param>
    /// <inheritdoc cref="Render(JsonElement, RenderSettings?, CancellationToken)"/>
    public void Render(IBufferWriter<char> output, JsonElement values, RenderSettings? settings = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        RenderInto(output, null, ModelSource.Of(values), settings, cancellationToken);
    }

    /// <summary>Renders into a writer from a JSON object's members; for a template parsed without a scope; what was written before a failure stays written.</summary>
    /// <param name="output">Where the text goes.</param>
    /// <param name="values">A JSON object; its members are the names. Numbers without fraction or exponent that fit 64 bits become whole numbers, others doubles.</param>
    /// <param name="settings">Culture, clock and limits; null for <see cref="RenderSettings.Default"/>.</param>
    /// <param name="cancellationToken">Ends the rendering between two rounds of a loop or two calls.</param>
    /// <inheritdoc cref="Render(JsonElement, RenderSettings?, CancellationToken)"/>
    public void Render(TextWriter output, JsonElement values, RenderSettings? settings = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        RenderInto(null, output, ModelSource.Of(values), settings, cancellationToken);
    }

    private string RenderText(in ModelSource model, RenderSettings? settings, CancellationToken cancellation)
    {
        RenderState state = RenderState.Start(Source, _frame, _mode, settings, cancellation);
        try
        {
            model.Feed(state, _readsFrom);
            if (_constant is not null && _constant.Length <= state.Settings.MaxOutputLength)
            {
                return _constant;
            }

            state.Run(_root);
            return new string(state.Output.Written);
        }
        finally
        {
            state.Finish(_frame);
        }
    }

    private void RenderInto(IBufferWriter<char>? buffer, TextWriter? writer, in ModelSource model, RenderSettings? settings, CancellationToken cancellation)
    {
        RenderState state = RenderState.Start(Source, _frame, _mode, settings, cancellation);
        try
        {
            model.Feed(state, _readsFrom);
            state.Run(_root);
        }
        finally
        {
            try
            {
                buffer?.Write(state.Output.Written);
                writer?.Write(state.Output.Written);
            }
            finally
            {
                state.Finish(_frame);
            }
        }
    }
}
