namespace GuidanceFlow.Diagnostics;

/// <summary>A kind of finding.</summary>
/// <param name="Code">The stable code: <c>GF</c> and four digits.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Title">What it says, in a few words.</param>
public sealed record DiagnosticDescriptor(string Code, DiagnosticSeverity Severity, string Title);
