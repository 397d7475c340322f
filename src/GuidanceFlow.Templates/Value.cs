using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Templates;

/// <summary>
/// One value of the template language and of a guidance session: null, a boolean, a number, text, a date, a duration,
/// a list or an object. Sixteen bytes, immutable, compared by content; scalars are never boxed.
/// </summary>
/// <remarks>Immutable and safe to share between threads. <see langword="default"/> is <see cref="Null"/>.</remarks>
public readonly struct Value : IEquatable<Value>
{
    // A scalar's kind is told by one of these marker objects, so that kind and payload fit in two words.
    private static readonly ScalarTag BooleanTag = new(ValueKind.Boolean);
    private static readonly ScalarTag IntegerTag = new(ValueKind.Integer);
    private static readonly ScalarTag NumberTag = new(ValueKind.Number);
    private static readonly ScalarTag DateTag = new(ValueKind.Date);
    private static readonly ScalarTag DurationTag = new(ValueKind.Duration);

    private readonly object? _reference;
    private readonly long _bits;

    private Value(object? reference, long bits = 0)
    {
        _reference = reference;
        _bits = bits;
    }

    /// <summary>The absent value; what a name without a value yields.</summary>
    public static Value Null => default;

    /// <summary>The boolean true.</summary>
    public static Value True => new(BooleanTag, 1);

    /// <summary>The boolean false.</summary>
    public static Value False => new(BooleanTag, 0);

    /// <summary>The empty text.</summary>
    public static Value EmptyText => new(string.Empty);

    /// <summary>What this value is.</summary>
    public ValueKind Kind => _reference switch
    {
        null => ValueKind.Null,
        ScalarTag tag => tag.Kind,
        string => ValueKind.Text,
        ValueList => ValueKind.List,
        ValueObject => ValueKind.Object,
        _ => ValueKind.Other,
    };

    /// <summary>Whether this is <see cref="Null"/>.</summary>
    public bool IsNull => _reference is null;

    /// <summary>Whether this is an <see cref="ValueKind.Integer"/> or a <see cref="ValueKind.Number"/>.</summary>
    public bool IsNumeric => ReferenceEquals(_reference, IntegerTag) || ReferenceEquals(_reference, NumberTag);

    /// <summary>The reference behind a value of kind <see cref="ValueKind.Other"/>: a function or a number of another form of the running template.</summary>
    internal object? Reference => _reference;

    /// <summary>Makes a boolean.</summary>
    public static Value From(bool value) => value ? True : False;

    /// <summary>Makes an integer.</summary>
    public static Value From(long value) => new(IntegerTag, value);

    /// <summary>Makes a floating-point number (IEEE 754 double).</summary>
    public static Value From(double value) => new(NumberTag, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Makes a text; <see langword="null"/> gives <see cref="Null"/>.</summary>
    public static Value From(string? value) => new(value);

    /// <summary>Makes a date with time; its <see cref="DateTime.Kind"/> is kept.</summary>
    public static Value From(DateTime value) => new(DateTag, value.ToBinary());

    /// <summary>Makes a duration.</summary>
    public static Value From(TimeSpan value) => new(DurationTag, value.Ticks);

    /// <summary>Makes a list; <see langword="null"/> gives <see cref="Null"/>.</summary>
    public static Value From(ValueList? value) => new(value);

    /// <summary>Makes an object; <see langword="null"/> gives <see cref="Null"/>.</summary>
    public static Value From(ValueObject? value) => new(value);

    /// <summary>Makes a value that only lives while a template runs.</summary>
    internal static Value FromOther(object reference) => new(reference);

    /// <summary>The boolean, if this is one.</summary>
    public bool TryGetBoolean(out bool value)
    {
        value = _bits != 0;
        return ReferenceEquals(_reference, BooleanTag);
    }

    /// <summary>The integer, if this is one.</summary>
    public bool TryGetInteger(out long value)
    {
        value = _bits;
        return ReferenceEquals(_reference, IntegerTag);
    }

    /// <summary>The number as a double, if this is a number or an integer.</summary>
    public bool TryGetNumber(out double value)
    {
        if (ReferenceEquals(_reference, NumberTag))
        {
            value = BitConverter.Int64BitsToDouble(_bits);
            return true;
        }

        value = _bits;
        return ReferenceEquals(_reference, IntegerTag);
    }

    /// <summary>The text, if this is one.</summary>
    public bool TryGetText([NotNullWhen(true)] out string? value)
    {
        value = _reference as string;
        return value is not null;
    }

    /// <summary>The date, if this is one.</summary>
    public bool TryGetDate(out DateTime value)
    {
        bool isDate = ReferenceEquals(_reference, DateTag);
        value = isDate ? DateTime.FromBinary(_bits) : default;
        return isDate;
    }

    /// <summary>The duration, if this is one.</summary>
    public bool TryGetDuration(out TimeSpan value)
    {
        bool isDuration = ReferenceEquals(_reference, DurationTag);
        value = isDuration ? TimeSpan.FromTicks(_bits) : default;
        return isDuration;
    }

    /// <summary>The list, if this is one.</summary>
    public bool TryGetList([NotNullWhen(true)] out ValueList? value)
    {
        value = _reference as ValueList;
        return value is not null;
    }

    /// <summary>The object, if this is one.</summary>
    public bool TryGetObject([NotNullWhen(true)] out ValueObject? value)
    {
        value = _reference as ValueObject;
        return value is not null;
    }

    /// <summary>Whether two values have the same kind and content; lists and objects are compared item by item.</summary>
    /// <remarks>An integer never equals a number here; the template operator <c>==</c> is laxer.</remarks>
    public static bool operator ==(Value left, Value right) => left.Equals(right);

    /// <summary>Whether two values differ in kind or content.</summary>
    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Value other) =>
        ReferenceEquals(_reference, other._reference)
            ? _bits == other._bits
            : _reference switch
            {
                null or ScalarTag => false,
                string text => other._reference is string otherText && string.Equals(text, otherText, StringComparison.Ordinal),
                _ => _reference.Equals(other._reference),
            };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _reference switch
    {
        null => 0,
        // The two halves apart: together they cancel each other out in 1 + 2³², 2 + 2·2³² and so on, which a template can count up to.
        ScalarTag tag => HashCode.Combine(tag.Kind, (int)_bits, (int)(_bits >> 32)),
        string text => text.GetHashCode(StringComparison.Ordinal),
        _ => _reference.GetHashCode(),
    };

    /// <summary>The value for people who debug: culture-invariant, text in quotes. Templates print by their own rules.</summary>
    public override string ToString()
    {
        switch (Kind)
        {
            case ValueKind.Null:
                return "null";
            case ValueKind.Boolean:
                return _bits != 0 ? "true" : "false";
            case ValueKind.Integer:
                return _bits.ToString(CultureInfo.InvariantCulture);
            case ValueKind.Number:
                return BitConverter.Int64BitsToDouble(_bits).ToString("R", CultureInfo.InvariantCulture);
            case ValueKind.Date:
                return DateTime.FromBinary(_bits).ToString("O", CultureInfo.InvariantCulture);
            case ValueKind.Duration:
                return TimeSpan.FromTicks(_bits).ToString("c", CultureInfo.InvariantCulture);
            case ValueKind.Text:
                return "\"" + (string)_reference! + "\"";
            default:
                return _reference!.ToString() ?? string.Empty;
        }
    }

    private sealed class ScalarTag(ValueKind kind)
    {
        public ValueKind Kind { get; } = kind;
    }
}
