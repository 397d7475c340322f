using System.Globalization;

namespace GuidanceFlow.Sessions;

/// <summary>A host was asked for a flow that it does not have, or for a version that is retired.</summary>
public sealed class FlowNotFoundException : Exception
{
    internal FlowNotFoundException(string flowId, int? version, IEnumerable<string> known)
        : this($"The host has no flow '{flowId}'{(version is null ? string.Empty : $" version {version}")}; it has {string.Join(", ", known.Select(id => $"'{id}'"))}. Add it in AddGuidanceFlow.", flowId, version)
    {
    }

    private FlowNotFoundException(string message, string flowId, int? version)
        : base(message)
    {
        FlowId = flowId;
        Version = version;
    }

    /// <summary>The flow that was asked for.</summary>
    public string FlowId { get; }

    /// <summary>The version a session is pinned to; null when any version would do.</summary>
    public int? Version { get; }

    /// <summary>A session is on a version that is retired, and no newer one takes it over.</summary>
    internal static FlowNotFoundException Retired(string flowId, int version, string why)
    {
        string reason = why.Length == 0 ? string.Empty : " " + why;
        return new FlowNotFoundException(
            string.Create(CultureInfo.InvariantCulture, $"Version {version} of the flow '{flowId}' is retired, and no newer version takes this session over.{reason} Give the newest version a 'migrate' that does, or do not retire version {version} yet."),
            flowId,
            version);
    }
}
