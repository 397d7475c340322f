using System.Collections.Frozen;

namespace GuidanceFlow.Sessions;

/// <summary>The flows a host serves, by id and version. Immutable and thread-safe.</summary>
public sealed class FlowCatalog
{
    private readonly FrozenDictionary<(string Id, int Version), Flow> _flows;
    private readonly FrozenDictionary<string, Flow> _latest;

    /// <summary>Makes a catalogue.</summary>
    /// <exception cref="ArgumentException">Two flows have the same id and version.</exception>
    public FlowCatalog(IEnumerable<Flow> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        Flow[] all = [.. flows];
        IGrouping<(string Id, int Version), Flow>? twice = all.GroupBy(flow => (flow.Id, flow.Version)).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException($"The flow '{twice.Key.Id}' version {twice.Key.Version} is given twice. Give each version once.", nameof(flows));
        }

        _flows = all.ToFrozenDictionary(flow => (flow.Id, flow.Version));
        _latest = all.GroupBy(flow => flow.Id, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.MaxBy(flow => flow.Version)!, StringComparer.Ordinal);
    }

    /// <summary>The ids, in order.</summary>
    public IEnumerable<string> Ids => _latest.Keys.Order(StringComparer.Ordinal);

    /// <summary>The flows in all their versions, by id and version.</summary>
    public IEnumerable<Flow> All => _flows.Values.OrderBy(flow => flow.Id, StringComparer.Ordinal).ThenBy(flow => flow.Version);

    /// <summary>The newest version of a flow; null when there is none.</summary>
    public Flow? Latest(string id) => _latest.GetValueOrDefault(id);

    /// <summary>The flow, in its newest version, that starts on a signal; null when none does, or several do.</summary>
    /// <param name="signal">The signal's name.</param>
    public Flow? StartedBy(string signal)
    {
        Flow[] flows = [.. _latest.Values.Where(flow => flow.Definition.StartsOn.Contains(signal))];
        return flows is [{ } only] ? only : null;
    }

    /// <summary>One version of a flow; null when there is none.</summary>
    public Flow? Find(string id, int version) => _flows.GetValueOrDefault((id, version));
}
