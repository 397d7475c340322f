namespace GuidanceFlow.Templates.Parsing;

/// <summary>Refuses texts that are too long to be parsed.</summary>
internal static class SourceLimit
{
    /// <summary>What to say of a text that is too long; null for any other.</summary>
    public static TemplateDiagnostic? Check(string text, TemplateOptions options) => text.Length <= options.MaxLength
        ? null
        : new TemplateDiagnostic(
            TemplateDiagnosticCode.ParseLimit,
            new TextSpan(0, 0),
            Line: 1,
            Column: 1,
            $"The text has {text.Length} characters; {options.MaxLength} is the limit of TemplateOptions.MaxLength.");
}
