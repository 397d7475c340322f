namespace GuidanceFlow.Definitions;

/// <summary>Placeholder.</summary>
public sealed class FlowSource
{
}
