using System.Buffers;
using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Prompts;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>Restates answers, and reads whether they are right.</summary>
internal static class Confirming
{
    private static readonly string[] Denials = ["nope", "nah", "not", "no", "不是", "不对", "不", "错了"];

    private static readonly string[] Openings = [.. Denials, "yes", "yeah", "yep", "ok", "okay", "是的", "对的", "是", "对", "好的", "好"];

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",.;:!，。；：！");

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

    /// <summary>What stands behind the word with which an answer begins, if that is a yes or a no; null for nothing. Behind "not 30" it is the next clause.</summary>
    public static string? Behind(string text)
    {
        string start = text.TrimStart();
        if (Array.Find(Openings, word => Begins(start, word)) is not { } opening)
        {
            return null;
        }

        int end = opening is "not" ? start.AsSpan().IndexOfAny(ClauseEnds) : opening.Length - 1;
        string rest = end < 0 ? string.Empty : start[(end + 1)..].TrimStart(' ', ',', '.', ';', ':', '!', '，', '。', '；', '：', '！', '、');
        return rest.Length == 0 ? null : rest;
    }

    /// <summary>Whether an answer begins with a no.</summary>
    public static bool Denies(string text) => Array.Exists(Denials, word => Begins(text.TrimStart(), word));

    /// <summary>Whether a text begins with a word; Chinese ones need no end.</summary>
    private static bool Begins(string text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && (text.Length == word.Length || AnswerText.IsUnspaced(word[^1]) || !char.IsLetterOrDigit(text[word.Length]));

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
