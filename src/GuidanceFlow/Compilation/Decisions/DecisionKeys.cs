using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation.Decisions;

/// <summary>
/// Values of one kind as whole numbers in the same order, so that all lines are one: with the next number stands the next value there is,
/// and a range that leaves its bound out is one that holds its neighbour.
/// </summary>
internal static class DecisionKeys
{
    /// <summary>The first and last key of a kind.</summary>
    public static (long First, long Last) LineOf(DataKind kind) => kind switch
    {
        DataKind.Number => (Of(double.NegativeInfinity), Of(double.PositiveInfinity)),
        DataKind.Date => (DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks),
        DataKind.Boolean => (0, 1),
        _ => (long.MinValue, long.MaxValue),
    };

    /// <summary>The key of a value; false for one of another kind, and for what is no number.</summary>
    public static bool TryGet(DataKind kind, Value value, out long key)
    {
        key = 0;
        switch (kind)
        {
            case DataKind.Boolean when value.TryGetBoolean(out bool flag):
                key = flag ? 1 : 0;
                return true;
            case DataKind.Integer when value.TryGetInteger(out key):
                return true;
            case DataKind.Number when value.TryGetNumber(out double number) && !double.IsNaN(number):
                key = Of(number);
                return true;
            case DataKind.Date when value.TryGetDate(out DateTime date):
                key = date.Ticks;
                return true;
            case DataKind.Duration when value.TryGetDuration(out TimeSpan duration):
                key = duration.Ticks;
                return true;
            default:
                return false;
        }
    }

    /// <summary>The value of a key.</summary>
    public static Value ValueOf(DataKind kind, long key) => kind switch
    {
        DataKind.Boolean => Value.From(key != 0),
        DataKind.Number => Value.From(NumberOf(key)),
        DataKind.Date => Value.From(new DateTime(key, DateTimeKind.Utc)),
        DataKind.Duration => Value.From(new TimeSpan(key)),
        _ => Value.From(key),
    };

    public static double NumberOf(long key) => BitConverter.Int64BitsToDouble(key < 0 ? -key | long.MinValue : key);

    // The bits of a double without its sign are in the order of its size. Both zeros are one.
    public static long Of(double number)
    {
        long size = BitConverter.DoubleToInt64Bits(Math.Abs(number));
        return number < 0 ? -size : size;
    }
}
