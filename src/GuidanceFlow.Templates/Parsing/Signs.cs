namespace GuidanceFlow.Templates.Parsing;

/// <summary>The signs of the language, the longest first where one starts with another.</summary>
internal static class Signs
{
    private const int AsciiCharacters = 128;

    private static readonly Sign[] All =
    [
        new("//=", TokenKind.SlashSlashEqual),
        new("..<", TokenKind.DotDotLess),
        new("...", TokenKind.DotDotDot),
        new("..", TokenKind.DotDot),
        new(".", TokenKind.Dot),
        new("?.", TokenKind.QuestionDot),
        new("??", TokenKind.QuestionQuestion),
        new("?!", TokenKind.QuestionNot),
        new("?", TokenKind.Question),
        new("(", TokenKind.OpenParen),
        new(")", TokenKind.CloseParen),
        new("[", TokenKind.OpenBracket),
        new("]", TokenKind.CloseBracket),
        new("{", TokenKind.OpenBrace),
        new("}", TokenKind.CloseBrace),
        new(",", TokenKind.Comma),
        new(";", TokenKind.Semicolon),
        new(":", TokenKind.Colon),
        new("||", TokenKind.OrOr),
        new("|>", TokenKind.Pipe),
        new("|", TokenKind.Pipe),
        new("&&", TokenKind.AndAnd),
        new("@", TokenKind.At),
        new("^", TokenKind.Caret),
        new("==", TokenKind.EqualEqual),
        new("=", TokenKind.Equal),
        new("!=", TokenKind.NotEqual),
        new("!", TokenKind.Not),
        new("<<", TokenKind.ShiftLeft),
        new("<=", TokenKind.LessEqual),
        new("<", TokenKind.Less),
        new(">>", TokenKind.ShiftRight),
        new(">=", TokenKind.GreaterEqual),
        new(">", TokenKind.Greater),
        new("++", TokenKind.PlusPlus),
        new("+=", TokenKind.PlusEqual),
        new("+", TokenKind.Plus),
        new("--", TokenKind.MinusMinus),
        new("-=", TokenKind.MinusEqual),
        new("-", TokenKind.Minus),
        new("*=", TokenKind.StarEqual),
        new("*", TokenKind.Star),
        new("//", TokenKind.SlashSlash),
        new("/=", TokenKind.SlashEqual),
        new("/", TokenKind.Slash),
        new("%=", TokenKind.PercentEqual),
        new("%", TokenKind.Percent),
    ];

    /// <summary>The signs by the character they start with.</summary>
    private static readonly Sign[][] ByFirst = Sort();

    /// <summary>The sign a text starts with; an unknown character, a surrogate pair being one, is <see cref="TokenKind.Invalid"/>.</summary>
    public static (TokenKind Kind, int Length) Match(ReadOnlySpan<char> text)
    {
        Sign[] candidates = text[0] < ByFirst.Length ? ByFirst[text[0]] : [];
        foreach (Sign sign in candidates)
        {
            if (text.StartsWith(sign.Text, StringComparison.Ordinal))
            {
                return (sign.Kind, sign.Text.Length);
            }
        }

        return (TokenKind.Invalid, text.Length > 1 && char.IsSurrogatePair(text[0], text[1]) ? 2 : 1);
    }

    private static Sign[][] Sort()
    {
        var signs = new Sign[AsciiCharacters][];
        for (int first = 0; first < signs.Length; first++)
        {
            signs[first] = Array.FindAll(All, sign => sign.Text[0] == first);
        }

        return signs;
    }

    private sealed record Sign(string Text, TokenKind Kind);
}
