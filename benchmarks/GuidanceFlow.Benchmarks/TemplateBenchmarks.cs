using BenchmarkDotNet.Attributes;

namespace GuidanceFlow.Benchmarks;

/// <summary>Templates: parsed, rendered from slots and from named values, and a guard; the peer renders the same prompt.</summary>
[MemoryDiagnoser]
public class TemplateBenchmarks
{
    private readonly Peer _peer = new();
    private readonly BenchTemplates _templates = new();

    /// <summary>The peer: the prompt, rendered.</summary>
    [Benchmark(Baseline = true)]
    public string PeerPrompt() => _peer.Render();

    /// <summary>The prompt from slots.</summary>
    [Benchmark]
    public string FromSlots() => _templates.FromSlots();

    /// <summary>The prompt from slots into a buffer.</summary>
    [Benchmark]
    public object IntoBuffer() => _templates.IntoBuffer();

    /// <summary>The prompt from named values.</summary>
    [Benchmark]
    public string FromNames() => _templates.FromNames();

    /// <summary>A prompt with four calls, from slots.</summary>
    [Benchmark]
    public string FourCalls() => _templates.FourCalls();

    /// <summary>The prompt, parsed with a scope.</summary>
    [Benchmark]
    public object Parse() => BenchTemplates.Parse();

    /// <summary>The prompt, parsed without a scope.</summary>
    [Benchmark]
    public object ParseUnscoped() => BenchTemplates.ParseUnscoped();

    /// <summary>A guard from slots.</summary>
    [Benchmark]
    public object Guard() => _templates.EvaluateGuard();

    /// <summary>Three look-ups by name.</summary>
    [Benchmark]
    public object ThreeLookUps() => _templates.LookUpThree();
}
