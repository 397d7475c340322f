namespace GuidanceFlow.Sessions;

/// <summary>A host was asked for a flow that it does not have.</summary>
public sealed class FlowNotFoundException : Exception
{
    internal FlowNotFoundException(string flowId, int? version, IEnumerable<string> known)
        : base($"The host has no flow '{flowId}'{(version is null ? string.Empty : $" version {version}")}; it has {string.Join(", ", known.Select(id => $"'{id}'"))}. Add it in AddGuidanceFlow.")
    {
        FlowId = flowId;
        Version = version;
    }

    /// <summary>The flow that was asked for.</summary>
    public string FlowId { get; }

    /// <summary>The version a session is pinned to; null when any version would do.</summary>
    public int? Version { get; }
}
