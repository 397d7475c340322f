using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Testing.GoldenFiles;
using GuidanceFlow.Testing.Scenarios;
using GuidanceFlow.Testing.Scenarios.Checks;

namespace GuidanceFlow.Testing;

/// <summary>Plays scenarios through the pure engine: no host, no store, a clock of their own, and the same every time.</summary>
/// <remarks>Thread-safe, as long as no two scenarios share a golden file.</remarks>
public static class ScenarioRunner
{
    /// <summary>Compiles the scenario's flow and plays the scenario.</summary>
    /// <exception cref="FlowCompilationException">The flow has errors, or its file cannot be read.</exception>
    public static ScenarioResult Run(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Run(scenario, FlowCompiler.Compile([FlowSource.FromFile(scenario.FlowFile)]).GetOrThrow());
    }

    /// <summary>Plays a scenario on a flow, whatever flow the scenario names.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="flow">The flow.</param>
    public static ScenarioResult Run(Scenario scenario, Flow flow) => Run(scenario, flow, AcceptMode.IsOn(Environment.GetEnvironmentVariable));

    /// <summary>Plays a scenario; <paramref name="accepts"/> says whether a transcript that differs is taken for right.</summary>
    internal static ScenarioResult Run(Scenario scenario, Flow flow, bool accepts)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(flow);
        return new ScenarioPlay(scenario, flow).Run(accepts);
    }
}
