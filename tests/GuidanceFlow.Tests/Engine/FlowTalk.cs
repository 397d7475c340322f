using GuidanceFlow.Actions;
using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Engine;

/// <summary>A conversation, every turn of which also goes by way of a snapshot.</summary>
internal sealed class FlowTalk(params string[] flows)
{
    private readonly Flow _flow = FlowCompiler.Compile([.. flows.Select((text, i) => FlowSource.FromText($"{i}.json", text))]).GetOrThrow();

    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

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

    public IEnumerable<string> Signal(string name, Value value = default, string? error = null) => Take(GuidanceEngine.Step(_flow, Session, new SignalInput(name, value), Now), error);

    public IEnumerable<string> Person(PersonInput input, string? error = null) => Take(GuidanceEngine.Step(_flow, Session, input, Now), error);

    /// <summary>The action the session waits for.</summary>
    public ActionCall Call => Turn.Effects.OfType<RunActionEffect>().ShouldHaveSingleItem().Call;

    public IEnumerable<string> End(ActionCall call, ActionResult result, string? error = null) => Take(GuidanceEngine.Step(_flow, Session, new ActionResultInput(call.Id, call.Attempt, result), Now), error);

    public IEnumerable<string> Fire(SessionTimer timer) => Take(GuidanceEngine.Step(_flow, Session, new TimerInput(timer.Id, timer.Visit), Now));

    /// <summary>Lets time pass, and fires what is due, each when it is; gives all that is said.</summary>
    public IEnumerable<string> Advance(string duration)
    {
        IsoDuration.TryParse(duration, out TimeSpan time).ShouldBeTrue();
        DateTimeOffset end = Now + time;
        var said = new List<string>();
        while (Session.Timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due) is { } next)
        {
            Now = next.Due > Now ? next.Due : Now;
            said.AddRange(Fire(next));
        }

        Now = end;
        return said;
    }

    /// <summary>The session's timers in short: <c>id:minutes from now</c>.</summary>
    public IEnumerable<string> Timers => Session.Timers.OrderBy(timer => timer.Due).Select(timer => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{timer.Id}:{(timer.Due - Now).TotalMinutes}"));

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
