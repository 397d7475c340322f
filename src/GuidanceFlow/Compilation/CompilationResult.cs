using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>What compiling gave: the flow or null, and every finding.</summary>
/// <param name="Flow">The first source's flow; null when any source has an error.</param>
/// <param name="Diagnostics">All findings, by file and place.</param>
public sealed record CompilationResult(Flow? Flow, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is a flow; there may be warnings all the same.</summary>
    [MemberNotNullWhen(true, nameof(Flow))]
    public bool Success => Flow is not null;

    /// <summary>The names of the sources that were compiled: those given, in their order, then those of the flows they run that were found beside them.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The flow.</summary>
    /// <exception cref="FlowCompilationException">There were errors.</exception>
    public Flow GetOrThrow() => Flow ?? throw new FlowCompilationException(Diagnostics);
}
