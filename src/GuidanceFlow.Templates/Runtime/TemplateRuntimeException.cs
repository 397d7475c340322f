namespace GuidanceFlow.Templates.Runtime;

/// <summary>A template or expression failed while it ran: a value of the wrong kind, a division by zero, a limit.</summary>
public sealed class TemplateRuntimeException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="diagnostic">What failed and where in the template's text.</param>
    public TemplateRuntimeException(TemplateDiagnostic diagnostic)
        : this(diagnostic, innerException: null)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="diagnostic">What failed and where in the template's text.</param>
    /// <param name="innerException">What a function of the host threw; null for none.</param>
    public TemplateRuntimeException(TemplateDiagnostic diagnostic, Exception? innerException)
        : base(diagnostic?.ToString(), innerException) => Diagnostic = diagnostic ?? throw new ArgumentNullException(nameof(diagnostic));

    /// <summary>What failed and where in the template's text.</summary>
    public TemplateDiagnostic Diagnostic { get; }

    /// <summary>The rendering that failed, to tell it from another that a function of the host started; null for none.</summary>
    internal object? Rendering { get; init; }
}
