using System.Runtime.CompilerServices;
using System.Text.Json;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>Turns JSON into values and values into JSON.</summary>
/// <remarks>
/// Dates and durations have no JSON type: they are written as objects with one member, <c>{"$date":"2026-01-05T09:00:00Z"}</c>
/// (round-trip format) and <c>{"$duration":"PT5M"}</c> (ISO 8601), and read back from them, so that a session survives
/// being stored. Thread-safe.
/// </remarks>
public static class ValueJson
{
    private const string DateMember = "$date";
    private const string DurationMember = "$duration";

    /// <summary>The value of a JSON element. A number without fraction or exponent that fits 64 bits becomes an integer.</summary>
    /// <exception cref="InvalidOperationException">A text or name has half of a surrogate pair, which no text may have.</exception>
    /// <exception cref="InsufficientExecutionStackException">The JSON is nested deeper than the thread's stack allows.</exception>
    public static Value Read(JsonElement element)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (element.ValueKind)
        {
            case JsonValueKind.True:
                return Value.True;
            case JsonValueKind.False:
                return Value.False;
            case JsonValueKind.String:
                return Value.From(element.GetString());
            case JsonValueKind.Number:
                return element.TryGetInt64(out long integer) ? Value.From(integer) : Value.From(element.GetDouble());
            case JsonValueKind.Array:
                var items = new Value[element.GetArrayLength()];
                int i = 0;
                foreach (JsonElement item in element.EnumerateArray())
                {
                    items[i++] = Read(item);
                }

                return Value.From(ValueList.Adopt(items));
            case JsonValueKind.Object:
                return FromMembers(element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Read(member.Value))));
            default:
                return Value.Null;
        }
    }

    /// <summary>Reads the value the reader stands on and leaves the reader on its last token.</summary>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public static Value Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return Value.True;
            case JsonTokenType.False:
                return Value.False;
            case JsonTokenType.String:
                return Value.From(reader.GetString());
            case JsonTokenType.Number:
                return reader.TryGetInt64(out long integer) ? Value.From(integer) : Value.From(reader.GetDouble());
            case JsonTokenType.StartArray:
                var items = new List<Value>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Read(ref reader));
                }

                return Value.From(ValueList.Adopt([.. items]));
            case JsonTokenType.StartObject:
                var members = new List<KeyValuePair<string, Value>>();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    string name = reader.GetString()!;
                    reader.Read();
                    members.Add(KeyValuePair.Create(name, Read(ref reader)));
                }

                return FromMembers(members);
            default:
                return Value.Null;
        }
    }

    /// <summary>Writes a value. A number that JSON cannot express (infinite, not a number) is written as null.</summary>
    /// <exception cref="ArgumentException">The value is of kind <see cref="ValueKind.Other"/>.</exception>
    public static void Write(Utf8JsonWriter writer, Value value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (value.Kind)
        {
            case ValueKind.Null:
                writer.WriteNullValue();
                break;
            case ValueKind.Boolean:
                writer.WriteBooleanValue(value == Value.True);
                break;
            case ValueKind.Integer when value.TryGetInteger(out long integer):
                writer.WriteNumberValue(integer);
                break;
            case ValueKind.Number when value.TryGetNumber(out double number):
                WriteNumber(writer, number);
                break;
            case ValueKind.Text when value.TryGetText(out string? text):
                writer.WriteStringValue(text);
                break;
            case ValueKind.Date when value.TryGetDate(out DateTime date):
                writer.WriteStartObject();
                writer.WriteString(DateMember, date.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
                writer.WriteEndObject();
                break;
            case ValueKind.Duration when value.TryGetDuration(out TimeSpan duration):
                writer.WriteStartObject();
                writer.WriteString(DurationMember, System.Xml.XmlConvert.ToString(duration));
                writer.WriteEndObject();
                break;
            case ValueKind.List when value.TryGetList(out ValueList? list):
                writer.WriteStartArray();
                foreach (Value item in list.AsSpan())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case ValueKind.Object when value.TryGetObject(out ValueObject? members):
                writer.WriteStartObject();
                foreach ((string name, Value member) in members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, member);
                }

                writer.WriteEndObject();
                break;
            default:
                throw new ArgumentException("A function cannot be written as JSON; write what it returns.", nameof(value));
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        if (!double.IsFinite(number))
        {
            writer.WriteNullValue();
        }
        else if (Math.Abs(number) < 1e15 && Math.Floor(number) == number)
        {
            // Keeps a whole number a number: 2 would come back as an integer.
            writer.WriteRawValue(number.ToString("F1", System.Globalization.CultureInfo.InvariantCulture), skipInputValidation: true);
        }
        else
        {
            string text = number.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            writer.WriteRawValue(text, skipInputValidation: true);
        }
    }

    private static Value FromMembers(IEnumerable<KeyValuePair<string, Value>> members)
    {
        ValueObject result = ValueObject.Create(members);
        if (result.Count == 1)
        {
            if (result.TryGetValue(DateMember, out Value date) && date.TryGetText(out string? dateText)
                && DateTime.TryParseExact(dateText, "O", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.RoundtripKind, out DateTime parsedDate))
            {
                return Value.From(parsedDate);
            }

            if (result.TryGetValue(DurationMember, out Value duration) && duration.TryGetText(out string? durationText)
                && TryParseDuration(durationText, out TimeSpan parsedDuration))
            {
                return Value.From(parsedDuration);
            }
        }

        return Value.From(result);
    }

    private static bool TryParseDuration(string text, out TimeSpan duration)
    {
        try
        {
            duration = System.Xml.XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            duration = default;
            return false;
        }
    }
}
