namespace GuidanceFlow.Templates.Parsing;

/// <summary>Refuses texts that are too long to be parsed.</summary>
internal static class SourceLimit
{
    public static bool Check(string text, TemplateOptions options, DiagnosticBag diagnostics)
    {
        if (text.Length <= options.MaxLength)
        {
            return true;
        }

        diagnostics.Stop(new TextSpan(0, 0), $"The text has {text.Length} characters; {options.MaxLength} is the limit of TemplateOptions.MaxLength.");
        return false;
    }
}
