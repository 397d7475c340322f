using System.Collections.Immutable;
using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Engine;

/// <summary>Changes an earlier answer: goes back to its question, answers that anew, and then gives the later answers again as long as they fit.</summary>
internal sealed class CorrectionRun(Flow root, GuidanceSession session, CorrectionInput input, DateTimeOffset now)
{
    private const string By = "correction";

    // Where it goes on: what fails there may tell secrets that the session at hand no longer knows.
    private Func<EvaluationContext> _at = () => new EvaluationContext(root, session.State, now) { Step = session.State.Step };

    public Turn Run()
    {
        EvaluationContext before = _at();
        try
        {
            List<GivenAnswer> given = GoBack();
            return given.Count > 0 && given[^1] is { Value: not null } latest && latest.Ask.Id == input.Step
                ? Answer(given)
                : new Turn { Session = session, Result = TurnResult.Refused, Reason = WhyNot() };
        }
        catch (Exception exception) when (exception is TemplateRuntimeException or TurnFailure)
        {
            // What was changed is thrown away with the turn: the session is as it was.
            TurnError error = GuidanceEngine.ErrorOf(_at(), exception);
            return new Turn { Session = session, Result = TurnResult.Refused, Reason = TurnReason.Error, Error = error with { Details = [.. error.Details.Select(detail => Secrets.Hide(before, detail))] } };
        }
    }

    /// <summary>The answers from the latest one back to that of the question, or to the oldest.</summary>
    private List<GivenAnswer> GoBack()
    {
        var given = new List<GivenAnswer>();
        for (SessionState state = session.State; state.Undo.Count > 0;)
        {
            GivenAnswer latest = GivenAnswer.LatestOf(RunFrom(state));
            given.Add(latest);
            state = latest.Before;
            if (latest.Value is not null && latest.Ask.Id == input.Step)
            {
                break;
            }
        }

        return given;
    }

    private string WhyNot()
    {
        SessionState state = session.State;
        bool isAnswered = Frames.Path(root, state.Caller, state.Answers).Contains(input.Step, StringComparer.Ordinal);
        return !isAnswered ? TurnReason.NotAnswered : state.Undo.End == UndoEnd.Ticket ? TurnReason.Barrier : TurnReason.Bound;
    }

    private Turn Answer(List<GivenAnswer> given)
    {
        GivenAnswer corrected = given[^1];
        string text = AnswerText.Repair(input.Answer ?? string.Empty);
        AnswerMatch match = Match(corrected.Before, corrected.Ask, text);
        if (match.Kind != AnswerMatchKind.Matched)
        {
            string reason = match.Reason ?? (match.Kind == AnswerMatchKind.Ambiguous ? TurnReason.Ambiguous : TurnReason.NoMatch);
            return new Turn { Session = session, Result = TurnResult.Refused, Reason = reason, Candidates = match.Candidates };
        }

        List<GivenAnswer> later = [.. given.Take(given.Count - 1).Reverse()];
        var answer = new ResolvedAnswer(text, match.Value, By);
        return match.Value == corrected.Value
            ? Unchanged(corrected.Ask, later, answer)
            : Replay(corrected, match, later, answer);
    }

    /// <summary>The answer is the one that was given: nothing changes, and the question at hand is asked again.</summary>
    private Turn Unchanged(AskStep corrected, List<GivenAnswer> later, ResolvedAnswer answer)
    {
        TurnRun run = RunFrom(session.State);
        run.Note(new TurnEvent(TurnEventKind.Corrected, corrected.Id));
        run.Pose((AskStep)run.Context.Flow.Nodes[session.State.Step]);
        return run.Finish(TurnResult.Accepted, match: null, answer).With(new Correction(corrected.Id, IdsOf(later), default));
    }

    private Turn Replay(GivenAnswer corrected, AnswerMatch match, List<GivenAnswer> later, ResolvedAnswer answer)
    {
        var events = new List<TurnEvent> { new(TurnEventKind.Corrected, corrected.Ask.Id) };
        var kept = new List<GivenAnswer>();
        SessionState state = corrected.Before;
        AskStep ask = corrected.Ask;
        while (true)
        {
            // All of it is one turn.
            TurnRun run = RunFrom(state with { Turn = session.Turn });
            run.Answer(ask, match);
            Turn turn = run.Finish(TurnResult.Accepted, match, answer);
            events.AddRange(turn.Events);
            state = turn.Session.State;

            // Behind a ticket nothing is answered for the customer.
            if (turn.Session.Status == SessionStatus.Waiting && turn.Effects.IsEmpty && Next(state, later, kept) is { } next)
            {
                ask = (AskStep)turn.Session.Step!;
                match = Accept(state, ask, next.Value!.Value);
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
    private GivenAnswer? Next(SessionState state, List<GivenAnswer> later, List<GivenAnswer> kept)
    {
        string place = GivenAnswer.PlaceOf(root, state);
        return later.Find(answer => answer.Value is not null && answer.Place == place && !kept.Contains(answer, ReferenceEqualityComparer.Instance));
    }

    private AnswerMatch Match(SessionState state, AskStep ask, string text)
    {
        EvaluationContext context = ContextOf(state, ask, text);
        AnswerSpec spec = ask.Answers.In(context.Locale);
        return context.Check(ask, spec, AnswerMatcher.Match(spec, OptionOffer.Of(context, spec), text, context.Settings.Culture, now));
    }

    private AnswerMatch Accept(SessionState state, AskStep ask, Value value)
    {
        EvaluationContext context = ContextOf(state, ask, heard: null);
        AnswerSpec spec = ask.Answers.In(context.Locale);
        return context.Check(ask, spec, AnswerMatcher.Accept(spec, OptionOffer.Of(context, spec), value, By));
    }

    private TurnRun RunFrom(SessionState state)
    {
        var run = new TurnRun(new EvaluationContext(root, state, now) { Step = state.Step });
        _at = () => run.Context;
        return run;
    }

    private EvaluationContext ContextOf(SessionState state, AskStep ask, string? heard)
    {
        var context = new EvaluationContext(root, state, now) { Step = ask.Index, Heard = heard };
        _at = () => context;
        return context;
    }

    private static EquatableArray<string> IdsOf(IEnumerable<GivenAnswer> answers) => answers.Where(answer => answer.Value is not null).Select(answer => answer.Ask.Id).ToEquatableArray();
}
