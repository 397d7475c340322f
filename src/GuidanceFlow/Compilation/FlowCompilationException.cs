using System.Collections.Immutable;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>A flow has errors. The message lists every finding.</summary>
public sealed class FlowCompilationException : Exception
{
    internal FlowCompilationException(ImmutableArray<Diagnostic> diagnostics)
        : base("The flow has errors." + Environment.NewLine + string.Join(Environment.NewLine, diagnostics)) => Diagnostics = diagnostics;

    /// <summary>All findings, warnings included.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }
}
