using System.Globalization;
using System.Numerics;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Runtime.Numbers;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>The functions of <c>math</c>. Those that want a number take null for 0.</summary>
internal static class MathFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("math.abs", StaticType.Number, Abs, Number("value")) { Infer = static types => types[0].Kind == StaticTypeKind.Any ? StaticType.Number.OrNull() : types[0] },
        new("math.ceil", StaticType.Number, static a => Value.From(Math.Ceiling(a.Number(0))), Number("value")),
        new("math.floor", StaticType.Number, static a => Value.From(Math.Floor(a.Number(0))), Number("value")),
        new("math.round", StaticType.Number, Round, Number("value"), Integer("precision", 0)),
        new("math.plus", StaticType.Any, static a => Operate(a, TokenKind.Plus), Any("value"), Any("with")) { Infer = static types => OperatorTypes.Arithmetic(TokenKind.Plus, types[0], types[1]) },
        new("math.minus", StaticType.Any, static a => Operate(a, TokenKind.Minus), Any("value"), Any("with")) { Infer = static types => OperatorTypes.Arithmetic(TokenKind.Minus, types[0], types[1]) },
        new("math.times", StaticType.Any, static a => Operate(a, TokenKind.Star), Any("value"), Any("with")) { Infer = static types => OperatorTypes.Arithmetic(TokenKind.Star, types[0], types[1]) },
        new("math.modulo", StaticType.Any, static a => Operate(a, TokenKind.Percent), Any("value"), Any("with")) { Infer = static types => OperatorTypes.Arithmetic(TokenKind.Percent, types[0], types[1]) },
        new("math.divided_by", StaticType.Number, DividedBy, Number("value"), Number("divisor")) { Infer = static types => types[1].IsNullable ? StaticType.Number.OrNull() : StaticType.Number },
        new("math.is_number", StaticType.Boolean, static a => Value.From(OtherNumber.IsNumber(a[0])), Any("value") with { ToleratesNull = true }),
        new("math.random", StaticType.Integer, Random, Integer("min_value"), Integer("max_value")),
        new("math.uuid", StaticType.Text, Uuid),
        new("math.format", StaticType.Text, Format, Number("value"), Text("format"), Text("culture").OrNull()),
    ];

    private static Value Operate(Arguments arguments, TokenKind sign) => Arithmetic.Apply(arguments.State, sign, arguments[0], arguments[1], arguments.Place);

    private static Value Abs(Arguments arguments)
    {
        if (arguments[0].Kind is ValueKind.Null or ValueKind.Boolean)
        {
            return arguments[0];
        }

        if (arguments[0].Reference is OtherNumber other)
        {
            return other.Absolute;
        }

        if (arguments[0].TryGetInteger(out long integer))
        {
            return integer == long.MinValue ? BigNumber.From(-(BigInteger)integer) : Value.From(Math.Abs(integer));
        }

        return Value.From(Math.Abs(arguments.Number(0)));
    }

    private static Value Round(Arguments arguments)
    {
        int digits = arguments.Position(1);
        if (digits is < 0 or > 15)
        {
            throw arguments.Fail("\"precision\" must be between 0 and 15.");
        }

        return Value.From(Math.Round(arguments.Number(0), digits));
    }

    /// <summary>Divides; by a whole number of 32 bits the result is rounded down to a whole number.</summary>
    private static Value DividedBy(Arguments arguments)
    {
        if (arguments[1].IsNull)
        {
            return Value.Null;
        }

        if (arguments[1].Reference is OtherNumber)
        {
            return Arithmetic.Apply(arguments.State, TokenKind.Slash, Value.From(arguments.Number(0)), arguments[1], arguments.Place);
        }

        double result = arguments.Number(0) / arguments.Number(1);
        if (!arguments[1].TryGetInteger(out long divisor) || divisor is < int.MinValue or > int.MaxValue)
        {
            return Value.From(result);
        }

        if (divisor == 0)
        {
            throw arguments.Fail("the divisor is zero.");
        }

        if (arguments[0].TryGetInteger(out long integer) && divisor != -1)
        {
            long whole = integer / divisor;
            return Value.From(whole - (integer % divisor != 0 && (integer < 0) != (divisor < 0) ? 1 : 0));
        }

        result = Math.Floor(result);
        return Math.Abs(result) < 1L << 62 ? Value.From((long)result) : Value.From(result);
    }

    /// <summary>A whole number from the least to below the most, after <see cref="RenderSettings.Seed"/>.</summary>
    private static Value Random(Arguments arguments)
    {
        long least = arguments.Position(0);
        long most = arguments.Position(1);
        return least <= most
            ? Value.From(arguments.State.Random.NextInt64(least, most))
            : throw arguments.Fail($"\"min_value\" ({least}) must not be greater than \"max_value\" ({most}).");
    }

    /// <summary>A random UUID (version 4), after <see cref="RenderSettings.Seed"/>.</summary>
    private static Value Uuid(Arguments arguments)
    {
        Span<byte> bytes = stackalloc byte[16];
        arguments.State.Random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return Value.From(new Guid(bytes, bigEndian: true).ToString());
    }

    private static Value Format(Arguments arguments)
    {
        if (arguments[0].IsNull)
        {
            return Value.EmptyText;
        }

        if (!OtherNumber.IsNumber(arguments[0]))
        {
            throw arguments.Wrong(0, "a number");
        }

        CultureInfo culture = arguments[2].IsNull ? arguments.State.Culture : Cultures.Find(arguments, arguments.Text(2));
        string format = arguments.NumberFormat(1);
        try
        {
            return arguments[0].TryGetInteger(out long integer) ? arguments.NewText(integer, format, culture)
                : arguments.NewText(arguments[0].Reference is OtherNumber other ? other.ToString(format, culture) : arguments.Number(0).ToString(format, culture));
        }
        catch (FormatException)
        {
            throw arguments.Fail($"\"{format}\" is no format of a number; \"N2\" is one.");
        }
    }
}
