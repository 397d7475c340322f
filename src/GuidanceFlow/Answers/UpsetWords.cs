namespace GuidanceFlow.Answers;

/// <summary>Words and phrases by which customers show that they are upset, normalised. They say it of themselves, of the service or of the time it takes; what may as well describe a fault ("the screen is terrible") is not among them where it stands alone.</summary>
internal static class UpsetWords
{
    private static readonly string[] English =
    [
        "ridiculous", "unacceptable", "outrageous", "disgusting", "pathetic", "useless bot", "you are useless", "youre useless", "this is useless", "completely useless", "utterly useless",
        "fed up", "sick of this", "sick of it", "sick and tired", "tired of this", "had enough", "had it with", "enough is enough", "waste of time", "waste of my time", "wasting my time", "wasted my time", "what a joke", "this is a joke", "are you kidding", "you must be kidding",
        "i am angry", "im angry", "so angry", "very angry", "really angry", "furious", "i am annoyed", "im annoyed", "so annoyed", "so annoying", "this is annoying", "really annoying", "very annoying", "pissed off", "i am upset", "im upset", "frustrated", "frustrating", "driving me crazy", "driving me mad", "losing my patience", "lost my patience", "running out of patience",
        "worst service", "terrible service", "awful service", "bad service", "poor service", "never buying", "never buy from you again", "ripped off", "what a rip off", "this is a rip off", "this is a scam", "i want to complain", "make a complaint", "file a complaint", "i hate this", "i hate you", "stupid bot", "stupid machine", "stupid thing", "this is stupid", "you are stupid", "idiot", "idiots", "moron", "morons", "shut up", "for heavens sake", "for gods sake", 
        "what the hell", "what the heck", "bloody hell", "go to hell", "wtf", "damn", "damned", "damn it", "dammit", "goddamn", "crap", "bullshit", "shit", "fuck", "fucking", "fucked", "fuck off",
    ];

    private static readonly string[] Chinese =
    [
        "气死", "很生气", "真生气", "太生气", "好生气", "火大", "恼火", "烦死", "烦人", "真烦", "太烦", "好烦", "烦透", "受够", "受不了了", "真受不了", "忍无可忍", "忍不了", "我要崩溃", "我快崩溃", "让人崩溃", "抓狂", "没耐心", "不耐烦", "太无语", "真无语", "很无语", "无语了", "真服了", "我服了", "服了你",
        "太离谱", "真离谱", "太过分", "太差", "太烂", "真烂", "太垃圾", "真垃圾", "垃圾客服", "垃圾公司", "垃圾服务", "什么破", "破玩意", "什么玩意", "什么鬼", "你们搞什么", "搞什么鬼", "搞什么名堂", "搞毛", "差劲", "糟透", "糟糕透", "恶心",
        "浪费时间", "浪费我时间", "浪费我的时间", "耍我", "玩我呢", "骗子", "骗人", "坑人", "坑我", "太坑", "我要投诉", "要投诉", "投诉你", "你有病", "你们有病", "脑残", "真智障", "太智障", "你们智障", "白痴", "太蠢", "真蠢", "笨死", "废物", "傻逼", "你傻", "闭嘴", "滚蛋", "滚开", "给我滚",
        "说了多少遍", "说多少遍", "说了几遍", "说了好几遍", "问了几遍", "到底行不行", "到底会不会", "到底能不能", "再也不买", "再也不来", "他妈", "妈的", "tmd", "尼玛", "卧槽",
    ];

    /// <summary>The words of a language; none for one the library does not know.</summary>
    /// <param name="locale">A language tag such as <c>zh-CN</c>.</param>
    public static string[] In(string locale) => locale.Split('-')[0] switch
    {
        "en" => English,
        "zh" => Chinese,
        _ => [],
    };
}
