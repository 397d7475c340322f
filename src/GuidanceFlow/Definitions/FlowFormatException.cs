using System.Collections.Immutable;
using System.Globalization;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions;

/// <summary>A flow that does not follow the format. The message lists every diagnostic, one a line.</summary>
public sealed class FlowFormatException : Exception
{
    /// <summary>Makes one without diagnostics.</summary>
    public FlowFormatException()
        : this("The flow does not follow the format.")
    {
    }

    /// <summary>Makes one without diagnostics.</summary>
    public FlowFormatException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes one without diagnostics.</summary>
    public FlowFormatException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes one of what was found.</summary>
    public FlowFormatException(ImmutableArray<Diagnostic> diagnostics)
        : base(Describe(diagnostics)) => Diagnostics = diagnostics;

    /// <summary>What was found; empty when the exception was made from a message alone.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = [];

    private static string Describe(ImmutableArray<Diagnostic> diagnostics)
    {
        int errors = diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return string.Create(CultureInfo.InvariantCulture, $"The flow cannot be used: {errors} {(errors == 1 ? "error" : "errors")}.")
            + string.Concat(diagnostics.Select(diagnostic => "\n" + diagnostic));
    }
}
