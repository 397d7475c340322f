using System.Buffers;
using System.Collections.Immutable;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates;

/// <summary>A parsed Scriban template. Immutable and safe to share between threads; parse once, render often.</summary>
public sealed class Template
{
    private static readonly BlockNode Nothing = new([]);

    private readonly StatementNode _root;
    private readonly FrameSize _frame;
    private readonly ReadsFrom _readsFrom;
    private readonly string? _constant;

    private Template(string text, StatementNode root, FrameSize frame, ReadsFrom readsFrom, ImmutableArray<NameUse> reads, string? constant)
    {
        Source = text;
        _root = root;
        _frame = frame;
        _readsFrom = readsFrom;
        Reads = reads;
        _constant = constant;
    }

    /// <summary>The text the template was parsed from.</summary>
    public string Source { get; }

    /// <summary>Whether the template holds no code: every rendering gives <see cref="Source"/>'s literal text.</summary>
    public bool IsConstant => _constant is not null;

    /// <summary>Every place where a name of the scope (or, without a scope, a global name) is read.</summary>
    public ImmutableArray<NameUse> Reads { get; }

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
        diagnostics = [];
        if (SourceLimit.Check(text, options) is { } tooLong)
        {
            diagnostics = [tooLong];
            return null;
        }

        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return new Template(text, Nothing, default, default, [], text);
        }

        TextBinder binder = TextBinder.Take(text, options);
        StatementNode root = binder.BindTemplate(out BlockSyntax syntax);
        Template? template = null;
        if (binder.Diagnostics.Any)
        {
            diagnostics = binder.Diagnostics.ToSorted();
        }
        else
        {
            ImmutableArray<NameUse> reads = binder.Context.SortedReads();
            template = new Template(text, root, binder.Context.Frame, ReadsFrom.Of(options.Scope, reads), reads, ConstantOf(text, syntax));
        }

        binder.GiveBack();
        return template;
    }

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

        return string.Concat(syntax.Statements.Select(statement => text.Substring(statement.Span.Start, statement.Span.Length)));
    }

    /// <summary>Renders to a string from slots.</summary>
    /// <exception cref="TemplateRuntimeException">The template failed while running.</exception>
    /// <exception cref="InvalidOperationException">The template was parsed without a scope and reads names.</exception>
    public string Render(IValueSource values, RenderSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        _readsFrom.RequireSlots();
        if (_constant is not null)
        {
            return _constant;
        }

        RenderState state = RenderState.Start(Source, _frame, settings);
        try
        {
            state.ReadFrom(values);
            _root.Execute(state);
            return new string(state.Output.Written);
        }
        finally
        {
            state.Finish(_frame);
        }
    }

    /// <summary>Renders into a buffer from slots; what was written before a failure stays written.</summary>
    /// <exception cref="TemplateRuntimeException">The template failed while running.</exception>
    /// <exception cref="InvalidOperationException">The template was parsed without a scope and reads names.</exception>
    public void Render(IBufferWriter<char> output, IValueSource values, RenderSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(values);
        _readsFrom.RequireSlots();
        if (_constant is not null)
        {
            output.Write(_constant);
            return;
        }

        RenderState state = RenderState.Start(Source, _frame, settings);
        try
        {
            state.ReadFrom(values);
            _root.Execute(state);
        }
        finally
        {
            try
            {
                output.Write(state.Output.Written);
            }
            finally
            {
                state.Finish(_frame);
            }
        }
    }

    /// <summary>Renders to a string from named values; for a template parsed without a scope.</summary>
    /// <exception cref="TemplateRuntimeException">The template failed while running.</exception>
    /// <exception cref="InvalidOperationException">The template was parsed with a scope and reads names of it.</exception>
    public string Render(IReadOnlyDictionary<string, Value> values, RenderSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        _readsFrom.RequireNames();
        if (_constant is not null)
        {
            return _constant;
        }

        RenderState state = RenderState.Start(Source, _frame, settings);
        try
        {
            state.ReadFrom(values);
            _root.Execute(state);
            return new string(state.Output.Written);
        }
        finally
        {
            state.Finish(_frame);
        }
    }
}
