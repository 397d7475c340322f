using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates.Runtime;
using Microsoft.Extensions.Logging;

namespace GuidanceFlow.Interpreters;

/// <summary>
/// Asks interpreters what an answer means, one after the other until one finds a match that fits the question. A whole-utterance command is none of
/// their business, and none of them can fail a turn.
/// </summary>
internal sealed partial class InterpreterChain(AnswerInterpreters interpreters, TimeProvider time, ILogger logger)
{
    /// <summary>The answer with the interpretation that the step shall take; as it is where the built-in words shall read it.</summary>
    /// <exception cref="OperationCanceledException">The sender is gone.</exception>
    public async ValueTask<SessionInput> InterpretAsync(GuidanceSession session, SessionInput input, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if ((interpreters.InFront.IsEmpty && interpreters.Behind.IsEmpty) || input is not AnswerInput { Interpretation: null } answer || !IsAwaited(session, answer))
        {
            return input;
        }

        AnswerReading builtIn;
        try
        {
            builtIn = Read(session, answer, now);
        }
        catch (TemplateRuntimeException)
        {
            // The question itself fails; the step deals with that.
            return input;
        }

        if (builtIn.Command is not null || builtIn.Interrupt is not null)
        {
            return input;
        }

        InterpretationRequest? request = null;
        AnswerInput? unmatched = null;
        foreach (IAnswerInterpreter interpreter in interpreters.InFront)
        {
            (AnswerInput read, AnswerMatchKind kind) = await AskAsync(interpreter).ConfigureAwait(false);
            if (kind == AnswerMatchKind.Matched)
            {
                return read;
            }

            unmatched ??= kind == AnswerMatchKind.NoMatch ? null : read;
        }

        if (KindOf(builtIn) == AnswerMatchKind.Matched)
        {
            return answer;
        }

        unmatched ??= KindOf(builtIn) == AnswerMatchKind.NoMatch ? null : answer;
        foreach (IAnswerInterpreter interpreter in interpreters.Behind)
        {
            (AnswerInput read, AnswerMatchKind kind) = await AskAsync(interpreter).ConfigureAwait(false);
            if (kind == AnswerMatchKind.Matched)
            {
                return read;
            }

            unmatched ??= kind == AnswerMatchKind.NoMatch ? null : read;
        }

        // The first that said why says it to the customer.
        return unmatched ?? answer;

        async ValueTask<(AnswerInput Read, AnswerMatchKind Kind)> AskAsync(IAnswerInterpreter interpreter)
        {
            request ??= RequestOf(session, answer, now);
            if (await TryInterpretAsync(interpreter, request, cancellationToken).ConfigureAwait(false) is not { } interpretation)
            {
                return (answer, AnswerMatchKind.NoMatch);
            }

            AnswerInput read = answer with { Interpretation = interpretation };
            AnswerMatchKind kind = KindOf(session, read, now);
            if (kind == AnswerMatchKind.NoMatch && interpretation.Kind != AnswerInterpretationKind.NoMatch)
            {
                string name = NameOf(interpreter);
                LogMisfit(logger, name, session.Id);
            }

            return (read, kind);
        }
    }

    /// <summary>Whether the step will look at the answer at all; and a secret is told to nobody.</summary>
    private static bool IsAwaited(GuidanceSession session, AnswerInput answer) =>
        session is { Status: SessionStatus.Waiting, Step: AskStep { IsSensitive: false } } && (answer.ExpectedTurn is not { } expected || expected == session.Turn) && !string.IsNullOrWhiteSpace(answer.Text);

    private static AnswerReading Read(GuidanceSession session, AnswerInput answer, DateTimeOffset now)
    {
        var ask = (AskStep)session.ActiveFlow.Nodes[session.State.Step];
        return AnswerReading.Of(new EvaluationContext(session.Flow, session.State, now) { Step = ask.Index }, ask, answer, AnswerReading.TextOf(answer), now);
    }

    /// <summary>What was understood; of an answer that is confirmed a yes or no, whatever was restated.</summary>
    private static AnswerMatchKind KindOf(AnswerReading reading) => reading.IsRight is null ? reading.Match.Kind : AnswerMatchKind.Matched;

    private static AnswerMatchKind KindOf(GuidanceSession session, AnswerInput answer, DateTimeOffset now)
    {
        try
        {
            return KindOf(Read(session, answer, now));
        }
        catch (TemplateRuntimeException)
        {
            // The check cannot deal with the value: it is none of the question's.
            return AnswerMatchKind.NoMatch;
        }
    }

    private static InterpretationRequest RequestOf(GuidanceSession session, AnswerInput answer, DateTimeOffset now)
    {
        Situation situation = SituationReader.Read(session.Flow, session, now);
        return new InterpretationRequest
        {
            Text = AnswerReading.TextOf(answer),
            Locale = session.Locale,
            Expects = situation.Expects!,
            Question = situation.Question?.Text,
            SessionId = session.Id,
            Turn = session.Turn,
            FlowId = session.Flow.Id,
            Step = session.Step!.Id,
            Now = now,
        };
    }

    /// <summary>What an interpreter says; null when it failed or took too long.</summary>
    private async Task<AnswerInterpretation?> TryInterpretAsync(IAnswerInterpreter interpreter, InterpretationRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<AnswerInterpretation>? asked = null;
        try
        {
            asked = interpreter.InterpretAsync(request, stop.Token).AsTask();

            // One that pays no heed to the token must not hold the turn up either.
            AnswerInterpretation? interpretation = await asked.WaitAsync(interpreters.TimeLimit, time, cancellationToken).ConfigureAwait(false);
            return interpretation ?? throw new InvalidOperationException("The interpreter returned null. Return AnswerInterpretation.NoMatch instead.");
        }
        catch (TimeoutException) when (asked is { IsCompleted: false })
        {
            LogTooSlow(logger, NameOf(interpreter), request.SessionId, interpreters.TimeLimit);
            await StopAsync(stop, interpreter, request).ConfigureAwait(false);
            return null;
        }
#pragma warning disable CA1031 // An interpreter may throw anything, a time-out or cancellation of its own included; the turn goes on without it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            cancellationToken.ThrowIfCancellationRequested();
            LogFailed(logger, NameOf(interpreter), request.SessionId, exception);
            return null;
        }
    }

    /// <summary>Tells an interpreter that nobody waits any longer; what that sets off in it is its own affair.</summary>
    private async Task StopAsync(CancellationTokenSource stop, IAnswerInterpreter interpreter, InterpretationRequest request)
    {
        try
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException exception)
        {
            LogFailed(logger, NameOf(interpreter), request.SessionId, exception);
        }
    }

    private static string NameOf(IAnswerInterpreter interpreter) => interpreter.GetType().Name;

    [LoggerMessage(EventId = 40, Level = LogLevel.Warning, Message = "The interpreter {Interpreter} failed on an answer in session {SessionId}; it is passed over.")]
    private static partial void LogFailed(ILogger logger, string interpreter, string sessionId, Exception exception);

    [LoggerMessage(EventId = 41, Level = LogLevel.Warning, Message = "The interpreter {Interpreter} took longer than {Limit} for an answer in session {SessionId}; it is passed over.")]
    private static partial void LogTooSlow(ILogger logger, string interpreter, string sessionId, TimeSpan limit);

    [LoggerMessage(EventId = 42, Level = LogLevel.Debug, Message = "What the interpreter {Interpreter} said of an answer in session {SessionId} does not fit the question; it counts as not understood.")]
    private static partial void LogMisfit(ILogger logger, string interpreter, string sessionId);
}
