using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Runtime.CompilerServices;
using System.Text.Json;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Runtime.Numbers;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Values as JSON, for templates that write or read it. Dates are ISO 8601, durations such as <c>"1.12:00:00"</c>.</summary>
internal static class JsonFormat
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth };

    private const int MaxDepth = 64;

    public static string Write(Arguments arguments, Value value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { MaxDepth = int.MaxValue }))
        {
            Write(arguments, writer, value);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    public static Value Read(Arguments arguments, string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), Options);
        try
        {
            reader.Read();
            Value value = ReadValue(arguments, ref reader);
            return reader.Read() ? throw new JsonException() : value;
        }
        catch (InvalidOperationException)
        {
            throw arguments.Fail("a text in this JSON has half of a surrogate pair, such as \\ud800, which is no character.");
        }
        catch (JsonException problem)
        {
            throw arguments.Fail($"this is no JSON: \"{(json.Length <= 40 ? json : json[..40] + "…")}\" (line {problem.LineNumber + 1 ?? 1}).");
        }
    }

    private static void Write(Arguments arguments, Utf8JsonWriter writer, Value value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();

        // Six bytes are the longest that one character takes.
        arguments.State.CheckTextLength((writer.BytesCommitted + writer.BytesPending) / 6, arguments.Place);
        switch (value.Kind)
        {
            case ValueKind.Date when value.TryGetDate(out DateTime date):
                writer.WriteStringValue(date);
                break;
            case ValueKind.Duration when value.TryGetDuration(out TimeSpan duration):
                writer.WriteStringValue(duration.ToString("c"));
                break;
            case ValueKind.Number when value.TryGetNumber(out double number):
                WriteNumber(arguments, writer, number);
                break;
            case ValueKind.List when value.TryGetList(out ValueList? list):
                writer.WriteStartArray();
                arguments.State.CountItems(list.Count, arguments.Place);
                foreach (Value item in list.AsSpan())
                {
                    Write(arguments, writer, item);
                }

                writer.WriteEndArray();
                break;
            case ValueKind.Object when value.TryGetObject(out ValueObject? members):
                writer.WriteStartObject();
                arguments.State.CountItems(members.Count, arguments.Place);
                foreach ((string name, Value member) in members)
                {
                    writer.WritePropertyName(name);
                    Write(arguments, writer, member);
                }

                writer.WriteEndObject();
                break;
            case ValueKind.Other when value.Reference is OtherNumber other:
                if (!other.TryWrite(writer))
                {
                    throw IsInfinite(arguments);
                }

                break;
            case ValueKind.Other:
                throw arguments.Fail(value.Reference is EmptyValue ? "\"empty\" cannot be written as JSON; write {} or []." : "a function cannot be written as JSON.");
            default:
                ValueJson.Write(writer, value);
                break;
        }
    }

    private static void WriteNumber(Arguments arguments, Utf8JsonWriter writer, double number)
    {
        if (!double.IsFinite(number))
        {
            throw IsInfinite(arguments);
        }

        writer.WriteNumberValue(number);
    }

    private static TemplateRuntimeException IsInfinite(Arguments arguments) => arguments.Fail("JSON has no infinite numbers and none that is not a number.");

    /// <summary>A whole number of any size; one with a point or an exponent as a decimal, unless it is too large or too small for one.</summary>
    private static Value ReadNumber(Arguments arguments, ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out long integer))
        {
            return Value.From(integer);
        }

        if (reader.ValueSpan.IndexOfAny(".eE"u8) < 0)
        {
            return reader.ValueSpan.Length <= BigNumber.MaxDigits && BigInteger.Parse(Encoding.UTF8.GetString(reader.ValueSpan), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) is var big && !BigNumber.IsTooLarge(big)
                ? BigNumber.From(big)
                : throw arguments.Exceed($"a number has more than {BigNumber.MaxBits} bits, the most a whole number can have.");
        }

        double number = reader.GetDouble();
        return reader.TryGetDecimal(out decimal exact) && (exact != 0 || number == 0) ? DecimalNumber.From(exact) : Value.From(number);
    }

    private static Value ReadValue(Arguments arguments, ref Utf8JsonReader reader)
    {
        arguments.State.CountItems(1, arguments.Place);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                var items = new List<Value>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue(arguments, ref reader));
                }

                return arguments.NewList([.. items]);
            case JsonTokenType.StartObject:
                var members = new List<KeyValuePair<string, Value>>();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    string name = reader.GetString()!;
                    reader.Read();
                    members.Add(KeyValuePair.Create(name, ReadValue(arguments, ref reader)));
                }

                return arguments.State.NewObject(ValueObject.Create(members));
            case JsonTokenType.Number:
                return ReadNumber(arguments, ref reader);
            default:
                return ValueJson.Read(ref reader);
        }
    }
}
