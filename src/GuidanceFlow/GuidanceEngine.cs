using System.Collections.Immutable;
using GuidanceFlow.Answers;
using GuidanceFlow.Commands;
using GuidanceFlow.Compilation;
using GuidanceFlow.Engine;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow;

/// <summary>
/// The pure heart: a flow, a session, an input and a time give the next session and data that say what should happen.
/// Nothing is waited for, nothing outside is read or changed, and the same arguments always give the same turn.
/// </summary>
/// <remarks>Thread-safe: there is no state.</remarks>
public static class GuidanceEngine
{
    /// <summary>How many steps one turn may enter before it counts as failed: 1,000.</summary>
    public const int MaxStepsPerTurn = 1_000;

    private const string ByCommand = "command";
    private const string ByInterrupt = "interrupt";

    /// <summary>Starts a session: its first turn runs to the first question or the end.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="request">The id and what is known.</param>
    /// <param name="now">The turn's time.</param>
    /// <returns>
    /// The turn. When the request does not fit the flow it is <see cref="TurnResult.Refused"/> with the reason
    /// <see cref="TurnReason.InvalidStart"/> and a session in status <see cref="SessionStatus.New"/>.
    /// </returns>
    public static Turn Start(Flow flow, StartRequest request, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(request);
        var problems = new List<string>();
        SessionState state = SessionStarter.Prepare(flow, request, now, problems);
        if (problems.Count > 0)
        {
            return Refuse(new GuidanceSession(flow, state), TurnReason.InvalidStart, new TurnError(null, [.. problems]));
        }

        var session = new GuidanceSession(flow, state);
        var run = new TurnRun(new EvaluationContext(flow, state, now));
        try
        {
            run.Start();
            return run.Finish(TurnResult.Accepted, match: null, answer: null);
        }
        catch (Exception exception) when (exception is TemplateRuntimeException or TurnFailure)
        {
            return Recover(flow, session, now, TurnResult.Accepted, match: null, answer: null, ErrorOf(run.Context, exception));
        }
    }

    /// <summary>Takes a session one input further.</summary>
    /// <param name="flow">The session's flow; wording may differ from the one the session was started with, structure may not.</param>
    /// <param name="session">The session; it is never changed.</param>
    /// <param name="input">What happened.</param>
    /// <param name="now">The turn's time.</param>
    public static Turn Step(Flow flow, GuidanceSession session, SessionInput input, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(input);
        if (!ReferenceEquals(flow, session.Flow) && !string.Equals(flow.StructureHash, session.Flow.StructureHash, StringComparison.Ordinal))
        {
            return Refuse(session, TurnReason.FlowMismatch);
        }

        if (input.ExpectedTurn is { } expected && expected != session.Turn)
        {
            return Refuse(session, TurnReason.Stale);
        }

        return session.Status switch
        {
            SessionStatus.New => Refuse(session, TurnReason.NotStarted),
            SessionStatus.Ended => Refuse(session, TurnReason.Ended),
            SessionStatus.Busy => input switch
            {
                ActionResultInput result => EndAction(flow, session, result, now),
                TimerInput timer => Fire(flow, session, timer, now),
                PersonInput => Refuse(session, TurnReason.NotWithPerson),
                _ => Refuse(session, TurnReason.Busy),
            },
            SessionStatus.WithPerson => PersonTurn.Take(flow, session, input, now),
            _ => input switch
            {
                PersonInput => Refuse(session, TurnReason.NotWithPerson),
                CommandInput command => Command(flow, session, command.Command, raw: null, now),
                CorrectionInput correction => new CorrectionRun(flow, session, correction, now).Run(),
                TimerInput timer => Fire(flow, session, timer, now),
                ActionResultInput => Refuse(session, TurnReason.Late),
                SignalInput signal => Signal(flow, session, signal, now),
                LocaleInput locale => ChangeLocale(flow, session, locale.Locale, now),
                _ => Answer(flow, session, input, now),
            },
        };
    }

    /// <summary>Tells where a session is, without a turn: the question it waits at, as it would be asked now.</summary>
    /// <param name="flow">The session's flow.</param>
    /// <param name="session">The session.</param>
    /// <param name="now">The time templates see.</param>
    public static Situation Describe(Flow flow, GuidanceSession session, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(session);
        return SituationReader.Read(flow, session, now);
    }

    private static Turn Answer(Flow flow, GuidanceSession session, SessionInput input, DateTimeOffset now)
    {
        string text = AnswerReading.TextOf(input);
        var context = new EvaluationContext(flow, session.State, now) { Step = session.State.Step, Heard = text };
        var ask = (AskStep)context.Flow.Nodes[context.Step];
        AnswerReading reading;
        try
        {
            reading = AnswerReading.Of(context, ask, input, text, now);
        }
        catch (TemplateRuntimeException exception)
        {
            return Recover(flow, session, now, TurnResult.NoMatch, match: null, new ResolvedAnswer(text, default, null), ErrorAt(context, exception));
        }

        if (reading.Command is { } command)
        {
            return Command(flow, session, command, text, now);
        }

        if (reading.Interrupt is { } interrupt)
        {
            return Interrupt(flow, session, context, interrupt, text, now);
        }

        AnswerMatch match = reading.Match;
        bool isDenied = reading.IsRight == false;
        bool isMatch = match.Kind == AnswerMatchKind.Matched && !isDenied;
        var answer = new ResolvedAnswer(text, isMatch ? match.Value : default, match.By);
        TurnResult result = isMatch || isDenied ? TurnResult.Accepted : ResultOf(match.Kind);
        string? upset = flow.Parts.Upset is not null && input is AnswerInput ? UpsetRun.Hear(context, ask, match, text, isMatch || isDenied) : null;
        var run = new TurnRun(upset is null ? context : UpsetRun.Count(flow, context, now));
        try
        {
            bool leaves = upset is not null && UpsetRun.Begin(run, ask, upset);
            if (isDenied && leaves)
            {
                UpsetRun.LeadOn(run, ask);
            }
            else if (isDenied)
            {
                ConfirmRun.Deny(run, ask);
            }
            else if (isMatch && ask.Confirms && reading.IsRight is null && !leaves)
            {
                ConfirmRun.Restate(run, ask, match.Value);
            }
            else if (isMatch)
            {
                run.Answer(ask, match, (input as AnswerInput)?.Interpretation?.Facts ?? default, leaves);
            }
            else
            {
                FallbackRun.Miss(run, ask, match, text, leaves);
            }

            return run.Finish(result, match, answer);
        }
        catch (Exception exception) when (exception is TemplateRuntimeException or TurnFailure)
        {
            // What the failed run changed is thrown away with it.
            return Recover(flow, session, now, result, match, answer, ErrorOf(run.Context, exception));
        }
    }

    /// <summary>Digresses: runs the flow that deals with what the customer said, and returns to the question when that has ended.</summary>
    private static Turn Interrupt(Flow flow, GuidanceSession session, EvaluationContext context, FoundInterrupt interrupt, string text, DateTimeOffset now)
    {
        var answer = new ResolvedAnswer(text, default, ByInterrupt);
        var run = new TurnRun(context);
        try
        {
            run.Interrupt((AskStep)context.Flow.Nodes[context.Step], interrupt);
            return run.Finish(TurnResult.Accepted, match: null, answer);
        }
        catch (Exception exception) when (exception is TemplateRuntimeException or TurnFailure)
        {
            return Recover(flow, session, now, TurnResult.Accepted, match: null, answer, ErrorOf(run.Context, exception));
        }
    }

    /// <summary>Carries out a command; one that cannot be is refused, and the turn says why in the customer's language.</summary>
    private static Turn Command(Flow flow, GuidanceSession session, SessionCommand command, string? raw, DateTimeOffset now)
    {
        var context = new EvaluationContext(flow, session.State, now) { Step = session.State.Step };
        var ask = (AskStep)context.Flow.Nodes[context.Step];
        CommandWords words = context.Commands;
        ResolvedAnswer? answer = raw is null ? null : new ResolvedAnswer(raw, default, ByCommand);
        if (CommandRun.WhyNot(command, words, flow, session.State, ask) is { } reason)
        {
            ImmutableArray<Message> notice = CommandRun.Explain(reason, words.Phrases) is { } text ? [new Message(ask.Id, MessageKind.Notice, text, default)] : [];
            return new Turn { Session = session, Result = TurnResult.Refused, Reason = reason, Command = command, Messages = notice };
        }

        var run = new TurnRun(context);
        try
        {
            CommandRun.Run(run, ask, command, words);
            return run.Finish(TurnResult.Accepted, match: null, answer, command: command);
        }
        catch (Exception exception) when (exception is TemplateRuntimeException or TurnFailure)
        {
            return Recover(flow, session, now, TurnResult.Accepted, match: null, answer, ErrorOf(run.Context, exception));
        }
    }

    /// <summary>A timer fires that the session still has.</summary>
    internal static Turn Fire(Flow flow, GuidanceSession session, TimerInput input, DateTimeOffset now)
    {
        SessionState state = session.State;
        SessionTimer? timer = Array.Find(state.Timers, timer => timer.Id == input.Timer && timer.Visit == input.Visit);
        if (timer is null || now < timer.Due)
        {
            return Refuse(session, timer is null ? TurnReason.Late : TurnReason.Early);
        }

        var run = new TurnRun(new EvaluationContext(flow, state, now) { Step = state.Step });
        try
        {
            TimerRun.Fire(run, timer);
            return run.Finish(TurnResult.Accepted, match: null, answer: null);
        }
        catch (Exception exception) when (exception is TemplateRuntimeException or TurnFailure)
        {
            TurnError error = ErrorOf(run.Context, exception);
            return timer.Id == SessionTimer.Expiry ? Expire(flow, session, now, error) : Recover(flow, session, now, TurnResult.Accepted, match: null, answer: null, error, by: input);
        }
    }

    /// <summary>The session is over all the same where what was to be said fails.</summary>
    private static Turn Expire(Flow flow, GuidanceSession session, DateTimeOffset now, TurnError error)
    {
        var run = new TurnRun(new EvaluationContext(flow, session.State, now) { Step = session.State.Step });
        TimerRun.Expire(run, run.Context.Flow.Nodes[run.Step], isSilent: true);
        return run.Finish(TurnResult.Accepted, match: null, answer: null, error);
    }

    /// <summary>The action has ended that the session waits for.</summary>
    private static Turn EndAction(Flow flow, GuidanceSession session, ActionResultInput input, DateTimeOffset now)
    {
        SessionState state = session.State;
        if (state.Calling is not { } call || call.Id != input.Call || call.Attempt != input.Attempt || state.Timers.Any(timer => timer.Id == SessionTimer.Retry))
        {
            return Refuse(session, TurnReason.Late);
        }

        var run = new TurnRun(new EvaluationContext(flow, state, now) { Step = state.Step });
        try
        {
            CallRun.End(run, (CallStep)run.Context.Flow.Nodes[state.Step], input.Result);
            return run.Finish(TurnResult.Accepted, match: null, answer: null);
        }
        catch (Exception exception) when (exception is TemplateRuntimeException or TurnFailure)
        {
            return Recover(flow, session, now, TurnResult.Accepted, match: null, answer: null, ErrorOf(run.Context, exception), by: input);
        }
    }

    /// <summary>Something happened outside that the session waits for.</summary>
    internal static Turn Signal(Flow flow, GuidanceSession session, SignalInput input, DateTimeOffset now)
    {
        if (SignalRun.Find(flow, session.State, input.Signal) is not { } waiting)
        {
            return Refuse(session, TurnReason.UnexpectedSignal);
        }

        if (!SignalRun.TryFit(waiting, input, out Value value, out string problem))
        {
            return Refuse(session, TurnReason.InvalidSignal, new TurnError(waiting.Step.Id, [problem]));
        }

        var run = new TurnRun(new EvaluationContext(flow, session.State, now) { Step = session.State.Step });
        try
        {
            SignalRun.Receive(run, waiting, value);
            return run.Finish(TurnResult.Accepted, match: null, answer: null);
        }
        catch (Exception exception) when (exception is TemplateRuntimeException or TurnFailure)
        {
            return Recover(flow, session, now, TurnResult.Accepted, match: null, answer: null, ErrorOf(run.Context, exception), by: input);
        }
    }

    /// <summary>Goes on in another language.</summary>
    private static Turn ChangeLocale(Flow flow, GuidanceSession session, string locale, DateTimeOffset now)
    {
        SessionState state = session.State with { Locale = flow.ResolveLocale(locale) };
        var run = new TurnRun(new EvaluationContext(flow, state, now) { Step = state.Step });
        var ask = (AskStep)run.Context.Flow.Nodes[state.Step];
        try
        {
            run.Note(new TurnEvent(TurnEventKind.LocaleChanged, ask.Id, state.Locale));
            run.Pose(ask);
            return run.Finish(TurnResult.Accepted, match: null, answer: null);
        }
        catch (Exception exception) when (exception is TemplateRuntimeException or TurnFailure)
        {
            Turn recovered = Recover(flow, new GuidanceSession(flow, state), now, TurnResult.Accepted, match: null, answer: null, ErrorOf(run.Context, exception));
            return recovered.Result == TurnResult.Refused ? Refuse(session, TurnReason.Error, recovered.Error) : recovered;
        }
    }

    /// <summary>A turn that no input makes: what is done with a session before it goes on under another version.</summary>
    internal static Turn Do(Flow flow, GuidanceSession session, Action<TurnRun> what, DateTimeOffset now)
    {
        var run = new TurnRun(new EvaluationContext(flow, session.State, now) { Step = session.State.Step });
        try
        {
            what(run);
            return run.Finish(TurnResult.Accepted, match: null, answer: null);
        }
        catch (Exception exception) when (exception is TemplateRuntimeException or TurnFailure)
        {
            return Recover(flow, session, now, TurnResult.Accepted, match: null, answer: null, ErrorOf(run.Context, exception));
        }
    }

    /// <summary>Takes the question's fallback; when that fails too, the flow's; only then is the input refused. What was not by the customer is named.</summary>
    internal static Turn Recover(Flow flow, GuidanceSession session, DateTimeOffset now, TurnResult result, AnswerMatch? match, ResolvedAnswer? answer, TurnError error, SessionInput? by = null)
    {
        bool isWaiting = session.State.Step >= 0;
        if (isWaiting && TryRecover(flow, session, now, toFlowFallback: false, result, match, answer, ref error, by) is { } turn)
        {
            return turn;
        }

        return flow.Parts.StartFallback != Target.None && TryRecover(flow, session, now, toFlowFallback: true, result, match, answer, ref error, by) is { } last
            ? last
            : Refuse(session, TurnReason.Error, error);
    }

    /// <summary>The turn of a fallback; null, with the failure added to the error, when it fails as well.</summary>
    private static Turn? TryRecover(Flow flow, GuidanceSession session, DateTimeOffset now, bool toFlowFallback, TurnResult result, AnswerMatch? match, ResolvedAnswer? answer, ref TurnError error, SessionInput? by)
    {
        var run = new TurnRun(new EvaluationContext(flow, session.State, now));
        try
        {
            RecoveryRun.Recover(run, toFlowFallback, by);
            return run.Finish(result, match, answer, error);
        }
        catch (TemplateRuntimeException exception)
        {
            error = error with { Details = [.. error.Details, "The fallback failed too: " + ErrorAt(run.Context, exception)] };
        }
        catch (TurnFailure failure)
        {
            error = error with { Details = [.. error.Details, "The fallback failed too: " + Secrets.Hide(run.Context, failure.Message)] };
        }

        return null;
    }

    /// <summary>Refuses an input; the session stays as it is.</summary>
    internal static Turn Refuse(GuidanceSession session, string reason, TurnError? error = null) =>
        new() { Session = session, Result = TurnResult.Refused, Reason = reason, Error = error };

    internal static TurnError ErrorOf(EvaluationContext context, Exception exception) => exception is TurnFailure failure
        ? new TurnError(failure.Step < 0 ? null : context.Flow.Nodes[failure.Step].Id, [Secrets.Hide(context, failure.Message)])
        : ErrorAt(context, (TemplateRuntimeException)exception);

    private static TurnError ErrorAt(EvaluationContext context, TemplateRuntimeException exception) =>
        new(context.Step < 0 ? null : context.Flow.Nodes[context.Step].Id, [Secrets.Hide(context, exception.Diagnostic.ToString())]);

    private static TurnResult ResultOf(AnswerMatchKind kind) => kind switch
    {
        AnswerMatchKind.Invalid => TurnResult.Invalid,
        AnswerMatchKind.Ambiguous => TurnResult.Ambiguous,
        _ => TurnResult.NoMatch,
    };
}
