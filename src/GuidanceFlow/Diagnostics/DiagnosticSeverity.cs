namespace GuidanceFlow.Diagnostics;

/// <summary>How bad a <see cref="Diagnostic"/> is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The flow works but could guide better.</summary>
    Warning,

    /// <summary>The flow cannot be used.</summary>
    Error,
}
