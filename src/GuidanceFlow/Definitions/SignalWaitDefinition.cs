namespace GuidanceFlow.Definitions;

/// <summary>The signal that a step waits for.</summary>
public sealed record SignalWaitDefinition
{
    /// <summary>The signal's name, one of <see cref="FlowDefinition.Signals"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The datum that its value is saved in; null for none.</summary>
    public string? Save { get; init; }
}
