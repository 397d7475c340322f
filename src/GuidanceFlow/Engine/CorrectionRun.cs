using System.Collections.Immutable;
using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Engine;

/// <summary>Changes an earlier answer: goes back to its question, answers that anew, and then gives the later answers again as long as they fit.</summary>
internal static class CorrectionRun
{
    private const string By = "correction";

    public static Turn Run(Flow root, GuidanceSession session, CorrectionInput input, DateTimeOffset now)
    {
        try
        {
            List<GivenAnswer> given = GoBack(root, session.State, input.Step, now);
            return given.Count > 0 && given[^1].Ask.Id == input.Step
                ? Answer(root, session, input, given, now)
                : new Turn { Session = session, Result = TurnResult.Refused, Reason = WhyNot(root, session.State, input.Step) };
        }
        catch (Exception exception) when (exception is TemplateRuntimeException or TurnFailure)
        {
            // What was changed is thrown away with the turn: the session is as it was.
            return new Turn { Session = session, Result = TurnResult.Refused, Reason = TurnReason.Error, Error = ErrorOf(root, session, input.Step, exception, now) };
        }
    }

    // What failed may tell what an earlier question kept secret.
    private static TurnError ErrorOf(Flow root, GuidanceSession session, string step, Exception exception, DateTimeOffset now) =>
        new(step, [Secrets.Hide(new EvaluationContext(root, session.State, now) { Step = session.State.Step }, exception is TemplateRuntimeException failed ? failed.Diagnostic.ToString() : exception.Message)]);

    /// <summary>The answers from the latest one back to that of the question, or to the oldest.</summary>
    private static List<GivenAnswer> GoBack(Flow root, SessionState state, string step, DateTimeOffset now)
    {
        var given = new List<GivenAnswer>();
        while (GivenAnswer.LatestOf(root, state, now) is { } latest)
        {
            given.Add(latest);
            state = latest.Before;
            if (latest.Value is not null && latest.Ask.Id == step)
            {
                break;
            }
        }

        return given;
    }

    private static string WhyNot(Flow root, SessionState state, string step)
    {
        bool isAnswered = Frames.Path(root, state.Caller, state.Answers).Contains(step, StringComparer.Ordinal);
        return !isAnswered ? TurnReason.NotAnswered : state.Undo.End == UndoEnd.Ticket ? TurnReason.Barrier : TurnReason.Bound;
    }

    private static Turn Answer(Flow root, GuidanceSession session, CorrectionInput input, List<GivenAnswer> given, DateTimeOffset now)
    {
        GivenAnswer corrected = given[^1];
        string text = AnswerText.Repair(input.Answer ?? string.Empty);
        AnswerMatch match = Match(root, corrected.Before, corrected.Ask, text, now);
        if (match.Kind != AnswerMatchKind.Matched)
        {
            string reason = match.Reason ?? (match.Kind == AnswerMatchKind.Ambiguous ? TurnReason.Ambiguous : TurnReason.NoMatch);
            return new Turn { Session = session, Result = TurnResult.Refused, Reason = reason, Candidates = match.Candidates };
        }

        List<GivenAnswer> later = [.. given.Take(given.Count - 1).Reverse()];
        var answer = new ResolvedAnswer(text, match.Value, By);
        return match.Value == corrected.Value
            ? Unchanged(root, session, corrected.Ask, later, answer, now)
            : Replay(root, session, corrected, match, later, answer, now);
    }

    /// <summary>The answer is the one that was given: nothing changes, and the question at hand is asked again.</summary>
    private static Turn Unchanged(Flow root, GuidanceSession session, AskStep corrected, List<GivenAnswer> later, ResolvedAnswer answer, DateTimeOffset now)
    {
        var run = new TurnRun(new EvaluationContext(root, session.State, now) { Step = session.State.Step });
        run.Note(new TurnEvent(TurnEventKind.Corrected, corrected.Id));
        run.Pose((AskStep)run.Context.Flow.Nodes[session.State.Step]);
        return run.Finish(TurnResult.Accepted, match: null, answer).With(new Correction(corrected.Id, IdsOf(later), default));
    }

    private static Turn Replay(Flow root, GuidanceSession session, GivenAnswer corrected, AnswerMatch match, List<GivenAnswer> later, ResolvedAnswer answer, DateTimeOffset now)
    {
        var events = new List<TurnEvent> { new(TurnEventKind.Corrected, corrected.Ask.Id) };
        var kept = new List<GivenAnswer>();
        SessionState state = corrected.Before;
        AskStep ask = corrected.Ask;
        while (true)
        {
            // All of it is one turn.
            var run = new TurnRun(new EvaluationContext(root, state with { Turn = session.Turn }, now) { Step = state.Step });
            run.Answer(ask, match);
            Turn turn = run.Finish(TurnResult.Accepted, match, answer);
            events.AddRange(turn.Events);
            state = turn.Session.State;

            // Behind a ticket nothing is answered for the customer.
            if (turn.Session.Status == SessionStatus.Waiting && turn.Effects.IsEmpty && Next(root, state, later, kept) is { } next)
            {
                ask = (AskStep)turn.Session.Step!;
                match = Accept(root, state, ask, next.Value!.Value, now);
                if (match.Kind == AnswerMatchKind.Matched)
                {
                    kept.Add(next);
                    continue;
                }
            }

            // What was said on the way is known already; what came of the last answer is not.
            var correction = new Correction(corrected.Ask.Id, IdsOf(kept), IdsOf(later.Except(kept, ReferenceEqualityComparer.Instance).Cast<GivenAnswer>()));
            return turn.With(correction, [.. events]);
        }
    }

    /// <summary>The answer that was given to the question at hand; null when there was none.</summary>
    private static GivenAnswer? Next(Flow root, SessionState state, List<GivenAnswer> later, List<GivenAnswer> kept)
    {
        string place = GivenAnswer.PlaceOf(root, state);
        return later.Find(answer => answer.Value is not null && answer.Place == place && !kept.Contains(answer, ReferenceEqualityComparer.Instance));
    }

    private static AnswerMatch Match(Flow root, SessionState state, AskStep ask, string text, DateTimeOffset now)
    {
        var context = new EvaluationContext(root, state, now) { Step = ask.Index, Heard = text };
        AnswerSpec spec = ask.Answers.In(context.Locale);
        return context.Check(ask, spec, AnswerMatcher.Match(spec, OptionOffer.Of(context, spec), text, context.Settings.Culture, now));
    }

    private static AnswerMatch Accept(Flow root, SessionState state, AskStep ask, Value value, DateTimeOffset now)
    {
        var context = new EvaluationContext(root, state, now) { Step = ask.Index };
        AnswerSpec spec = ask.Answers.In(context.Locale);
        return context.Check(ask, spec, AnswerMatcher.Accept(spec, OptionOffer.Of(context, spec), value, By));
    }

    private static EquatableArray<string> IdsOf(IEnumerable<GivenAnswer> answers) => answers.Where(answer => answer.Value is not null).Select(answer => answer.Ask.Id).ToEquatableArray();
}
