using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Binding;

/// <summary>
/// Recognises a negative number that was meant as an argument: <c>f a -4</c> takes 4 from <c>a</c>, as <c>f a - 4</c> does, and so
/// the call lacks an argument. Only of calls that lack one is anything said.
/// </summary>
internal static class NegativeArgument
{
    private const int LongestQuote = 40;

    /// <summary>Whether an argument is a value and a negative number behind it: a space in front of the sign and none behind it.</summary>
    public static bool IsIn(string text, ArgumentSyntax argument) =>
        argument.Value is ChainSyntax chain && AreAllWritten(text, chain.Links);

    /// <summary><c> Write (-4) for a negative argument.</c>, or nothing when none was meant.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="given">The arguments of the call, which stand behind the function without parentheses.</param>
    /// <param name="span">The call.</param>
    public static string Remedy(string text, ArgumentSyntax[] given, TextSpan span)
    {
        int index = Array.FindIndex(given, argument => IsIn(text, argument));
        if (index >= 0)
        {
            ChainLink first = ((ChainSyntax)given[index].Value).Links[0];
            return Remedy(text, first.SignSpan.Start, first.Operand.Span.End);
        }

        // A sign directly behind the call is not read as a part of it.
        int sign = span.End;
        while (sign < text.Length && text[sign] is ' ' or '\t')
        {
            sign++;
        }

        int end = sign + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.'))
        {
            end++;
        }

        return end > sign + 1 && IsWritten(text, sign) ? Remedy(text, sign, end) : string.Empty;
    }

    private static string Remedy(string text, int start, int end) =>
        $" Write ({(end - start > LongestQuote ? string.Concat(text.AsSpan(start, LongestQuote), "…") : text[start..end])}) for a negative argument.";

    private static bool AreAllWritten(string text, ChainLinks links)
    {
        foreach (ChainLink link in links)
        {
            if (link.Sign != TokenKind.Minus || !IsWritten(text, link.SignSpan.Start))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWritten(string text, int sign) =>
        sign > 0 && sign + 1 < text.Length && text[sign] == '-' && char.IsWhiteSpace(text[sign - 1]) && !char.IsWhiteSpace(text[sign + 1]);
}
