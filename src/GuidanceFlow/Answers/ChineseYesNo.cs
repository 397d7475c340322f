using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace GuidanceFlow.Answers;

/// <summary>
/// Reads yes and no in short Chinese clauses: 没有，还是不行; 嗯，现在可以了; 我确实没有. A question such as 是不是 or 有没有 is none, and what is not understood may only
/// stand behind a plain yes or no, and only where nothing in it takes that back.
/// </summary>
internal static partial class ChineseYesNo
{
    /// <summary>The most signs behind a yes or no; a longer story may end otherwise than it began.</summary>
    private const int MostSigns = 16;

    /// <summary>What a clause that is not understood may follow.</summary>
    private static readonly FrozenSet<string> Leads = new[]
    {
        "是", "是的", "是啊", "是呀", "对", "对的", "对啊", "对呀", "没错", "有", "有的", "可以", "可以的", "能",
        "不", "不是", "不是的", "不对", "没", "没有", "还没", "还没有", "不行", "不能", "不用", "不用了", "不要", "不要了", "不需要",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What takes a yes or no back, makes it depend on something, or asks for something else.</summary>
    private static readonly string[] Doubts =
    [
        "但", "不过", "只是", "只有", "可是", "然而", "除了", "除非", "有时", "偶尔", "好像", "似乎", "可能", "也许", "大概", "应该", "或许", "估计", "不一定", "确定", "知道", "清楚", "明白", "吗", "么", "呢", "吧", "还是", "或者", "如果", "要是", "的话", "等一下", "等等", "看错", "说错", "搞错", "弄错",
        "差不多", "基本", "部分", "一半", "有些", "有的", "几乎", "其实", "怎", "哪", "谁", "帮", "人工", "客服", "返回", "取消", "重新", "重复", "再说", "是的", "对的",
    ];

    /// <summary>Reads an answer in clauses.</summary>
    /// <param name="clauses">The clauses between the punctuation marks, normalised.</param>
    /// <param name="known">What a whole utterance says; null for one that is not known.</param>
    public static bool? Read(IEnumerable<string> clauses, Func<string, bool?> known)
    {
        // People set clauses apart by spaces, too.
        string[] said = [.. clauses.SelectMany(clause => clause.Split(' ')).Select(clause => Plain(clause, known)).Where(clause => clause.Length > 0)];
        while (said.Length > 1 && (said[0] is "嗯" or "嗯嗯" || Looked().IsMatch(said[0])))
        {
            // Only says that the question was heard, or what was done about it.
            said = said[1..];
        }

        if (said.Length == 0 || PolarityOf(said[0], known) is not { } polarity)
        {
            return null;
        }

        foreach (string clause in said.AsSpan(1))
        {
            bool? other = PolarityOf(clause, known);
            if (other is { } contrary ? contrary != polarity : !Leads.Contains(said[0]) || TakesBack(clause, polarity))
            {
                return null;
            }
        }

        return polarity;
    }

    /// <summary>The clause without what people say around a yes or no.</summary>
    private static string Plain(string clause, Func<string, bool?> known)
    {
        string plain = clause;
        while (known(plain) is null)
        {
            string shorter = Around().Replace(plain, string.Empty);
            if (shorter.Length == plain.Length)
            {
                break;
            }

            plain = shorter;
        }

        return plain;
    }

    private static bool? PolarityOf(string clause, Func<string, bool?> known) =>
        known(clause) ?? (Repeated().Match(clause) is { Success: true } repeated ? known(repeated.Groups["word"].Value) : Affirmed().IsMatch(clause) ? true : Negated().IsMatch(clause) ? false : null);

    private static bool TakesBack(string clause, bool polarity) =>
        clause.Length > MostSigns || !clause.Any(AnswerText.IsUnspaced) || Array.Exists(Doubts, doubt => clause.Contains(doubt, StringComparison.Ordinal)) || (polarity && Negation.Count(clause) > 0);

    [GeneratedRegex(
        "^(嗯+|呃+|额+|哦+|噢+|啊+|唉|哎|您好|你好|抱歉|不好意思|对不起|谢谢[您你]?|麻烦了)|(谢谢[您你]?|多谢|哈+|啊|呀|哦|喔|啦|嘛|呐|噢|诶|哟)$",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Around();

    [GeneratedRegex("^我?(刚才?)?(看|查|检查|观察)(过|了)+(一下|一遍)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Looked();

    /// <summary>没有没有, 对对对; but never 好好, which means "properly".</summary>
    [GeneratedRegex(@"^((?<word>是的?|对的?|有的?|行|嗯|可以|不|没有?|不是|不用|不要|不行|不会|不能)\k<word>{1,3}|(?<word>好)好{2,3})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Repeated();

    [GeneratedRegex(
        """
        ^(我们?|它们?|这里|这边|我这边|家里|我家)?(现在|目前|刚刚)?
        ( (确实|的确|真的|当然|肯定|绝对|一定|已经|全都?|一直|完全)?(是的?|有的?|能的?|可以的?|会的?|要的?|需要的?|好了|可以了|行了|有了|能用|能用了|解决了|恢复了|试过了?|做过了?|做了|弄好了|修好了|搞定了)
        | 都(是的?|有了?|能|好了|可以了|行了|做了|试过了?)
        | (还是|仍然|依然)有的? )$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        1000)]
    private static partial Regex Affirmed();

    [GeneratedRegex(
        """
        ^(我们?|它们?|这里|这边|我这边|家里|我家)?(现在|目前|暂时|刚刚|刚才)?
        (确实|的确|真的?|当然|肯定|绝对|一定|全都?|都|一直|从来|并|根本|完全|实在|还是?|仍然|依然|也)?
        (不是的?|没有?|没有用|没用|没好|没解决|没恢复|没反应|不能|不可以|不会|不要|不需要|不想要|不行|不用|不能用|不管用|用不了|没试过?|没做过?|没成功|没有成功)(了|过|呢)?$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        1000)]
    private static partial Regex Negated();
}
