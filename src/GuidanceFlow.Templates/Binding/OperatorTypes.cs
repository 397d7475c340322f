using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Binding;

/// <summary>What operators give, and which operands they provably cannot take. Where nothing is known, anything is possible.</summary>
internal static class OperatorTypes
{
    /// <summary>What an arithmetic operator gives; anything when its operands do not fit.</summary>
    public static StaticType Arithmetic(TokenKind sign, StaticType left, StaticType right) => TryArithmetic(sign, left, right) ?? StaticType.Any;

    /// <summary>What an arithmetic operator gives, or null when it cannot take its operands.</summary>
    public static StaticType? TryArithmetic(TokenKind sign, StaticType left, StaticType right)
    {
        bool isPlus = sign == TokenKind.Plus;
        if (left.Kind == StaticTypeKind.Text || right.Kind == StaticTypeKind.Text)
        {
            return isPlus ? StaticType.Text : sign != TokenKind.Star ? null : Repeats(left.Kind == StaticTypeKind.Text ? right : left) ? StaticType.Text : null;
        }

        if (left.Kind == StaticTypeKind.Any || right.Kind == StaticTypeKind.Any)
        {
            StaticTypeKind known = left.Kind == StaticTypeKind.Any ? right.Kind : left.Kind;
            return known == StaticTypeKind.Object && !isPlus ? null : StaticType.Any;
        }

        StaticType? result = TryKnown(sign, left, right);
        return result is not null && (left.IsNullable || right.IsNullable) ? result.OrNull() : result;
    }

    /// <summary>Whether <c>==</c> and <c>!=</c> can take two operands.</summary>
    public static bool CanEqual(StaticType left, StaticType right) =>
        IsOpen(left) || IsOpen(right) || left.Kind == right.Kind || (CountsAsNumber(left) && CountsAsNumber(right));

    /// <summary>Whether <c>&lt;</c> and its like can take two operands.</summary>
    public static bool CanOrder(StaticType left, StaticType right)
    {
        if (IsOpen(left) || IsOpen(right))
        {
            return true;
        }

        bool bothBoolean = left.Kind == StaticTypeKind.Boolean && right.Kind == StaticTypeKind.Boolean;
        return (CountsAsNumber(left) && CountsAsNumber(right) && !bothBoolean)
            || (left.Kind == right.Kind && left.Kind is StaticTypeKind.List or StaticTypeKind.Date or StaticTypeKind.Duration);
    }

    public static bool IsNumeric(StaticType type) => type.Kind is StaticTypeKind.Integer or StaticTypeKind.Number;

    private static StaticType? TryKnown(TokenKind sign, StaticType left, StaticType right)
    {
        if (left.Kind == StaticTypeKind.List || right.Kind == StaticTypeKind.List)
        {
            return sign switch
            {
                TokenKind.Plus when left.Kind == right.Kind => StaticType.List(TypeJoin.Of(left.Item!, right.Item!)),
                TokenKind.Star when CountsAsNumber(left) => right.NotNull(),
                TokenKind.Star or TokenKind.Slash or TokenKind.SlashSlash or TokenKind.Percent when CountsAsNumber(right) => left.NotNull(),
                _ => null,
            };
        }

        if (sign is TokenKind.Plus or TokenKind.Minus && TryTime(sign, left.Kind, right.Kind) is { } time)
        {
            return time;
        }

        if (!CountsAsNumber(left) || !CountsAsNumber(right) || !(IsNumeric(left) || IsNumeric(right)))
        {
            return null;
        }

        bool isWhole = left.Kind != StaticTypeKind.Number && right.Kind != StaticTypeKind.Number && sign != TokenKind.Slash;
        return isWhole ? StaticType.Integer : StaticType.Number;
    }

    private static StaticType? TryTime(TokenKind sign, StaticTypeKind left, StaticTypeKind right) => (left, right) switch
    {
        (StaticTypeKind.Date, StaticTypeKind.Duration) => StaticType.Date,
        (StaticTypeKind.Duration, StaticTypeKind.Duration) => StaticType.Duration,
        (StaticTypeKind.Date, StaticTypeKind.Date) when sign == TokenKind.Minus => StaticType.Duration,
        _ => null,
    };

    private static bool Repeats(StaticType count) => count.Kind is StaticTypeKind.Any or StaticTypeKind.Text || CountsAsNumber(count);

    private static bool IsOpen(StaticType type) => type.Kind is StaticTypeKind.Any or StaticTypeKind.Text;

    private static bool CountsAsNumber(StaticType type) => type.Kind is StaticTypeKind.Integer or StaticTypeKind.Number or StaticTypeKind.Boolean;
}
