using System.Runtime.CompilerServices;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Numbers;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>
/// The comparing operators. Text is compared by code units, and with anything else as text; null equals only null and
/// is neither less nor greater, except that it is less than any text.
/// </summary>
internal static class Comparison
{
    public static bool Apply(RenderState state, TokenKind sign, Value left, Value right, TextSpan place)
    {
        if (left.TryGetInteger(out long x) && right.TryGetInteger(out long y))
        {
            return Holds(sign, x.CompareTo(y));
        }

        if (sign != TokenKind.EqualEqual && left.TryGetList(out ValueList? firstList) && right.TryGetList(out ValueList? secondList))
        {
            return HoldsForLists(state, sign, firstList, secondList, place);
        }

        if (sign is TokenKind.EqualEqual or TokenKind.NotEqual)
        {
            return AreEqual(state, left, right, place, sign) == (sign == TokenKind.EqualEqual);
        }

        if (left.Kind == ValueKind.Text || right.Kind == ValueKind.Text)
        {
            string? text = TextOf(state, left);
            string? other = TextOf(state, right);
            state.CountCharacters(Math.Min(text?.Length ?? 0, other?.Length ?? 0), place);
            return Holds(sign, string.CompareOrdinal(text, other));
        }

        if (left.IsNull || right.IsNull)
        {
            return false;
        }

        if ((left.IsNumeric || right.IsNumeric) && Arithmetic.TryGetNumber(left, out double first) && Arithmetic.TryGetNumber(right, out double second))
        {
            return HoldsForNumbers(sign, first, second);
        }

        if (left.Reference is OtherNumber || right.Reference is OtherNumber)
        {
            return OtherArithmetic.Compare(state, sign, left, right, place);
        }

        return Holds(sign, left.Kind != right.Kind && OrderBySize(left, right) is { } order ? order : Order(state, left, right, place, sign));
    }

    public static bool AreEqual(RenderState state, Value left, Value right, TextSpan place, TokenKind sign = TokenKind.EqualEqual)
    {
        if (left.IsNull || right.IsNull)
        {
            return left.IsNull && right.IsNull;
        }

        if (EmptyValue.Is(left) || EmptyValue.Is(right))
        {
            return EmptyValue.Matches(EmptyValue.Is(left) ? right : left);
        }

        if (left.Kind == ValueKind.Text || right.Kind == ValueKind.Text)
        {
            string text = state.ToText(left);
            string other = state.ToText(right);
            state.CountCharacters(text.Length == other.Length ? text.Length : 0, place);
            return string.Equals(text, other, StringComparison.Ordinal);
        }

        if ((left.IsNumeric || right.IsNumeric) && Arithmetic.TryGetNumber(left, out double first) && Arithmetic.TryGetNumber(right, out double second))
        {
            return left.TryGetInteger(out long x) && right.TryGetInteger(out long y) ? x == y : first == second;
        }

        if (left.Reference is OtherNumber || right.Reference is OtherNumber)
        {
            return OtherArithmetic.Compare(state, TokenKind.EqualEqual, left, right, place, sign);
        }

        if (left.Kind != right.Kind)
        {
            return AreKindsEqual(left, right) ?? throw Arithmetic.Unsupported(state, sign, left, right, place);
        }

        return left.Kind switch
        {
            ValueKind.List => AreListsEqual(state, left, right, place, sign),
            ValueKind.Object => AreObjectsEqual(state, left, right, place, sign),
            _ => left.Equals(right),
        };
    }

    /// <summary>The text a value is compared as; none for null, which is less than any text, the empty one included.</summary>
    private static string? TextOf(RenderState state, Value value) => value.IsNull ? null : state.ToText(value);

    /// <summary>Whether values of two kinds count as equal; null when they cannot be compared.</summary>
    private static bool? AreKindsEqual(Value left, Value right)
    {
        if (left.TryGetBoolean(out bool truth) || right.TryGetBoolean(out truth))
        {
            // An object, a date and a duration are true.
            return IsSingle(left) || IsSingle(right) ? truth : null;
        }

        return IsSingle(left) && IsSingle(right) ? false : OrderBySize(left, right) is { } order ? order == 0 : null;
    }

    private static bool IsSingle(Value value) => value.Kind is ValueKind.Object or ValueKind.Date or ValueKind.Duration;

    /// <summary>A list and an object by how much they hold; null when that does not tell them apart and there is more to compare, which cannot be.</summary>
    private static int? OrderBySize(Value left, Value right)
    {
        if ((SizeOf(left), SizeOf(right)) is not ({ } first, { } second))
        {
            return null;
        }

        return first == second && first > 0 ? null : first.CompareTo(second);
    }

    private static int? SizeOf(Value value) => value.TryGetList(out ValueList? list) ? list.Count : value.TryGetObject(out ValueObject? members) ? members.Count : null;

    /// <summary>Orders two values of one kind that has an order.</summary>
    public static int Order(RenderState state, Value left, Value right, TextSpan place, TokenKind sign)
    {
        if (left.TryGetDate(out DateTime firstDate) && right.TryGetDate(out DateTime secondDate))
        {
            return firstDate.CompareTo(secondDate);
        }

        if (left.TryGetDuration(out TimeSpan firstDuration) && right.TryGetDuration(out TimeSpan secondDuration))
        {
            return firstDuration.CompareTo(secondDuration);
        }

        if (!left.TryGetList(out ValueList? first) || !right.TryGetList(out ValueList? second))
        {
            throw Arithmetic.Unsupported(state, sign, left, right, place);
        }

        CheckDepth(state, place);
        state.CountItems(Math.Min(first.Count, second.Count), place);
        for (int i = 0; i < Math.Min(first.Count, second.Count); i++)
        {
            if (Apply(state, TokenKind.Less, first[i], second[i], place))
            {
                return -1;
            }

            if (Apply(state, TokenKind.Less, second[i], first[i], place))
            {
                return 1;
            }
        }

        return first.Count.CompareTo(second.Count);
    }

    /// <summary>The longer list is the greater one; of two equally long ones the operator must hold for every pair of items, <c>!=</c> included.</summary>
    private static bool HoldsForLists(RenderState state, TokenKind sign, ValueList left, ValueList right, TextSpan place)
    {
        if (left.Count != right.Count || left.Count == 0)
        {
            return Holds(sign, left.Count.CompareTo(right.Count));
        }

        CheckDepth(state, place);
        state.CountItems(left.Count, place);
        for (int i = 0; i < left.Count; i++)
        {
            if (!Apply(state, sign, left[i], right[i], place))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreListsEqual(RenderState state, Value left, Value right, TextSpan place, TokenKind sign)
    {
        _ = left.TryGetList(out ValueList? first);
        _ = right.TryGetList(out ValueList? second);
        if (ReferenceEquals(first, second))
        {
            return true;
        }

        if (first!.Count != second!.Count)
        {
            return false;
        }

        CheckDepth(state, place);
        state.CountItems(first.Count, place);
        for (int i = 0; i < first.Count; i++)
        {
            if (!AreEqual(state, first[i], second[i], place, sign))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreObjectsEqual(RenderState state, Value left, Value right, TextSpan place, TokenKind sign)
    {
        _ = left.TryGetObject(out ValueObject? first);
        _ = right.TryGetObject(out ValueObject? second);
        if (ReferenceEquals(first, second))
        {
            return true;
        }

        if (first!.Count != second!.Count)
        {
            return false;
        }

        CheckDepth(state, place);
        state.CountItems(first.Count, place);
        foreach ((string name, Value value) in first)
        {
            if (!second.TryGetValue(name, out Value other) || !AreEqual(state, value, other, place, sign))
            {
                return false;
            }
        }

        return true;
    }

    private static void CheckDepth(RenderState state, TextSpan place)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw state.Fail(TemplateDiagnosticCode.RuntimeLimit, place, "These values are nested too deep to be compared.");
        }
    }

    private static bool Holds(TokenKind sign, int order) => sign switch
    {
        TokenKind.EqualEqual => order == 0,
        TokenKind.NotEqual => order != 0,
        TokenKind.Less => order < 0,
        TokenKind.LessEqual => order <= 0,
        TokenKind.Greater => order > 0,
        _ => order >= 0,
    };

    private static bool HoldsForNumbers(TokenKind sign, double left, double right) => sign switch
    {
        TokenKind.Less => left < right,
        TokenKind.LessEqual => left <= right,
        TokenKind.Greater => left > right,
        _ => left >= right,
    };
}
