using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Testing.Scenarios;

namespace GuidanceFlow.Testing.Stubs;

/// <summary>What came of reading results of actions. Immutable.</summary>
/// <param name="Stubs">The results; null when there is a diagnostic.</param>
/// <param name="Diagnostics">Everything that was found, in the order of the file.</param>
public sealed record ActionStubsReadResult(ActionStubs? Stubs, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether there are results.</summary>
    [MemberNotNullWhen(true, nameof(Stubs))]
    public bool Success => Stubs is not null;

    /// <summary>The results.</summary>
    /// <exception cref="ScenarioFormatException">There were problems.</exception>
    public ActionStubs GetOrThrow() => Stubs ?? throw new ScenarioFormatException(Diagnostics);
}
