using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Compilation;

/// <summary>Parses the templates and expressions of a flow, reports their mistakes at their place in the file, and notes what they read.</summary>
internal sealed class TemplateBinder(CompilationContext context)
{
    private static readonly Template Nothing = Templates.Template.Parse(string.Empty).GetOrThrow();
    private static readonly Expression NoValue = Templates.Expression.Parse("null").GetOrThrow();

    /// <summary>The template; an empty one when it has mistakes.</summary>
    public Template Template(string text, INameScope scope, SourcePath path, int step, UsePhase phase)
    {
        ParseResult<Template> parsed = Templates.Template.Parse(text, new TemplateOptions { Scope = scope });
        Report(parsed.Diagnostics, path);
        if (parsed.Value is not null && !parsed.Value.Reads.IsEmpty)
        {
            context.Uses.Add(new TemplateUse(step, phase, path, parsed.Value.Reads));
        }

        return parsed.Value ?? Nothing;
    }

    /// <summary>The expression; one that gives null when it has mistakes.</summary>
    public Expression Expression(string text, INameScope scope, SourcePath path, int step, UsePhase phase, StaticType? expected = null)
    {
        ParseResult<Expression> parsed = Templates.Expression.Parse(text, new TemplateOptions { Scope = scope }, expected);
        Report(parsed.Diagnostics, path);
        if (parsed.Value is not null && !parsed.Value.Reads.IsEmpty)
        {
            context.Uses.Add(new TemplateUse(step, phase, path, parsed.Value.Reads));
        }

        return parsed.Value ?? NoValue;
    }

    /// <summary>A guard: null for none.</summary>
    public Expression? Guard(string? text, INameScope scope, SourcePath path, int step, UsePhase phase) =>
        text is null ? null : Expression(text, scope, path, step, phase, StaticType.Boolean);

    private void Report(IEnumerable<TemplateDiagnostic> diagnostics, SourcePath path)
    {
        foreach (TemplateDiagnostic diagnostic in diagnostics)
        {
            context.ReportInText(DescriptorOf(diagnostic.Code), path, diagnostic.Span.Start, diagnostic.Message);
        }
    }

    private static DiagnosticDescriptor DescriptorOf(TemplateDiagnosticCode code) => code switch
    {
        TemplateDiagnosticCode.UnknownName or TemplateDiagnosticCode.UnknownMember or TemplateDiagnosticCode.UnknownFunction => DiagnosticCatalog.UnknownName,
        TemplateDiagnosticCode.TypeMismatch or TemplateDiagnosticCode.Arguments => DiagnosticCatalog.TypeMismatch,
        TemplateDiagnosticCode.NotAllowed => DiagnosticCatalog.NotAllowed,
        _ => DiagnosticCatalog.TemplateSyntax,
    };
}
