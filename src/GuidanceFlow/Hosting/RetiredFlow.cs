namespace GuidanceFlow.Hosting;

/// <summary>A version of a flow that is retired.</summary>
internal sealed record RetiredFlow(string Id, int Version);
