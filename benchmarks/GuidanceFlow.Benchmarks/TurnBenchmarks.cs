using BenchmarkDotNet.Attributes;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Benchmarks;

/// <summary>A turn, beside a peer that renders the same prompt and does nothing else. Flows have 10 steps unless they say otherwise.</summary>
[MemoryDiagnoser]
public class TurnBenchmarks
{
    private readonly Peer _peer = new();
    private readonly Flow _flow = BenchFlow.Compile(steps: 10);
    private readonly Flow _large = BenchFlow.Compile(steps: 10_000);
    private Talk _talk = null!;
    private Talk _largeTalk = null!;
    private byte[] _snapshot = [];

    /// <summary>How many turns the session has had.</summary>
    [Params(10, 200)]
    public int Age { get; set; }

    /// <summary>Starts sessions and lets them age.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _talk = new Talk(_flow, Age);
        _largeTalk = new Talk(_large, Age);
        _snapshot = SessionSnapshot.Write(BenchFlow.Session(_flow, Age));
    }

    /// <summary>The peer: the prompt, rendered.</summary>
    [Benchmark(Baseline = true)]
    public string PeerPrompt() => _peer.Render();

    /// <summary>One turn: answer matched among three options, two guards, transition, prompt.</summary>
    [Benchmark]
    public Turn OneTurn() => _talk.Step();

    /// <summary>The same turn in a flow of 10,000 steps.</summary>
    [Benchmark]
    public Turn OneTurnOf10000Steps() => _largeTalk.Step();

    /// <summary>Snapshot in, that turn, snapshot out.</summary>
    [Benchmark]
    public byte[] StoredTurn()
    {
        GuidanceSession session = SessionSnapshot.Read(_flow, _snapshot).GetOrThrow();
        return SessionSnapshot.Write(GuidanceEngine.Step(_flow, session, BenchFlow.Answer, BenchFlow.Now).Session);
    }
}
