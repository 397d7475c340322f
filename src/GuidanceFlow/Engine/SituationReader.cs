using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Engine;

/// <summary>Works out a <see cref="Situation"/>.</summary>
internal static class SituationReader
{
    public static Situation Read(Flow flow, GuidanceSession session, DateTimeOffset now)
    {
        SessionState state = session.State;
        FlowStep? step = session.Step;
        Message? question = null;
        Expectation? expects = null;
        if (state.Status == SessionStatus.Waiting && step is AskStep ask)
        {
            var context = new EvaluationContext(flow, state, now) { Step = state.Step };
            question = TryRender(context, ask);
            expects = Expect(context, ask);
        }

        return new Situation(state.Status, state.Turn, Frames.StageOf(flow, state), step, question, expects, state.Outcome);
    }

    /// <summary>What the session's question understands; null when it does not wait.</summary>
    public static Expectation? ReadExpectation(GuidanceSession session, DateTimeOffset now) =>
        session.Status == SessionStatus.Waiting && session.Step is AskStep ask
            ? Expect(new EvaluationContext(session.Flow, session.State, now) { Step = ask.Index }, ask)
            : null;

    private static Message? TryRender(EvaluationContext context, AskStep ask)
    {
        try
        {
            return Confirming.Question(context, ask);
        }
        catch (TemplateRuntimeException)
        {
            // A query has no turn to fall back in; the answer will.
            return null;
        }
    }

    private static Expectation Expect(EvaluationContext context, AskStep ask)
    {
        AnswerSpec answer = context.Confirming is { IsPending: true } ? Confirming.Spec : ask.Answers.In(context.Locale);
        NumberAnswerDefinition? number = (answer as NumberSpec)?.Definition;
        EquatableArray<ExpectedOption> options = default;
        try
        {
            options = OptionOffer.Of(context, answer).Select(offered => new ExpectedOption(offered.Option.Value, Secrets.Hide(context, offered.Label, offered.Option.Label))).ToEquatableArray();
        }
        catch (TemplateRuntimeException)
        {
            // As above.
        }

        (double? least, double? greatest) = answer switch
        {
            RatingSpec rating => (rating.From, rating.Scale),
            ChoicesSpec choices => (choices.Min, choices.Max),
            AttachmentSpec { Definition: var attachment } => (attachment.Min, attachment.Max),
            _ => (number?.Min, number?.Max),
        };
        bool takesNothing = ask.Place.Definition is WaitStepDefinition { TakesAnswers: false };
        return new Expectation(takesNothing ? Expectation.Nothing : answer.Type, options, least, greatest, number?.Unit, ask.Wait is null ? ask.Attempts - context.Unrecognised.Length : 0)
        {
            Sensitive = ask.IsSensitive,
            Kinds = answer is AttachmentSpec { Definition.Kinds: { IsEmpty: false } kinds } ? kinds.Select(kind => Definitions.Reading.AnswerReader.AttachmentKinds.Of(kind) ?? string.Empty).ToEquatableArray() : default,
            Until = ask.Wait is null ? null : TurnClock.DueOf(context.State, SessionTimer.Wait),
            Signal = ask.Wait?.Signal,
            MaxSize = (answer as AttachmentSpec)?.MaxBytes,
        };
    }
}
