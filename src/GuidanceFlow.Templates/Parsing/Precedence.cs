namespace GuidanceFlow.Templates.Parsing;

/// <summary>How tightly operators bind.</summary>
internal static class Precedence
{
    public const int Lowest = 0;

    public const int Unary = 200;

    /// <summary>A binary operator's precedence; 0 for anything else. The pipe and the ternary bind loosest and are not among them.</summary>
    public static int Of(TokenKind kind) => kind switch
    {
        TokenKind.QuestionQuestion or TokenKind.QuestionNot => 20,
        TokenKind.OrOr => 30,
        TokenKind.AndAnd => 40,
        TokenKind.EqualEqual or TokenKind.NotEqual => 70,
        TokenKind.Less or TokenKind.LessEqual or TokenKind.Greater or TokenKind.GreaterEqual => 80,
        TokenKind.Plus or TokenKind.Minus => 100,
        TokenKind.Star or TokenKind.Slash or TokenKind.SlashSlash or TokenKind.Percent or TokenKind.ShiftLeft or TokenKind.ShiftRight => 110,
        TokenKind.DotDot or TokenKind.DotDotLess => 130,
        _ => Lowest,
    };
}
