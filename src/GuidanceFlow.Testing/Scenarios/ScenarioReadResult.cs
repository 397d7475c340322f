using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>What came of reading a scenario. Immutable.</summary>
/// <param name="Scenario">The scenario; null when there is a diagnostic.</param>
/// <param name="Diagnostics">Everything that was found, in the order of the file.</param>
public sealed record ScenarioReadResult(Scenario? Scenario, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is a scenario.</summary>
    [MemberNotNullWhen(true, nameof(Scenario))]
    public bool Success => Scenario is not null;

    /// <summary>The scenario.</summary>
    /// <exception cref="ScenarioFormatException">There were problems.</exception>
    public Scenario GetOrThrow() => Scenario ?? throw new ScenarioFormatException(Diagnostics);
}
