namespace GuidanceFlow.Testing.Scenarios;

/// <summary>A conversation did not go as its scenario says. The message shows the conversation with what failed marked.</summary>
public sealed class ScenarioFailedException : Exception
{
    /// <summary>Makes one of a result.</summary>
    public ScenarioFailedException(ScenarioResult result)
        : base(Describe(result)) => Result = result;

    /// <summary>What happened.</summary>
    public ScenarioResult Result { get; }

    private static string Describe(ScenarioResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Scenario scenario = result.Scenario;
        return $"{scenario.Id}{(scenario.Title is null ? string.Empty : ": " + scenario.Title)}\n\n{result.Report}";
    }
}
