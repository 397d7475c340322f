namespace GuidanceFlow.Templates.Parsing;

/// <summary>The signs of the language, the longest first where one starts with another.</summary>
internal static class Signs
{
    private static readonly (string Text, TokenKind Kind)[] All =
    [
        ("//=", TokenKind.SlashSlashEqual),
        ("..<", TokenKind.DotDotLess),
        ("..", TokenKind.DotDot),
        (".", TokenKind.Dot),
        ("?.", TokenKind.QuestionDot),
        ("??", TokenKind.QuestionQuestion),
        ("?!", TokenKind.QuestionNot),
        ("?", TokenKind.Question),
        ("(", TokenKind.OpenParen),
        (")", TokenKind.CloseParen),
        ("[", TokenKind.OpenBracket),
        ("]", TokenKind.CloseBracket),
        ("{", TokenKind.OpenBrace),
        ("}", TokenKind.CloseBrace),
        (",", TokenKind.Comma),
        (";", TokenKind.Semicolon),
        (":", TokenKind.Colon),
        ("||", TokenKind.OrOr),
        ("|>", TokenKind.Pipe),
        ("|", TokenKind.Pipe),
        ("&&", TokenKind.AndAnd),
        ("@", TokenKind.At),
        ("==", TokenKind.EqualEqual),
        ("=", TokenKind.Equal),
        ("!=", TokenKind.NotEqual),
        ("!", TokenKind.Not),
        ("<<", TokenKind.ShiftLeft),
        ("<=", TokenKind.LessEqual),
        ("<", TokenKind.Less),
        (">>", TokenKind.ShiftRight),
        (">=", TokenKind.GreaterEqual),
        (">", TokenKind.Greater),
        ("++", TokenKind.PlusPlus),
        ("+=", TokenKind.PlusEqual),
        ("+", TokenKind.Plus),
        ("--", TokenKind.MinusMinus),
        ("-=", TokenKind.MinusEqual),
        ("-", TokenKind.Minus),
        ("*=", TokenKind.StarEqual),
        ("*", TokenKind.Star),
        ("//", TokenKind.SlashSlash),
        ("/=", TokenKind.SlashEqual),
        ("/", TokenKind.Slash),
        ("%=", TokenKind.PercentEqual),
        ("%", TokenKind.Percent),
    ];

    /// <summary>The sign a text starts with; an unknown character, a surrogate pair being one, is <see cref="TokenKind.Invalid"/>.</summary>
    public static (TokenKind Kind, int Length) Match(ReadOnlySpan<char> text)
    {
        foreach ((string sign, TokenKind kind) in All)
        {
            if (text.StartsWith(sign, StringComparison.Ordinal))
            {
                return (kind, sign.Length);
            }
        }

        return (TokenKind.Invalid, text.Length > 1 && char.IsSurrogatePair(text[0], text[1]) ? 2 : 1);
    }
}
