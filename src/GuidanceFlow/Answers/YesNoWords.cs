using System.Collections.Frozen;

namespace GuidanceFlow.Answers;

/// <summary>The whole utterances that say yes or no, normalised, in English and Chinese.</summary>
internal static class YesNoWords
{
    private static readonly FrozenSet<string> Yes = new[]
    {
        "yes", "y", "yess", "yeah", "yea", "yep", "yup", "ya", "aye", "sure", "sure thing", "of course", "certainly", "absolutely", "definitely", "totally", "ok", "okay", "right", "correct", "affirmative",
        "true", "exactly", "indeed", "for sure", "you bet", "very much so", "yes please", "yes thanks", "yes thank you", "yes of course", "yes sure", "yes indeed", "oh yes", "oh yeah", "hell yes", "hell yeah", "why yes",
        "i think so", "i believe so", "im afraid so", "as far as i know yes", "as far as i can tell yes", "thats right", "that is right", "thats correct", "that is correct", "thats true", "that is true",
        "yes i do", "yes i am", "yes i did", "yes i have", "yes i can", "yes it is", "yes it does", "yes it did", "yes it has", "yes it works", "yes that works", "yes they are", "yes they do", "yes there is", "yes done", "yes please do", "please do", "i do", "i did", "i have", "i can", "i am", "it is", "it does", "it did", "it works", "it worked", "it works now", "they do", "they are",
        "works", "works now", "that worked", "that works", "that helped", "done", "all done", "y e s",
        "是", "是的", "是啊", "是呀", "是这样", "是这样的", "就是", "就是的", "对", "对的", "对啊", "对呀", "没错", "没毛病", "正确", "好", "好的", "好啊", "好吧", "可以", "可以的", "有", "有的", "有啊", "都有", "都是", "能", "能的", "会", "会的", "行", "行的", "行吧", "嗯", "嗯嗯", "嗯对", "要", "要的", "要啊",
        "需要", "需要的", "想要", "好了", "可以了", "行了", "有了", "能用了", "没问题", "当然", "当然了", "当然是", "当然有", "当然可以", "当然要", "有反应", "确实", "确实是", "确实如此", "的确", "的确是", "肯定", "肯定的", "必须的",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> No = new[]
    {
        "no", "n", "noo", "nope", "nah", "not", "never", "false", "wrong", "incorrect", "negative", "no thanks", "no thank you", "not yet", "not really", "not at all", "no not yet", "no not really", "of course not", "certainly not", "absolutely not", "definitely not", "no way", "not now",
        "hell no", "heck no", "afraid not", "im afraid not", "i think not", "i dont think so", "i do not think so", "dont think so", "i dont believe so", "i do not believe so", "not anymore", "not any more", "not any longer", "not quite", "not exactly", "not entirely", "not completely", "not so far", "not even close",
        "not a bit", "not in the least", "not that i know of", "not that i know", "not that i can see", "not that im aware of", "not as far as i know", "not as far as i can tell", "as far as i know no", "as far as i can tell no", "not correct", "not right", "not true", "not the case", "thats wrong", "that is wrong", "no sir",
        "no i do not", "no i dont", "no i am not", "no im not", "no i did not", "no i didnt", "no i have not", "no i havent", "no i cannot", "no i cant", "no it is not", "no it isnt", "no its not", "no it does not", "no it doesnt",
        "no it did not", "no it didnt", "no they are not", "no they arent", "no they dont", "no there is not", "no there isnt", "please dont",
        "i do not", "i dont", "i am not", "im not", "i did not", "i didnt", "i cannot", "i cant", "i have not", "i havent", "it is not", "it isnt", "its not", "it does not", "it doesnt", "it did not", "it didnt", "it does not work", "it doesnt work",
        "it did not work", "it didnt work", "does not work", "doesnt work", "still does not work", "still doesnt work", "they do not", "they dont", "they are not", "they arent", "that did not work", "that didnt work", "that did not help", "that didnt help", "still not", "still not working", "not working", "nothing", "none", "none at all", "nothing at all",
        "不", "不是", "不是的", "不是这样", "不是这样的", "不对", "不太对", "错了", "不行", "不可以", "没", "没有", "没有啊", "没有了", "都没有", "都不是", "都不行", "不都有", "不都是", "不能", "不会", "不好", "不要", "不要了", "不用", "不用了", "不需要", "不需要了", "不了", "不想要", "不想", "没呢", "还没", "还没有", "还没好", "还不行", "还是不行", "还是没有", "否",
        "不太行", "不怎么行", "不全是", "不完全是", "不是很", "不正确", "没反应", "没有反应", "没用", "当然不", "当然不是", "当然没有", "绝对不", "绝对不是", "肯定不", "肯定不是", "也没有", "也不是", "也不行",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What an utterance says; null for one that is not among them.</summary>
    public static bool? Find(string normalized) => Yes.Contains(normalized) ? true : No.Contains(normalized) ? false : null;
}
