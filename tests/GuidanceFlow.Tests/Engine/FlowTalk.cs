using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Engine;

/// <summary>A conversation, every turn of which also goes by way of a snapshot.</summary>
internal sealed class FlowTalk(params string[] flows)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly Flow _flow = FlowCompiler.Compile([.. flows.Select((text, i) => FlowSource.FromText($"{i}.json", text))]).GetOrThrow();

    public Turn Turn { get; private set; } = null!;

    public GuidanceSession Session { get; private set; } = null!;

    public IEnumerable<string> Start(bool inputs = true, Dictionary<string, Value>? known = null) => Take(GuidanceEngine.Start(_flow, new StartRequest
    {
        SessionId = "s",
        Inputs = inputs ? new Dictionary<string, Value> { ["who"] = Value.From("Mia") } : new Dictionary<string, Value>(),
        Known = known ?? [],
    }, Now));

    public IEnumerable<string> Say(string text, string? error = null) => Take(GuidanceEngine.Step(_flow, Session, new AnswerInput(text), Now), error);

    public IEnumerable<string> Correct(string step, string answer) => Take(GuidanceEngine.Step(_flow, Session, new CorrectionInput(step, answer), Now));

    public IEnumerable<string> Back() => Command(SessionCommand.Back);

    public IEnumerable<string> Command(SessionCommand command) => Take(GuidanceEngine.Step(_flow, Session, new CommandInput(command), Now));

    public void ShouldBeAt(GuidanceSession earlier)
    {
        Session.Step.ShouldBe(earlier.Step);
        Session.State.Data.ShouldBe(earlier.State.Data);
        Session.State.Answers.AsSpan().ToArray().ShouldBe(earlier.State.Answers.AsSpan().ToArray());
        SessionSnapshot.Write(new GuidanceSession(_flow, Session.State with { Turn = 0, Visit = 0 })).ShouldBe(SessionSnapshot.Write(new GuidanceSession(_flow, earlier.State with { Turn = 0, Visit = 0 })));
    }

    private IEnumerable<string> Take(Turn turn, string? error = null)
    {
        turn.Error?.ToString().ShouldBe(error);
        Turn = turn;
        byte[] snapshot = SessionSnapshot.Write(turn.Session);
        Session = SessionSnapshot.Read(_flow, snapshot).GetOrThrow();
        SessionSnapshot.Write(Session).ShouldBe(snapshot);
        return turn.Messages.Select(message => message.Text);
    }
}
