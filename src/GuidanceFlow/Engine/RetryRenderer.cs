using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Prompts;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>Makes what is said to an answer that was not understood or does not fit.</summary>
internal static class RetryRenderer
{
    /// <param name="context">The turn.</param>
    /// <param name="ask">The question.</param>
    /// <param name="match">What was made of the answer.</param>
    /// <param name="attempts">How many answers of this visit were not understood, this one included.</param>
    public static Message Render(EvaluationContext context, AskStep ask, AnswerMatch match, int attempts)
    {
        if (match.Reason is TurnReason.Pattern or TurnReason.Check && ask.Answers.In(context.Locale).Message is { } message)
        {
            context.Candidate = (ask.Index, match.Value);
            Message said = Retry(context, ask, message);
            context.Candidate = null;
            return said;
        }

        Template[] texts = match.Kind == AnswerMatchKind.Invalid && ask.InvalidRetries.In(context.Locale) is { Length: > 0 } own ? own : ask.Retries.In(context.Locale);
        return texts.Length == 0
            ? PromptRenderer.Render(context, ask.Prompt.In(context.Locale), MessageKind.Retry)
            : Retry(context, ask, texts[Math.Min(attempts, texts.Length) - 1]);
    }

    private static Message Retry(EvaluationContext context, AskStep ask, Template text) => new(ask.Id, MessageKind.Retry, PromptRenderer.Render(context, text), default);
}
