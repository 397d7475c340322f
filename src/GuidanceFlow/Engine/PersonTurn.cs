using GuidanceFlow.Commands;
using GuidanceFlow.Compilation;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Engine;

/// <summary>The turns of a session that a person has.</summary>
internal static class PersonTurn
{
    public static Turn Take(Flow flow, GuidanceSession session, SessionInput input, DateTimeOffset now) => input switch
    {
        PersonInput person => ByPerson(flow, session, person, now),
        AnswerInput or AttachmentInput => ByCustomer(flow, session, input, now),
        CommandInput { Command: SessionCommand.Cancel } => Cancel(flow, session, now),
        LocaleInput locale => ChangeLocale(flow, session, locale.Locale, now),
        TimerInput timer => GuidanceEngine.Fire(flow, session, timer, now),
        SignalInput signal => GuidanceEngine.Signal(flow, session, signal, now),
        ActionResultInput => GuidanceEngine.Refuse(session, TurnReason.Late),
        _ => GuidanceEngine.Refuse(session, TurnReason.WithPerson),
    };

    private static Turn ByPerson(Flow flow, GuidanceSession session, PersonInput input, DateTimeOffset now)
    {
        TurnRun run = RunOf(flow, session, now, out HandoffStep step);
        if (HandoffRun.Check(run.Context, step, input) is { } problem)
        {
            return GuidanceEngine.Refuse(session, TurnReason.InvalidPerson, new TurnError(step.Id, [problem]));
        }

        try
        {
            HandoffRun.Take(run, step, input);
            return run.Finish(TurnResult.Accepted, match: null, answer: null);
        }
        catch (Exception exception) when (exception is TemplateRuntimeException or TurnFailure)
        {
            return GuidanceEngine.Recover(flow, session, now, TurnResult.Accepted, match: null, answer: null, GuidanceEngine.ErrorOf(run.Context, exception), by: input);
        }
    }

    private static Turn ByCustomer(Flow flow, GuidanceSession session, SessionInput input, DateTimeOffset now)
    {
        TurnRun run = RunOf(flow, session, now, out HandoffStep step);
        HandoffRun.Relay(run, step, input);
        return run.Finish(TurnResult.Accepted, match: null, new ResolvedAnswer(AnswerReading.TextOf(input), default, By: null));
    }

    /// <summary>The flow speaks the other language once it has the session again; there is no question to ask anew.</summary>
    private static Turn ChangeLocale(Flow flow, GuidanceSession session, string locale, DateTimeOffset now)
    {
        TurnRun run = RunOf(flow, new GuidanceSession(flow, session.State with { Locale = flow.ResolveLocale(locale) }), now, out HandoffStep step);
        run.Note(new TurnEvent(TurnEventKind.LocaleChanged, step.Id, run.Context.State.Locale));
        run.Clock.Silence = [.. HandoffRun.Reminders(session.State)];
        return run.Finish(TurnResult.Accepted, match: null, answer: null);
    }

    private static Turn Cancel(Flow flow, GuidanceSession session, DateTimeOffset now)
    {
        TurnRun run = RunOf(flow, session, now, out HandoffStep step);
        run.Note(new TurnEvent(TurnEventKind.Commanded, step.Id, CommandNames.Of(SessionCommand.Cancel)));
        HandoffRun.Withdraw(run, step, HandoffRun.Cancelled);
        run.Close(step, SessionOutcome.Abandoned);
        return run.Finish(TurnResult.Accepted, match: null, answer: null, command: SessionCommand.Cancel);
    }

    private static TurnRun RunOf(Flow flow, GuidanceSession session, DateTimeOffset now, out HandoffStep step)
    {
        var run = new TurnRun(new EvaluationContext(flow, session.State, now) { Step = session.State.Step });
        step = (HandoffStep)run.Context.Flow.Nodes[session.State.Step];
        return run;
    }
}
