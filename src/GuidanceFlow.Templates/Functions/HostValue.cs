using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Runtime.Numbers;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Turns values into one type of a host's functions, and back. Told by the type alone, without reflection.</summary>
internal static class HostValue<T>
{
    // Comparing types is decided when the code for a type is made, and what does not belong to it falls away.
    private static bool IsText => typeof(T) == typeof(string);

    private static bool IsWhole => Is<int>() || Is<long>();

    private static bool IsNumber => Is<double>() || Is<decimal>();

    private static bool HasNull => default(T) is null;

    /// <summary>What is known of a result.</summary>
    public static StaticType Type
    {
        get
        {
            StaticType type = IsText ? StaticType.Text
                : Is<bool>() ? StaticType.Boolean
                : IsWhole ? StaticType.Integer
                : IsNumber ? StaticType.Number
                : Is<DateTime>() ? StaticType.Date
                : Is<TimeSpan>() ? StaticType.Duration
                : typeof(T) == typeof(ValueList) ? StaticType.List(StaticType.Any)
                : typeof(T) == typeof(Value) || typeof(T) == typeof(ValueObject) ? StaticType.Any
                : throw Unsupported();
            return HasNull ? type.OrNull() : type;
        }
    }

    /// <exception cref="ArgumentException">The type cannot be used, or the name is empty.</exception>
    public static Parameter Parameter(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ParameterKind kind = IsText ? ParameterKind.Text
            : Is<bool>() ? ParameterKind.Boolean
            : IsWhole ? ParameterKind.Integer
            : IsNumber ? ParameterKind.Number
            : Is<DateTime>() ? ParameterKind.Date
            : typeof(T) == typeof(ValueList) ? ParameterKind.List
            : Is<TimeSpan>() || typeof(T) == typeof(Value) || typeof(T) == typeof(ValueObject) ? ParameterKind.Any
            : throw Unsupported();
        return new Parameter(name, kind) { ToleratesNull = HasNull || typeof(T) == typeof(Value) };
    }

    public static T Read(Arguments arguments, int index)
    {
        Value value = Freezing.Freeze(arguments.State, arguments[index], arguments.Place);
        if (typeof(T) == typeof(Value))
        {
            return (T)(object)value;
        }

        if (value.IsNull && IsText)
        {
            return (T)(object)string.Empty;
        }

        if (value.IsNull)
        {
            return HasNull ? default! : throw arguments.Wrong(index, "given");
        }

        object result = IsText ? arguments.Text(index)
            : Is<bool>() ? arguments.Boolean(index)
            : Is<long>() ? arguments.Integer(index)
            : Is<int>() ? WholeOf32Bits(arguments, index)
            : Is<double>() ? arguments.Number(index)
            : Is<decimal>() ? Decimal(arguments, index)
            : typeof(T) == typeof(ValueList) ? arguments.List(index)
            : Is<DateTime>() && value.TryGetDate(out DateTime date) ? date
            : Is<TimeSpan>() && value.TryGetDuration(out TimeSpan duration) ? duration
            : typeof(T) == typeof(ValueObject) && value.TryGetObject(out ValueObject? members) ? members
            : throw arguments.Wrong(index, Is<DateTime>() ? "a date" : Is<TimeSpan>() ? "a duration" : "an object");
        return typeof(T) == typeof(ValueList) && Freezing.Freeze(arguments.State, Value.From((ValueList)result), arguments.Place).TryGetList(out ValueList? list) ? (T)(object)list : (T)result;
    }

    public static Value Write(T result) => result switch
    {
        null => Value.Null,
        Value value => value,
        string text => Value.From(text),
        bool boolean => Value.From(boolean),
        int number => Value.From(number),
        long number => Value.From(number),
        double number => Value.From(number),
        decimal number => DecimalNumber.From(number),
        DateTime date => Value.From(date),
        TimeSpan duration => Value.From(duration),
        ValueList list => Value.From(list),
        ValueObject members => Value.From(members),
        _ => throw Unsupported(),
    };

    private static bool Is<TWanted>()
        where TWanted : struct => typeof(T) == typeof(TWanted) || typeof(T) == typeof(TWanted?);

    private static int WholeOf32Bits(Arguments arguments, int index)
    {
        long whole = arguments.Integer(index);
        return whole is >= int.MinValue and <= int.MaxValue ? (int)whole : throw arguments.Wrong(index, "a whole number of 32 bits");
    }

    private static decimal Decimal(Arguments arguments, int index)
    {
        if (arguments[index].Reference is DecimalNumber exact)
        {
            return exact.Number;
        }

        double number = arguments.Number(index);
        return Math.Abs(number) < (double)decimal.MaxValue ? (decimal)number : throw arguments.Wrong(index, "a number of at most 28 digits");
    }

    private static ArgumentException Unsupported() =>
        new($"{typeof(T)} cannot be a parameter or result of a template's function; use string, bool, int, long, double, decimal, DateTime, TimeSpan, Value, ValueList or ValueObject.");
}
