using System.Text.RegularExpressions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Answers;

/// <summary>
/// Reads yes and no: whole utterances, and short clauses of which every part is understood. A "no" or "yes" somewhere in a sentence may mean the
/// opposite ("not really", "I know it does"), and asking again is better than guessing wrong.
/// </summary>
internal static partial class YesNoMatcher
{
    private const string InClauses = "contained";

    private static readonly char[] Ends = [',', '.', ';', ':', '!', '…', '—', '–', '\n', '(', ')', '、', '。', '·'];

    /// <summary>Whether there are built-in words in a language.</summary>
    public static bool Knows(string locale) => locale.Split('-')[0].ToUpperInvariant() is "EN" or "ZH";

    /// <summary>Whether a text says yes, to a question that has no words of its own.</summary>
    public static bool IsYes(string text) => Match(new YesNoSpec([], []), text).Value.TryGetBoolean(out bool yes) && yes;

    /// <summary>Reads an answer. The question's own words come first: to "any problem?", 没问题 means no.</summary>
    /// <param name="question">What the question understands.</param>
    /// <param name="text">The answer as it was written; its punctuation tells clauses apart.</param>
    public static AnswerMatch Match(YesNoSpec question, string text)
    {
        string folded = AnswerText.Fold(text);
        string given = AnswerText.Normalize(text);

        // Who asks back has not answered, and "No. 2" is a number.
        if (given.Length == 0 || folded.Contains('?', StringComparison.Ordinal) || Numbered().IsMatch(folded))
        {
            return AnswerMatch.None;
        }

        string[] clauses = [.. folded.Replace(" - ", ", ", StringComparison.Ordinal).Split(Ends).Select(AnswerText.Normalize).Where(clause => clause.Length > 0)];
        if (Find(question, given, isClause: clauses.Length < 2) is { } whole)
        {
            return AnswerMatch.Matched(Value.From(whole), AnswerMatch.Exact);
        }

        bool isChinese = given.AsSpan().IndexOfAnyInRange('\u4E00', '\u9FFF') >= 0;
        return (isChinese ? ChineseYesNo.Read(clauses, Known) : EnglishYesNo.Read(clauses, Known)) is { } read ? AnswerMatch.Matched(Value.From(read), InClauses) : AnswerMatch.None;

        bool? Known(string clause) => Find(question, clause, isClause: true);
    }

    [GeneratedRegex(@"^\s*no\.\s*\d", RegexOptions.None, 1000)]
    private static partial Regex Numbered();

    private static bool? Find(YesNoSpec question, string given, bool isClause)
    {
        string plain = WithoutThanks(given, isClause);
        return IsIn(question.Yes, given, plain) ? true : IsIn(question.No, given, plain) ? false : YesNoWords.Find(plain);
    }

    private static bool IsIn(string[] words, string given, string plain) =>
        words.Length > 0 && (words.Contains(given, StringComparer.Ordinal) || words.Contains(plain, StringComparer.Ordinal));

    /// <summary>
    /// The utterance without the thanks behind it, in Chinese, where no space tells words apart; and spaces mean nothing, unless they stand for
    /// punctuation: "不，是的" is not "不是的".
    /// </summary>
    private static string WithoutThanks(string text, bool isClause)
    {
        string plain = text;
        foreach (string thanks in (ReadOnlySpan<string>)["谢谢您", "谢谢你", "谢谢"])
        {
            if (text.Length > thanks.Length && text.EndsWith(thanks, StringComparison.Ordinal))
            {
                plain = text[..^thanks.Length].TrimEnd();
                break;
            }
        }

        return isClause && plain.Length is > 1 and < 8 && AnswerText.IsUnspaced(plain[0]) ? plain.Replace(" ", string.Empty, StringComparison.Ordinal) : plain;
    }
}
