using System.Collections.Immutable;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Compilation;

/// <summary>Parses the templates and expressions of a flow, reports their mistakes at their place in the file, and notes what they read.</summary>
/// <param name="context">What is compiled.</param>
/// <param name="texts">The language whose templates are compiled; null for the flow's own.</param>
internal sealed class TemplateBinder(CompilationContext context, TranslatedTexts? texts = null)
{
    private static readonly Template Nothing = Templates.Template.Parse(string.Empty).GetOrThrow();
    private static readonly Expression NoValue = Templates.Expression.Parse("null").GetOrThrow();

    // Options such as "yes" stand at many questions; a template that holds no code is the same everywhere.
    private const int Constants = 64;

    private readonly UnknownNames _unknown = new(context);
    private readonly Template?[] _constants = new Template?[Constants];

    // The flow's scope comes up at every step, and others in between.
    private TemplateOptions _options = TemplateOptions.Default;
    private TemplateOptions _optionsBefore = TemplateOptions.Default;

    /// <summary>What the templates may include.</summary>
    public FlowPartials Partials { get; } = new(context, texts);

    /// <summary>The form of the expression bound last; null when it has mistakes.</summary>
    public ExpressionSyntax? LastSyntax { get; private set; }

    private TemplateOptions OptionsFor(INameScope scope)
    {
        if (!context.MayHint)
        {
            return new TemplateOptions { Scope = new SilentScope(scope), Partials = Partials.All };
        }

        if (!ReferenceEquals(scope, _options.Scope))
        {
            (_options, _optionsBefore) = (_optionsBefore, _options);
            if (!ReferenceEquals(scope, _options.Scope))
            {
                _options = new TemplateOptions { Scope = scope, Partials = Partials.All };
            }
        }

        return _options;
    }

    /// <summary>The template, in the binder's language; an empty one when it has mistakes.</summary>
    public Template Template(string text, INameScope scope, SourcePath path, int step, UsePhase phase)
    {
        if (texts?.TryFind(path, out TranslatedText? translated) == true)
        {
            text = translated.Texts[0];
            path = translated.Path;
        }

        TemplateOptions options = OptionsFor(scope);
        Template? template = Templates.Template.Parse(text, options, out ImmutableArray<TemplateDiagnostic> diagnostics);
        Report(diagnostics, path, text);
        if (template is not null)
        {
            BraceLookAlikes.Check(context, text, scope, path);
            Note(step, phase, path, template.Reads, neverNull: null);
            NoteIncluded(template, options, path, step, phase);
        }

        return template ?? Nothing;
    }

    /// <summary>The template of a text of the flow's own language that has no brace and therefore can be no code; null for any other.</summary>
    public Template? Constant(string text)
    {
        if (texts is not null || BraceLookAlikes.HasBrace(text))
        {
            return null;
        }

        ref Template? place = ref _constants[(uint)text.GetHashCode(StringComparison.Ordinal) % Constants];
        if (place is null || !string.Equals(place.Source, text, StringComparison.Ordinal))
        {
            place = Templates.Template.Parse(text, TemplateOptions.Default, out _);
        }

        return place;
    }

    /// <summary>The expression; one that gives null when it has mistakes.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="scope">The names it sees.</param>
    /// <param name="path">Where it is written.</param>
    /// <param name="step">The step it runs at; −1 for none.</param>
    /// <param name="phase">When it runs there.</param>
    /// <param name="expected">The type its place wants; null for any.</param>
    /// <param name="neverNull">What to report when the value may be null; null where null is welcome.</param>
    /// <param name="whenUncollected">What to report when the value, by its type never null, may be so because data are not collected yet; null where that is welcome.</param>
    public Expression Expression(string text, INameScope scope, SourcePath path, int step, UsePhase phase, StaticType? expected = null, string? neverNull = null, string? whenUncollected = null)
    {
        Expression? expression = Templates.Expression.Parse(text, OptionsFor(scope), expected, out ExpressionSyntax? syntax, out ImmutableArray<TemplateDiagnostic> diagnostics);
        LastSyntax = syntax;
        Report(diagnostics, path, text);
        if (expression is not null)
        {
            if (neverNull is not null && MayBeNull(expression))
            {
                context.Report(DiagnosticCatalog.TypeMismatch, path, neverNull);
            }

            // What is of any type is looked at when it is computed.
            string? message = neverNull ?? whenUncollected;
            bool isChecked = message is not null && !expression.Type.IsNullable && !expression.Reads.IsEmpty;
            Note(step, phase, path, expression.Reads, isChecked ? new NeverNull(text, scope, message!) : null);
        }

        return expression ?? NoValue;
    }

    /// <summary>A guard, which is true or false and never null: null for none.</summary>
    public Expression? Guard(string? text, INameScope scope, SourcePath path, int step, UsePhase phase) => text is null
        ? null
        : Expression(text, scope, path, step, phase, StaticType.Boolean, "This may be null, which is neither true nor false. Add '?? false'.");

    private static bool MayBeNull(Expression expression) => expression.Type.Kind == StaticTypeKind.Any
        ? IsAlwaysNull(expression)
        : expression.Type.IsNullable;

    /// <summary>Whether an expression that reads nothing gives null, as the first of no items does. Of one that fails then, nothing can be said.</summary>
    private static bool IsAlwaysNull(Expression expression)
    {
        try
        {
            return expression.Reads.IsEmpty && expression.Evaluate(NoValues.Instance).IsNull;
        }
        catch (TemplateRuntimeException)
        {
            return false;
        }
    }

    /// <summary>Keeps what included partials read, as if the template read it.</summary>
    private void NoteIncluded(Template template, TemplateOptions options, SourcePath path, int step, UsePhase phase)
    {
        if (template.Includes.IsEmpty)
        {
            return;
        }

        foreach ((SourcePath place, ImmutableArray<NameUse> reads) in Partials.ReadsOf(template, options, path))
        {
            Note(step, phase, place, reads, neverNull: null);
        }
    }

    /// <summary>Keeps a use for the analyses over paths.</summary>
    private void Note(int step, UsePhase phase, SourcePath path, ImmutableArray<NameUse> reads, NeverNull? neverNull)
    {
        if (step >= 0 && !reads.IsEmpty)
        {
            context.Uses.Add(new TemplateUse(step, phase, path, reads, neverNull));
        }
    }

    private void Report(ImmutableArray<TemplateDiagnostic> diagnostics, SourcePath path, string text)
    {
        foreach (TemplateDiagnostic diagnostic in diagnostics)
        {
            if (diagnostic.Partial is { } partial)
            {
                Partials.Report(partial, diagnostic);
                continue;
            }

            string message = diagnostic.Code == TemplateDiagnosticCode.UnknownName
                ? _unknown.Explain(diagnostic.Message, text.Substring(diagnostic.Span.Start, diagnostic.Span.Length), text)
                : diagnostic.Message;
            context.ReportInText(DescriptorOf(diagnostic.Code), path, diagnostic.Span.Start, message);
        }
    }

    public static DiagnosticDescriptor DescriptorOf(TemplateDiagnosticCode code) => code switch
    {
        TemplateDiagnosticCode.UnknownName or TemplateDiagnosticCode.UnknownMember or TemplateDiagnosticCode.UnknownFunction => DiagnosticCatalog.UnknownName,
        TemplateDiagnosticCode.TypeMismatch or TemplateDiagnosticCode.Arguments => DiagnosticCatalog.TypeMismatch,
        TemplateDiagnosticCode.NotAllowed => DiagnosticCatalog.NotAllowed,
        _ => DiagnosticCatalog.TemplateSyntax,
    };
}
