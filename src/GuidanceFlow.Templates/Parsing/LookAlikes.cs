namespace GuidanceFlow.Templates.Parsing;

/// <summary>Signs, quotes and digits as Chinese keyboards and word processors write them. They mean nothing in code, but what was meant is plain.</summary>
internal static class LookAlikes
{
    private const string SingleQuotes = "‘’＇";
    private const string DoubleQuotes = "“”＂";
    private const int LongestSign = 3;

    /// <summary>Reads the look-alikes a position starts with, reports them, and adds the token that was meant; false for anything else.</summary>
    public static bool TryRead(string text, ref int position, bool space, DiagnosticBag diagnostics, TokenList tokens)
    {
        int start = position;
        if (QuotesOf(text[start]) is { } quotes)
        {
            ReadQuoted(text, quotes, ref position, space, diagnostics, tokens);
            return true;
        }

        int end = start;
        while (end < text.Length && AsciiOf(text[end]) is { } digit && char.IsAsciiDigit(digit[0]))
        {
            end++;
        }

        if (end > start)
        {
            position = end;
            tokens.Add(new Token(TokenKind.Literal, start, end - start, space, Literal: Value.From(0)));
            Report(diagnostics, text, start, end, string.Concat(text[start..end].Select(AsciiOf)));
            return true;
        }

        return TryReadSign(text, ref position, space, diagnostics, tokens);
    }

    private static string? AsciiOf(char sign) => sign switch
    {
        '、' => ",",
        '。' => ".",
        '【' => "[",
        '】' => "]",
        '—' or '–' or '−' => "-",
        '×' => "*",
        '÷' => "/",
        '≠' => "!=",
        '≤' => "<=",
        '≥' => ">=",
        >= '！' and <= '～' when !char.IsLetter(sign) && sign is not ('｛' or '｝') => ((char)(sign - '！' + '!')).ToString(),
        _ => null,
    };

    private static bool TryReadSign(string text, ref int position, bool space, DiagnosticBag diagnostics, TokenList tokens)
    {
        // The signs that follow may belong to it: "＝=" is "==".
        int start = position;
        string ascii = string.Empty;
        for (int i = start; i < text.Length && ascii.Length < LongestSign && (AsciiOf(text[i]) ?? AsciiSignOf(text[i])) is { } sign; i++)
        {
            ascii += sign;
        }

        (TokenKind kind, int length) = ascii.Length == 0 ? (TokenKind.Invalid, 0) : Signs.Match(ascii);
        if (kind == TokenKind.Invalid || AsciiOf(text[start]) is null)
        {
            return false;
        }

        for (int written = 0; written < length; position++)
        {
            written += AsciiOf(text[position])?.Length ?? 1;
        }

        tokens.Add(new Token(kind, start, position - start, space));
        Report(diagnostics, text, start, position, ascii[..length]);
        return true;
    }

    private static string? AsciiSignOf(char sign) => sign is '=' or '&' or '|' or '?' or '.' or '/' ? sign.ToString() : null;

    private static void Report(DiagnosticBag diagnostics, string text, int start, int end, string ascii) =>
        diagnostics.Report(TemplateDiagnosticCode.Syntax, new TextSpan(start, end - start), $"\"{text[start..end]}\" means nothing in code; write \"{ascii}\".");

    private static string? QuotesOf(char sign) =>
        SingleQuotes.Contains(sign, StringComparison.Ordinal) ? SingleQuotes : DoubleQuotes.Contains(sign, StringComparison.Ordinal) ? DoubleQuotes : null;

    private static void ReadQuoted(string text, string quotes, ref int position, bool space, DiagnosticBag diagnostics, TokenList tokens)
    {
        int start = position;
        int close = start + 1;
        while (close < text.Length && !quotes.Contains(text[close], StringComparison.Ordinal) && text[close] is not ('\r' or '\n' or '{' or '}'))
        {
            close++;
        }

        bool isClosed = close < text.Length && quotes.Contains(text[close], StringComparison.Ordinal);
        position = isClosed ? close + 1 : close;
        string inside = isClosed ? text[(start + 1)..close] : string.Empty;
        if (isClosed)
        {
            string straight = "'" + inside.Replace("'", "\\'", StringComparison.Ordinal) + "'";
            diagnostics.Report(TemplateDiagnosticCode.Syntax, new TextSpan(start, position - start), $"\"{text[start]}\" and \"{text[close]}\" are no quotes in code; write \"{straight}\".");
        }
        else
        {
            diagnostics.Report(TemplateDiagnosticCode.Syntax, new TextSpan(start, 1), $"\"{text[start]}\" is no quote in code; write \"'\".");
        }

        tokens.Add(new Token(TokenKind.Literal, start, position - start, space, Literal: Value.From(inside)));
    }
}
