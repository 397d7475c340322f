using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Prompts;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>Restates answers, and reads whether they are right.</summary>
internal static class Confirming
{
    /// <summary>What is understood while the customer is asked whether an answer is right.</summary>
    public static YesNoSpec Spec { get; } = new([], []);

    /// <summary>What the customer is asked: the question, or whether the answer at hand is right.</summary>
    public static Message Question(EvaluationContext context, AskStep ask) => context.Confirming is { IsPending: true } pending
        ? Render(context, ask, pending.Answer, MessageKind.Ask)
        : PromptRenderer.Render(context, ask.Prompt.In(context.Locale), MessageKind.Ask);

    /// <summary>The restated answer as a message.</summary>
    public static Message Render(EvaluationContext context, AskStep ask, Value answer, MessageKind kind)
    {
        context.Candidate = (ask.Index, answer);
        string text = PromptRenderer.Render(context, ask.Confirm.In(context.Locale)!);
        context.Candidate = null;
        return new Message(ask.Id, kind, text, default);
    }

    /// <summary>Whether an input says that the answer at hand is right; null when it says something else.</summary>
    public static bool? Read(EvaluationContext context, SessionInput input, string text, DateTimeOffset now)
    {
        if (context.Confirming is not { IsPending: true } || input is not AnswerInput given)
        {
            return null;
        }

        AnswerMatch match = given.Interpretation is { } interpretation
            ? AnswerMatcher.Accept(Spec, [], interpretation)
            : AnswerMatcher.Match(Spec, [], text, context.Flow.CultureOf(context.State.Locale), now);
        return match.Kind == AnswerMatchKind.Matched && match.Value.TryGetBoolean(out bool isRight) ? isRight : null;
    }
}
