using System.Collections.Immutable;
using System.Globalization;
using GuidanceFlow.Compilation;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Migration;

/// <summary>A session on its way to a newer version of its flow. Immutable; nothing has happened yet.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class MigratedSession
{
    private readonly ImmutableArray<TurnEvent> _events;
    private readonly GuidanceSession? _handedOff;
    private readonly FallbackInfo? _why;
    private readonly bool _asksAgain;

    internal MigratedSession(MigrationOutcome outcome, GuidanceSession session, GuidanceSession old, bool asksAgain, ImmutableArray<string> reasons)
    {
        Outcome = outcome;
        Session = session;
        Reasons = reasons;
        _asksAgain = asksAgain;
        _events = EventsOf(old);
    }

    /// <summary>A session that is handed off.</summary>
    internal MigratedSession(GuidanceSession old, GuidanceSession handedOff, FallbackInfo why, ImmutableArray<string> reasons)
        : this(MigrationOutcome.Orphaned, old, old, asksAgain: false, reasons)
    {
        _handedOff = handedOff;
        _why = why;
    }

    private MigratedSession(MigratedSession first, MigratedSession second)
    {
        Outcome = first.Outcome > second.Outcome ? first.Outcome : second.Outcome;
        Session = second.Session;
        Reasons = [.. first.Reasons, .. second.Reasons];
        _asksAgain = first._asksAgain || second._asksAgain;
        _events = [.. first._events, .. second._events];
        _handedOff = second._handedOff;
        _why = second._why;
    }

    /// <summary>What became of it.</summary>
    public MigrationOutcome Outcome { get; }

    /// <summary>The session under the newer version; the very same as before where it is orphaned.</summary>
    public GuidanceSession Session { get; }

    /// <summary>Whether it goes where the newer version's fallback leads, which <see cref="Step"/> does.</summary>
    public bool IsHandedOff => _handedOff is not null;

    /// <summary>What is other than it was, and why, in short sentences for those who look after the flow. No value a customer gave is among them.</summary>
    public ImmutableArray<string> Reasons { get; }

    /// <summary>Whether an answer that comes now was to a question the customer no longer is at.</summary>
    internal bool AsksAgain => _asksAgain || IsHandedOff;

    /// <summary>
    /// Takes the session one input further. Its events begin with <see cref="TurnEventKind.Migrated"/>, unless it stays on its version. Where a question is asked again or
    /// the session is handed off, an answer is not taken for one: it was to what stood there before. A command, but for going back, and another language count all the same where a question is asked again.
    /// </summary>
    /// <param name="input">What happened.</param>
    /// <param name="now">The turn's time.</param>
    public Turn Step(SessionInput input, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (Outcome == MigrationOutcome.Orphaned && !IsHandedOff)
        {
            return GuidanceEngine.Step(Session.Flow, Session, input, now);
        }

        if (input.ExpectedTurn is { } expected && expected != Session.Turn)
        {
            return GuidanceEngine.Refuse(Session, TurnReason.Stale);
        }

        Turn turn = _handedOff is not null ? HandOff(_handedOff, now) : _asksAgain ? AskAgain(input, now) : GuidanceEngine.Step(Session.Flow, Session, input, now);
        return turn.Result == TurnResult.Refused ? turn : turn.With([.. _events, .. turn.Events]);
    }

    /// <summary>The session taken two versions further.</summary>
    internal MigratedSession Then(MigratedSession next) => new(this, next);

    private Turn HandOff(GuidanceSession session, DateTimeOffset now) => GuidanceEngine.Do(
        session.Flow,
        session,
        run =>
        {
            run.Fallback.Fire(_why!, at: null);
            run.Go(session.Flow.Parts.StartFallback);
        },
        now);

    private Turn AskAgain(SessionInput input, DateTimeOffset now)
    {
        SessionState state = Session.State;
        var undone = new UndoneState(state.Step, state.Data, state.Answers, new UndoneRest(state.Loop, state.Known, state.Fallback, state.Chosen, state.Failure), state.Caller, Answer: null);

        // As if the customer went back to the question.
        SessionState behind = state with { Undo = state.Undo with { Plain = 0, Latest = new StateUndo(state.Undo.Latest, state.Undo.Plain, undone) } };
        Turn asked = GuidanceEngine.Do(Session.Flow, new GuidanceSession(Session.Flow, behind), run => Ask(run, state.Step), now);
        asked = asked.With([.. asked.Events.Where(happened => happened.Kind != TurnEventKind.WentBack)]);
        return asked.Session.Status == SessionStatus.Waiting && asked.Effects.IsEmpty && asked.Result != TurnResult.Refused ? Besides(asked, input, now) ?? asked : asked;
    }

    private static void Ask(TurnRun run, int step)
    {
        var ask = (AskStep)run.Context.Flow.Nodes[step];
        if (run.Context.Commands.Phrases?.AskedAgain is { } notice)
        {
            run.Notify(ask, notice);
        }

        run.GoBack(ask);
    }

    /// <summary>What an input asks for that is no answer; null where it may be one.</summary>
    private Turn? Besides(Turn asked, SessionInput input, DateTimeOffset now)
    {
        if (input is CorrectionInput)
        {
            return null;
        }

        // Both are one turn.
        var session = new GuidanceSession(Session.Flow, asked.Session.State with { Turn = Session.Turn });
        Turn turn = GuidanceEngine.Step(Session.Flow, session, input with { ExpectedTurn = null }, now);
        bool counts = turn.Result != TurnResult.Refused && (input is LocaleInput || turn.Command is not (null or Commands.SessionCommand.Back));
        return counts ? turn.With([.. asked.Events, .. turn.Events]) : null;
    }

    private static ImmutableArray<TurnEvent> EventsOf(GuidanceSession old) =>
        [new TurnEvent(TurnEventKind.Migrated, old.Step?.Id, old.Flow.Version.ToString(CultureInfo.InvariantCulture))];
}
