using GuidanceFlow.Definitions;

namespace GuidanceFlow.Compilation;

/// <summary>The sources that are compiled together: those given, and the files beside them of the flows they run. Older versions of one of them stand apart.</summary>
internal sealed class SourceSet
{
    private readonly List<Entry> _sources = [];
    private readonly List<Entry> _older = [];
    private readonly HashSet<string> _run = new(StringComparer.Ordinal);

    public SourceSet(IEnumerable<FlowSource> given)
    {
        Known = new KnownFlows { Beside = () => _sources.SelectMany(entry => entry.Source.NamesBeside()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal) };
        foreach (FlowSource source in given)
        {
            Add(source);
        }

        // Those that are found run others in their turn.
        for (int i = 0; i < _sources.Count; i++)
        {
            foreach (string id in (_sources[i].Read.Definition ?? _sources[i].Read.Recovered) is { } flow ? KnownFlows.RunBy(flow) : [])
            {
                _run.Add(id);
                if (!Known.Knows(id) && _sources[i].Source.Beside(id) is { } beside)
                {
                    FlowReadResult read = Add(beside);
                    if (read.Definition is null)
                    {
                        Known.AddUnreadable(id);
                    }
                }
            }
        }
    }

    /// <summary>In their order, those that were found last.</summary>
    public IReadOnlyList<Entry> Sources => _sources;

    public KnownFlows Known { get; }

    /// <summary>Whether one of the flows runs another one.</summary>
    public bool IsRun(string id) => _run.Contains(id);

    /// <summary>The older versions of a flow that its migration is from: those that were given, and the files beside it.</summary>
    public IEnumerable<Entry> OlderOf(Entry entry)
    {
        FlowDefinition flow = entry.Read.Definition!;
        Entry[] given = [.. _older.Where(older => older.Read.Definition!.Id == flow.Id)];
        return given.Concat((flow.Migrate?.From ?? default)
            .Where(version => version < flow.Version && !Array.Exists(given, older => older.Read.Definition!.Version == version))
            .Select(entry.Source.OlderBeside)
            .OfType<FlowSource>()
            .Select(source => new Entry(source, source.Read())));
    }

    private FlowReadResult Add(FlowSource source)
    {
        FlowReadResult read = source.Read();
        if (read.Definition is { } older && _sources.Exists(entry => entry.Read.Definition is { } newer && newer.Id == older.Id && newer.Version > older.Version))
        {
            _older.Add(new Entry(source, read));
            return read;
        }

        _sources.Add(new Entry(source, read));
        if (read.Definition is { } flow)
        {
            Known.Add(flow);
        }
        else if (read.Recovered is { } recovered)
        {
            Known.AddUnreadable(recovered.Id);
        }

        return read;
    }

    /// <summary>A source and what was read of it.</summary>
    public readonly record struct Entry(FlowSource Source, FlowReadResult Read);
}
