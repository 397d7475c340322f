using GuidanceFlow.Engine;

namespace GuidanceFlow.Benchmarks;

/// <summary>A session of an age that goes on for some turns, and then from that age again: each turn steps the session that the turn before it made, as it is in use.</summary>
internal sealed class Talk
{
    private const int Turns = 20;

    private readonly Flow _flow;
    private readonly GuidanceSession _start;
    private GuidanceSession _session;

    public Talk(Flow flow, int age)
    {
        _flow = flow;
        _start = BenchFlow.Session(flow, age);
        _session = _start;
    }

    public Turn Step()
    {
        Turn turn = GuidanceEngine.Step(_flow, _session, BenchFlow.Answer, BenchFlow.Now);
        _session = turn.Session.Turn == _start.Turn + Turns ? _start : turn.Session;
        return turn;
    }
}
