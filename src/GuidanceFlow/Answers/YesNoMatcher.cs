using System.Collections.Frozen;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Answers;

/// <summary>
/// Reads yes and no. Only whole utterances count: a "no" or "yes" somewhere in a sentence may mean the opposite
/// ("not really", "I know it does"), and asking again is better than guessing wrong.
/// </summary>
internal static class YesNoMatcher
{
    private static readonly FrozenSet<string> Yes = new[]
    {
        "yes", "y", "yeah", "yep", "yup", "ya", "aye", "sure", "of course", "certainly", "absolutely", "definitely", "ok", "okay", "right", "correct",
        "true", "exactly", "indeed", "yes please", "yes thanks", "yes thank you", "yes of course", "yes sure", "yes i do", "yes i am", "yes i did", "yes i have", "yes i can",
        "yes it is", "yes it does", "yes it did", "yes it has", "yes it works", "yes that works", "yes they are", "yes they do", "yes there is", "yes done", "i do", "i did", "i have", "i can", "i am", "it is", "it does", "it did",
        "it works", "it worked", "it works now", "works", "works now", "that worked", "that works", "that helped", "they do", "they are", "done", "all done", "y e s",
        "是", "是的", "是啊", "是呀", "是这样", "是这样的", "对", "对的", "对啊", "对呀", "没错", "没毛病", "正确", "好", "好的", "好啊", "可以", "可以的", "有", "有的", "有啊", "都有", "能", "能的", "会", "行", "行的", "嗯", "嗯嗯", "嗯对", "要", "要的", "要啊", "需要", "需要的", "想要", "好了", "可以了", "能用了", "没问题", "当然", "有反应",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> No = new[]
    {
        "no", "n", "nope", "nah", "not", "never", "false", "wrong", "incorrect", "no thanks", "no thank you", "not yet", "not really", "not at all", "no not yet", "no not really", "of course not", "certainly not", "absolutely not", "no way", "not now",
        "no i do not", "no i dont", "no i am not", "no im not", "no i did not", "no i didnt", "no i have not", "no i havent", "no i cannot", "no i cant", "no it is not", "no it isnt", "no its not", "no it does not", "no it doesnt",
        "no it did not", "no it didnt", "no they are not", "no they arent", "no they dont", "no there is not", "no there isnt", "i do not", "i dont", "i am not", "im not", "i did not", "i didnt", "i cannot", "i cant", "i have not", "i havent",
        "it is not", "it isnt", "its not", "it does not", "it doesnt", "it did not", "it didnt", "it does not work", "it doesnt work", "it did not work", "it didnt work", "does not work", "doesnt work", "still not", "still not working", "still does not work", "still doesnt work",
        "not working", "they do not", "they dont", "they are not", "they arent", "that did not work", "that didnt work", "that did not help", "that didnt help", "nothing", "none",
        "不", "不是", "不是的", "不对", "不太对", "错了", "不行", "不可以", "没", "没有", "没有啊", "都没有", "不都有", "不能", "不会", "不好", "不要", "不要了", "不用", "不用了", "不需要", "不需要了", "不了", "不想要", "还没", "还没有", "还不行", "还是不行", "否", "不太行", "不全是", "不完全是", "不是很", "不正确", "没反应", "没有反应",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether there are built-in words in a language.</summary>
    public static bool Knows(string locale) => locale.Split('-')[0].ToUpperInvariant() is "EN" or "ZH";

    /// <summary>Whether a normalised utterance says yes, to a question that has no words of its own.</summary>
    public static bool IsYes(string given) => Yes.Contains(WithoutThanks(given));

    /// <summary>Reads an answer. The question's own words come first: to "any problem?", 没问题 means no.</summary>
    public static AnswerMatch Match(YesNoSpec question, string given)
    {
        string plain = WithoutThanks(given);
        if (IsIn(question.Yes, given, plain))
        {
            return AnswerMatch.Matched(Value.True, AnswerMatch.Exact);
        }

        if (IsIn(question.No, given, plain))
        {
            return AnswerMatch.Matched(Value.False, AnswerMatch.Exact);
        }

        return Yes.Contains(plain) ? AnswerMatch.Matched(Value.True, AnswerMatch.Exact)
            : No.Contains(plain) ? AnswerMatch.Matched(Value.False, AnswerMatch.Exact)
            : AnswerMatch.None;
    }

    private static bool IsIn(string[] words, string given, string plain) =>
        words.Length > 0 && (words.Contains(given, StringComparer.Ordinal) || words.Contains(plain, StringComparer.Ordinal));

    /// <summary>The utterance without the thanks behind it, in Chinese, where no space tells words apart.</summary>
    private static string WithoutThanks(string text)
    {
        foreach (string thanks in (ReadOnlySpan<string>)["谢谢您", "谢谢你", "谢谢"])
        {
            if (text.Length > thanks.Length && text.EndsWith(thanks, StringComparison.Ordinal))
            {
                return text[..^thanks.Length].Replace(" ", string.Empty, StringComparison.Ordinal);
            }
        }

        return text.Length is > 1 and < 8 && AnswerText.IsUnspaced(text[0]) ? text.Replace(" ", string.Empty, StringComparison.Ordinal) : text;
    }
}
