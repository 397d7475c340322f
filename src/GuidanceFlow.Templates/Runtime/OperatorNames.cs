using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>Operators as they are written.</summary>
internal static class OperatorNames
{
    public static string Of(TokenKind sign) => sign switch
    {
        TokenKind.Plus or TokenKind.PlusEqual => "+",
        TokenKind.Minus or TokenKind.MinusEqual => "-",
        TokenKind.Star or TokenKind.StarEqual => "*",
        TokenKind.Slash or TokenKind.SlashEqual => "/",
        TokenKind.SlashSlash or TokenKind.SlashSlashEqual => "//",
        TokenKind.Percent or TokenKind.PercentEqual => "%",
        TokenKind.EqualEqual => "==",
        TokenKind.NotEqual => "!=",
        TokenKind.Less => "<",
        TokenKind.LessEqual => "<=",
        TokenKind.Greater => ">",
        TokenKind.GreaterEqual => ">=",
        TokenKind.ShiftLeft => "<<",
        TokenKind.ShiftRight => ">>",
        TokenKind.AndAnd => "&&",
        TokenKind.OrOr => "||",
        TokenKind.QuestionQuestion => "??",
        TokenKind.QuestionNot => "?!",
        TokenKind.DotDot => "..",
        TokenKind.DotDotLess => "..<",
        TokenKind.Not => "!",
        _ => sign.ToString(),
    };
}
