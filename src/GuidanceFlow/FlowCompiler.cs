namespace GuidanceFlow;

/// <summary>Placeholder.</summary>
public static class FlowCompiler
{
}
