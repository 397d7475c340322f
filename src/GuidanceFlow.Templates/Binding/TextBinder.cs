using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Binding;

/// <summary>
/// Reads and binds texts, one after the other. It has some twenty parts, and most texts are short: each thread keeps one and uses it again.
/// </summary>
internal sealed class TextBinder
{
    [ThreadStatic]
    private static TextBinder? t_free;

    private readonly TextParser _parser = new();
    private readonly StatementBinder _statements;
    private TemplateOptions _options = TemplateOptions.Default;
    private string _text = string.Empty;
    private string? _partial;
    private TextRole _role;

    private TextBinder()
    {
        Context = new BindingContext(_parser.Diagnostics, _parser.Words);
        _statements = new StatementBinder(Context);
    }

    /// <summary>What was found while binding.</summary>
    public BindingContext Context { get; }

    /// <summary>The mistakes of the text at hand.</summary>
    public DiagnosticBag Diagnostics => _parser.Diagnostics;

    /// <summary>Takes the thread's own, or a new one while that is in use.</summary>
    public static TextBinder Take(string text, TemplateOptions options, TextRole role = TextRole.Whole, string? partial = null)
    {
        TextBinder binder = t_free ?? new TextBinder();
        t_free = null;
        binder._text = text;
        binder._options = options;
        binder._role = role;
        binder._partial = partial;
        binder._parser.Start(text, options.MaxNesting);
        return binder;
    }

    /// <summary>Ends the work on a text. Whoever throws instead gives nothing back, and the next one gets a new one.</summary>
    public void GiveBack()
    {
        _text = string.Empty;
        _options = TemplateOptions.Default;
        _parser.Start(string.Empty, _options.MaxNesting);
        Context.Start(string.Empty, _options, TextRole.Whole, partial: null, [], _parser.Needs);
        t_free = this;
    }

    /// <summary>Reads and binds the text as a template.</summary>
    public StatementNode BindTemplate(out BlockSyntax syntax)
    {
        syntax = _parser.ReadTemplate();
        Context.Start(_text, _options, _role, _partial, _parser.Assigned, _parser.Needs);
        try
        {
            return _statements.Bind(syntax, indent: string.Empty);
        }
        catch (InsufficientExecutionStackException)
        {
            ReportTooDeep();
            return new BlockNode([]);
        }
    }

    /// <summary>Reads and binds the text as one expression.</summary>
    /// <param name="expected">The type the place wants; null for any.</param>
    /// <param name="syntax">The expression's form.</param>
    public Bound BindExpression(StaticType? expected, out ExpressionSyntax syntax)
    {
        syntax = _parser.ReadExpression();
        Context.Start(_text, _options, _role, _partial, [], _parser.Needs);
        Context.IsExpression = true;
        Context.MayBeText = syntax is NameSyntax;
        Bound bound;
        try
        {
            bound = _statements.Expressions.Bind(syntax);
        }
        catch (InsufficientExecutionStackException)
        {
            ReportTooDeep();
            bound = new Bound(new LiteralNode(syntax.Span, Value.Null), StaticType.Any);
        }

        if (expected is not null && !Diagnostics.Any)
        {
            ExpectedType.Check(Context, expected, bound, syntax.Span);
        }

        return bound;
    }

    private void ReportTooDeep() => Diagnostics.Report(TemplateDiagnosticCode.Syntax, new TextSpan(0, 0), "This is nested too deep for the stack of this thread; make it simpler.");
}
