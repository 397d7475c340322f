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
        "是", "是的", "对", "对的", "好", "好的", "可以", "有", "有的", "能", "行", "嗯", "没问题", "当然",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> No = new[]
    {
        "no", "n", "nope", "nah", "not", "never", "false", "wrong", "incorrect", "no thanks", "no thank you", "not yet", "not really", "not at all", "no not yet", "no not really", "of course not", "certainly not", "absolutely not", "no way", "not now",
        "no i do not", "no i dont", "no i am not", "no im not", "no i did not", "no i didnt", "no i have not", "no i havent", "no i cannot", "no i cant", "no it is not", "no it isnt", "no its not", "no it does not", "no it doesnt",
        "no it did not", "no it didnt", "no they are not", "no they arent", "no they dont", "no there is not", "no there isnt", "i do not", "i dont", "i am not", "im not", "i did not", "i didnt", "i cannot", "i cant", "i have not", "i havent",
        "it is not", "it isnt", "its not", "it does not", "it doesnt", "it did not", "it didnt", "it does not work", "it doesnt work", "it did not work", "it didnt work", "does not work", "doesnt work", "still not", "still not working", "still does not work", "still doesnt work",
        "not working", "they do not", "they dont", "they are not", "they arent", "that did not work", "that didnt work", "that did not help", "that didnt help", "nothing", "none",
        "不", "不是", "不对", "不行", "不可以", "没", "没有", "不能", "不好", "还没", "还没有", "否",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static AnswerMatch Match(string normalized)
    {
        if (Yes.Contains(normalized))
        {
            return AnswerMatch.Matched(Value.True, "exact");
        }

        return No.Contains(normalized) ? AnswerMatch.Matched(Value.False, "exact") : AnswerMatch.None;
    }
}
