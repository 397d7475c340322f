using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>Notices that a customer is upset, says the word that comes first then, and leads on to somebody who helps. The session's own flow decides about it, in all flows it runs.</summary>
internal static class UpsetRun
{
    public const string Unmatched = "unmatched";

    /// <summary>What shows that the customer is upset, in a flow that wants to know; null for nothing.</summary>
    public static string? Hear(EvaluationContext context, AskStep ask, AnswerMatch match, string text, bool isUnderstood)
    {
        // An option that is just what was said, or a plain yes, is an answer and no outburst, whatever words are in it.
        bool isPlain = isUnderstood && match.By == AnswerMatch.Exact && ask.Answer is (OptionsSpec or YesNoSpec);
        if (isPlain)
        {
            return null;
        }

        return UpsetSigns.In(text, context.Root.Parts.Upset!.Words.In(context.Root.LocaleIndex(context.State.Locale)), isUnderstood)
            ?? (match.Kind is AnswerMatchKind.NoMatch or AnswerMatchKind.Ambiguous && context.Unrecognised.Length > 0 ? Unmatched : null);
    }

    /// <summary>The turn in a session whose customer showed it once more.</summary>
    public static EvaluationContext Count(Flow flow, EvaluationContext context, DateTimeOffset now) =>
        new(flow, context.State with { Upset = context.State.Upset + 1 }, now) { Step = context.Step, Heard = context.Heard };

    /// <summary>Says the word that comes first; gives whether it is time for somebody else.</summary>
    public static bool Begin(TurnRun run, AskStep ask, string sign)
    {
        CompiledUpset upset = run.Context.Root.Parts.Upset!;
        int count = run.Context.State.Upset;
        run.Note(new TurnEvent(TurnEventKind.Upset, ask.Id, sign));
        Template[] texts = upset.Texts.In(run.Context.Root.LocaleIndex(run.Context.State.Locale));

        // Who is only not understood need not be told that they are upset; the retries have words for that.
        if (sign != Unmatched && count <= texts.Length)
        {
            run.Notify(ask, PromptRenderer.Render(FlowRun.InOwnFlow(run.Context), texts[count - 1]));
        }

        return upset.Goto != Target.None && count == upset.After;
    }

    /// <summary>Leads to the step for upset customers, out of all flows that are run.</summary>
    /// <param name="run">The turn.</param>
    /// <param name="ask">The question.</param>
    /// <param name="answer">The answer, where it was understood, which is kept; null for none.</param>
    public static void LeadOn(TurnRun run, AskStep ask, AnswerMatch? answer = null)
    {
        FallbackRun.NoteFallback(run, ask, FallbackReason.Upset);
        if (answer is not null)
        {
            run.Context.Keep(ask, answer.Value);
        }

        FlowRun.LeaveAll(run);
        run.Go(run.Context.Root.Parts.Upset!.Goto);
    }
}
