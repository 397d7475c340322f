namespace GuidanceFlow.Diagnostics;

/// <summary>One finding about a flow: what, where, and what to do about it.</summary>
/// <param name="Descriptor">The kind of finding, with its stable code.</param>
/// <param name="Location">Where it is.</param>
/// <param name="Message">One sentence, followed by the remedy where one is known.</param>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, SourceLocation Location, string Message)
{
    /// <summary>The stable code, such as <c>GF0104</c>; its page stands in <c>docs/diagnostics</c>.</summary>
    public string Code => Descriptor.Code;

    /// <summary>How bad it is.</summary>
    public DiagnosticSeverity Severity => Descriptor.Severity;

    /// <summary>The finding in the form that editors and MSBuild read: <c>file(line,column): error GF0104: message</c>.</summary>
    public override string ToString() =>
        $"{Location}: {(Severity == DiagnosticSeverity.Error ? "error" : "warning")} {Code}: {Message}";
}
