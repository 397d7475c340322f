using GuidanceFlow.Engine;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Answers;

/// <summary>
/// Finds the one e-mail address in an answer. An address is what mail programs take: letters, digits and the signs that RFC 5321 allows without quotes, an
/// <c>@</c>, and a domain of at least two parts.
/// </summary>
internal static class EmailMatcher
{
    // RFC 5321, 4.5.3.1: the longest that a mail server must take.
    private const int LongestName = 64;
    private const int LongestDomain = 253;
    private const int LongestPart = 63;

    private const string NameSigns = "!#$%&'*+-/=?^_`{|}~.";

    public static AnswerMatch Match(string text)
    {
        // Addresses are compared as they are written, but an @ and a dot of Chinese keyboards mean the usual ones.
        string plain = AnswerText.Repair(text).Replace('＠', '@').Replace('．', '.').Replace('。', '.');
        string? found = null;
        bool isBroken = false;
        for (int at = plain.IndexOf('@', StringComparison.Ordinal); at >= 0; at = plain.IndexOf('@', at + 1))
        {
            if (Around(plain, at) is not { } address)
            {
                isBroken = true;
            }
            else if (found is null || string.Equals(found, address, StringComparison.Ordinal))
            {
                found = address;
            }
            else
            {
                return new AnswerMatch(AnswerMatchKind.Ambiguous) { Candidates = [found, address] };
            }
        }

        return isBroken ? AnswerMatch.Invalid(TurnReason.NotAnAddress)
            : found is null ? AnswerMatch.None
            : AnswerMatch.Matched(Value.From(found), AnswerMatch.Exact);
    }

    /// <summary>The address around an <c>@</c>; null when there is none.</summary>
    private static string? Around(string text, int at)
    {
        int start = at;
        while (start > 0 && IsNameSign(text[start - 1]))
        {
            start--;
        }

        int end = at + 1;
        while (end < text.Length && IsDomainSign(text[end]))
        {
            end++;
        }

        // Signs of the sentence around it: "(a@b.com)", "'a@b.com'.", "a@b.com-".
        string name = text[start..at].TrimStart('\'', '`', '.', '*', '/', '=');
        string domain = text[(at + 1)..end].TrimEnd('.', '-').ToLowerInvariant();
        return IsName(name) && IsDomain(domain) ? name + "@" + domain : null;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name[^1] != '.' && !name.Contains("..", StringComparison.Ordinal);

    private static bool IsDomain(string domain)
    {
        string[] parts = domain.Split('.');
        return domain.Length <= LongestDomain
            && parts.Length > 1
            && Array.TrueForAll(parts, part => part.Length is > 0 and <= LongestPart && part[0] != '-' && part[^1] != '-')
            && parts[^1].Length > 1
            && !parts[^1].All(char.IsAsciiDigit);
    }

    private static bool IsNameSign(char sign) => char.IsAsciiLetterOrDigit(sign) || NameSigns.Contains(sign, StringComparison.Ordinal) || IsForeignLetter(sign);

    private static bool IsDomainSign(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '.' || IsForeignLetter(sign);

    // Letters of other alphabets may stand in addresses (RFC 6531); those of scripts without spaces are mostly the sentence around one.
    private static bool IsForeignLetter(char sign) => sign > '\u007f' && char.IsLetterOrDigit(sign) && !AnswerText.IsUnspaced(sign);
}
