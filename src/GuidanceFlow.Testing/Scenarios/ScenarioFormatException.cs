using System.Collections.Immutable;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>A scenario does not follow its format. The message lists every problem, one a line.</summary>
public sealed class ScenarioFormatException : Exception
{
    internal ScenarioFormatException(ImmutableArray<Diagnostic> diagnostics)
        : base("The scenario cannot be used.\n" + string.Join('\n', diagnostics)) => Diagnostics = diagnostics;

    /// <summary>What was found.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }
}
