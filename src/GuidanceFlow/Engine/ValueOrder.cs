using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Engine;

/// <summary>
/// A total order over values, the same on every machine: false before true, numbers by size, texts by code unit, dates and
/// durations by length; values of different kinds by kind, null last.
/// </summary>
internal sealed class ValueOrder : IComparer<Value>
{
    public static ValueOrder Instance { get; } = new();

    public int Compare(Value x, Value y)
    {
        if (x.TryGetInteger(out long wholeX) && y.TryGetInteger(out long wholeY))
        {
            return wholeX.CompareTo(wholeY);
        }

        if (x.TryGetNumber(out double numberX) && y.TryGetNumber(out double numberY))
        {
            return numberX.CompareTo(numberY);
        }

        if (x.Kind != y.Kind)
        {
            return Rank(x.Kind).CompareTo(Rank(y.Kind));
        }

        return x.Kind switch
        {
            ValueKind.Boolean => (x == Value.True).CompareTo(y == Value.True),
            ValueKind.Text when x.TryGetText(out string? textX) && y.TryGetText(out string? textY) => string.CompareOrdinal(textX, textY),
            ValueKind.Date when x.TryGetDate(out DateTime dateX) && y.TryGetDate(out DateTime dateY) => dateX.CompareTo(dateY),
            ValueKind.Duration when x.TryGetDuration(out TimeSpan durationX) && y.TryGetDuration(out TimeSpan durationY) => durationX.CompareTo(durationY),
            _ => 0,
        };
    }

    private static int Rank(ValueKind kind) => kind == ValueKind.Null ? int.MaxValue : (int)kind;
}
