using System.Collections.Frozen;

namespace GuidanceFlow.Answers;

/// <summary>The words around the options in an answer that names several, English and Chinese. None of them negates.</summary>
internal static class ChoicesWords
{
    /// <summary>Words that say nothing about which options are meant.</summary>
    private static readonly FrozenSet<string> Fillers = Set(
        "the a an my our please just only i we have has got ive weve want need id wed like take choose pick would it is its are there theres option options number numbers "
        + "thanks thank you yes ok okay well hmm um uh too also 我 们 家 里 有 要 想 选 是 的 了 吧 请 都 就 只 您 好");

    private static readonly FrozenSet<string> Separators = Set("and plus 和 与 跟 及 加 同");

    private static readonly FrozenSet<string> Alternatives = Set("or 或");

    /// <summary>Separators of several words.</summary>
    private static readonly string[][] LongSeparators = [["as", "well", "as"], ["and", "also"], ["以", "及"], ["还", "有"], ["加", "上"], ["并", "且"]];

    private static readonly string[][] LongAlternatives = [["或", "者"], ["还", "是"]];

    private static readonly string[][] LongFillers = [["as", "well"], ["一", "个"], ["一", "台"], ["一", "盏"]];

    private static readonly FrozenSet<string> All = Lines(
        "all|everything|all of them|all of these|all of those|all of it|all the above|all of the above|them all|every one|every one of them|every single one|全部|所有|全都|全|都|全部都|所有都|每个|每一个|每个都|以上全部|以上都是|以上所有");

    private static readonly FrozenSet<string> Both = Lines("both|both of them|both of these|两个|两个都|俩|俩都|两者|两者都");

    private static readonly FrozenSet<string> None = Lines(
        "none|none of them|none of these|none of those|none of the above|none at all|nothing|nothing at all|not any|not any of them|dont have any|dont have any of them|dont have any of these|dont want any|dont want any of them|dont need any|"
        + "没有|都没有|一个都没有|一个也没有|全都没有|没|都没|无|都不是|以上都不是|以上都没有|都不要|一个都不要|一个也不要|什么都没有|什么都不要");

    private static readonly FrozenSet<string> Neither = Lines("neither|neither of them|neither of these|两个都没有|两个都不要|两个都不是");

    private static readonly string[][] Exceptions = [["except", "for"], ["except"], ["apart", "from"], ["other", "than"], ["but"], ["excluding"], ["without"], ["minus"]];

    private static readonly string[] Rests = ["其他", "其它", "别的", "剩下", "其余"];
    private static readonly string[] Alls = ["全部都", "全部", "所有", "全都", "全", "都"];
    private static readonly FrozenSet<string> Tails = Lines("|要|有|选|是|要了|有了|可以|行");

    public static bool IsFiller(string word) => Fillers.Contains(word);

    /// <summary>How many words from a place on say nothing; 0 for none.</summary>
    public static int FillerAt(List<ChoiceToken> tokens, int at) => LengthAt(tokens, at, LongFillers) is > 0 and int length ? length : IsFiller(tokens[at].Text) ? 1 : 0;

    /// <summary>How many words from a place on set options apart; 0 for none.</summary>
    public static int SeparatorAt(List<ChoiceToken> tokens, int at) =>
        tokens[at].IsMark ? 1 : LengthAt(tokens, at, LongSeparators) is > 0 and int length ? length : Separators.Contains(tokens[at].Text) ? 1 : 0;

    /// <summary>How many words from a place on leave open which option is meant; 0 for none.</summary>
    public static int AlternativeAt(List<ChoiceToken> tokens, int at) => LengthAt(tokens, at, LongAlternatives) is > 0 and int length ? length : Alternatives.Contains(tokens[at].Text) ? 1 : 0;

    /// <summary>Whether the words mean all of so many options.</summary>
    public static bool MeanAll(ReadOnlySpan<ChoiceToken> tokens, int count) => Says(tokens, All) || (count == 2 && Says(tokens, Both));

    /// <summary>Whether the words mean none of so many options.</summary>
    public static bool MeanNone(ReadOnlySpan<ChoiceToken> tokens, int count) => Says(tokens, None) || (count == 2 && Says(tokens, Neither));

    /// <summary>How many words from a place on take something out of what stands before; 0 for none.</summary>
    public static int ExceptionAt(List<ChoiceToken> tokens, int at) => LengthAt(tokens, at, Exceptions);

    /// <summary>Whether the words end 除了…: 都要, 其他的都有, 以外全部.</summary>
    public static bool EndException(ReadOnlySpan<ChoiceToken> tokens)
    {
        string text = ChoiceTokens.Join(tokens);
        text = text.StartsWith("以外", StringComparison.Ordinal) || text.StartsWith("之外", StringComparison.Ordinal) ? text[2..] : text.StartsWith('外') ? text[1..] : text;
        text = text.StartsWith('我') ? text[1..] : text;
        if (Array.Find(Rests, rest => text.StartsWith(rest, StringComparison.Ordinal)) is { } others)
        {
            text = text[others.Length..];
            text = text.StartsWith('的') ? text[1..] : text;
        }

        text = text.StartsWith('我') ? text[1..] : text;
        return Array.Find(Alls, all => text.StartsWith(all, StringComparison.Ordinal)) is { } every && Tails.Contains(text[every.Length..]);
    }

    /// <summary>Whether the words, apart from fillers around them, are one of the phrases. As they stand they come first: fillers may be part of a phrase.</summary>
    private static bool Says(ReadOnlySpan<ChoiceToken> tokens, FrozenSet<string> phrases)
    {
        for (int start = 0; start < tokens.Length && (start == 0 || IsFiller(tokens[start - 1].Text)); start++)
        {
            for (int end = tokens.Length; end > start && (end == tokens.Length || IsFiller(tokens[end].Text)); end--)
            {
                if (phrases.Contains(ChoiceTokens.Join(tokens[start..end])))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int LengthAt(List<ChoiceToken> tokens, int at, string[][] phrases)
    {
        foreach (string[] phrase in phrases)
        {
            int i = 0;
            while (i < phrase.Length && at + i < tokens.Count && tokens[at + i].Text == phrase[i])
            {
                i++;
            }

            if (i == phrase.Length)
            {
                return i;
            }
        }

        return 0;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenSet<string> Lines(string phrases) => phrases.Split('|').ToFrozenSet(StringComparer.Ordinal);
}
