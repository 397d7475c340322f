using BenchmarkDotNet.Attributes;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;
using HandlebarsDotNet;

namespace GuidanceFlow.Benchmarks;

/// <summary>A turn beside a peer that renders the same prompt and does nothing else.</summary>
[MemoryDiagnoser]
public class TurnBenchmarks
{
    private const string Flow = """
        { "flow": "bench", "inputs": { "customer": { "type": "object", "fields": { "name": "text" } },
          "devices": { "type": "list", "of": { "type": "object", "fields": { "name": "text" } } } },
          "data": { "count": { "type": "integer", "default": 4 }, "pick": "text" },
          "fallback": { "goto": "over" },
          "stages": [ { "id": "all", "steps": [
            { "id": "choose", "type": "ask", "save": "pick",
              "text": "Hello {{ customer.name }}, you have {{ if count > 3 }}many{{ else }}a few{{ end }} devices: {{ for d in devices }}{{ for.index }}. {{ d.name }} {{ end }}Which one first?",
              "answer": { "type": "choice", "options": [ "gateway", "lamp", "sensor" ] },
              "next": [ { "when": "pick == 'gateway' && count < 3", "goto": "over" }, { "when": "pick == 'sensor'", "goto": "over" }, { "goto": "choose" } ] },
            { "id": "over", "type": "end", "outcome": "resolved" } ] } ] }
        """;

    private const string PeerPrompt = "Hello {{customer.name}}, you have {{#if many}}many{{else}}a few{{/if}} devices: {{#each devices}}{{@index}}. {{name}} {{/each}}Which one first?";

    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly HandlebarsTemplate<object, object> _peer = Handlebars.Compile(PeerPrompt);
    private readonly object _peerModel = new Dictionary<string, object>
    {
        ["customer"] = new Dictionary<string, object> { ["name"] = "Mia" },
        ["many"] = true,
        ["devices"] = new[] { "gateway", "lamp", "sensor" }.Select(name => new Dictionary<string, object> { ["name"] = name }).ToArray(),
    };

    private readonly Flow _flow = FlowCompiler.Compile([FlowSource.FromText("bench.json", Flow)]).GetOrThrow();
    private readonly AnswerInput _answer = new("lamp");
    private GuidanceSession _session = null!;
    private byte[] _snapshot = [];

    /// <summary>How many turns the session has had.</summary>
    [Params(10, 200)]
    public int Age { get; set; }

    /// <summary>Starts a session and lets it age.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Value devices = Value.From(ValueList.Create([Device("gateway"), Device("lamp"), Device("sensor")]));
        var inputs = new Dictionary<string, Value> { ["customer"] = Device("Mia"), ["devices"] = devices };
        _session = GuidanceEngine.Start(_flow, new StartRequest { SessionId = "bench", Inputs = inputs }, Now).Session;
        while (_session.Turn < Age)
        {
            _session = GuidanceEngine.Step(_flow, _session, _answer, Now).Session;
        }

        _snapshot = SessionSnapshot.Write(_session);
    }

    /// <summary>The peer: the same prompt, rendered.</summary>
    [Benchmark(Baseline = true)]
    public string Peer() => _peer(_peerModel);

    /// <summary>One turn: answer matched among three options, two guards, transition, prompt.</summary>
    [Benchmark]
    public Turn Turn() => GuidanceEngine.Step(_flow, _session, _answer, Now);

    /// <summary>Snapshot in, that turn, snapshot out.</summary>
    [Benchmark]
    public byte[] StoredTurn()
    {
        GuidanceSession session = SessionSnapshot.Read(_flow, _snapshot).GetOrThrow();
        return SessionSnapshot.Write(GuidanceEngine.Step(_flow, session, _answer, Now).Session);
    }

    private static Value Device(string name) => Value.From(ValueObject.Create([KeyValuePair.Create("name", Value.From(name))]));
}
