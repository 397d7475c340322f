using GuidanceFlow.Actions;
using GuidanceFlow.Compilation;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow;

/// <summary>
/// One customer's way through a flow at one moment: plain, immutable data. The engine makes the next one from it; a store
/// keeps it as a snapshot (<see cref="SessionSnapshot"/>).
/// </summary>
/// <remarks>Safe to share between threads. Two sessions are the same when their snapshots are the same bytes.</remarks>
public sealed class GuidanceSession
{
    internal GuidanceSession(Flow flow, SessionState state)
    {
        Flow = flow;
        State = state;
    }

    /// <summary>The flow the session is pinned to.</summary>
    public Flow Flow { get; }

    /// <summary>The id the host gave.</summary>
    public string Id => State.Id;

    /// <summary>How many turns there were; the first one, the start, is turn 1. 0 for a session that could not be started.</summary>
    public int Turn => State.Turn;

    /// <summary>Whether it waits for the customer or is over.</summary>
    public SessionStatus Status => State.Status;

    /// <summary>How it ended; null while it has not.</summary>
    public SessionOutcome? Outcome => State.Outcome;

    /// <summary>The language, one of the flow's.</summary>
    public string Locale => State.Locale;

    /// <summary>The channel the host named at the start; null for none.</summary>
    public string? Channel => State.Channel;

    /// <summary>The customer's key that the host named at the start; null for none.</summary>
    public string? CustomerKey => State.CustomerKey;

    /// <summary>When it was started (UTC).</summary>
    public DateTimeOffset StartedAt => State.StartedAt;

    /// <summary>The step it waits at or ended in; null before it was started.</summary>
    public FlowStep? Step => State.Step >= 0 ? ActiveFlow.Nodes[State.Step] : null;

    /// <summary>The flow the step belongs to: <see cref="Flow"/>, or one that it runs.</summary>
    public Flow ActiveFlow => State.Caller is { } caller ? Flow.Find(caller.Running) : Flow;

    /// <summary>Counts the questions asked, so that a late timer can tell its own from another.</summary>
    public int Visit => State.Visit;

    /// <summary>How many answers to the present question were not understood.</summary>
    public int Attempts => State.Unrecognised.Length;

    /// <summary>What happens at which time unless something else happens before, in no particular order.</summary>
    public IReadOnlyList<SessionTimer> Timers => State.Timers;

    /// <summary>The input that ends the action under way: for a host that takes up a session whose actions nobody runs any more.</summary>
    /// <param name="result">What became of it.</param>
    /// <returns>The input; null where no action is under way, or the next attempt is still to come.</returns>
    public ActionResultInput? EndAction(ActionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Status == SessionStatus.Busy && State.Calling is { } call && !State.Timers.Any(timer => timer.Id == SessionTimer.Retry) ? new ActionResultInput(call.Id, call.Attempt, result) : null;
    }

    internal SessionState State { get; }

    /// <summary>The value of an input or datum of <see cref="Flow"/>; <see cref="Value.Null"/> when nothing is assigned or the flow has no such name.</summary>
    public Value Data(string name) => Flow.Slots.TryGetValue(name, out int slot) ? (Outermost?.Data ?? State.Data)[slot] : Value.Null;

    /// <summary>The latest answer to a question of <see cref="Flow"/>; <see cref="Value.Null"/> when it was not answered or the flow has no such step.</summary>
    public Value Answer(string stepId) => Flow.FindStep(stepId) is { } step ? (Outermost is { } frame ? frame.Answers : State.Answers).Find(step.Index) : Value.Null;

    /// <summary>
    /// The ids of the questions answered so far, each once, in the order of their latest answer: those of <see cref="Flow"/>, then those of each flow that is run
    /// and has not ended.
    /// </summary>
    public IEnumerable<string> Path => Frames.Path(Flow, State.Caller, State.Answers);

    private CallFrame? Outermost
    {
        get
        {
            CallFrame? frame = State.Caller;
            while (frame?.Outer is { } outer)
            {
                frame = outer;
            }

            return frame;
        }
    }
}
