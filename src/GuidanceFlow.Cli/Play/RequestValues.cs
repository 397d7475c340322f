using System.Text.Json;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Cli.Play;

/// <summary>Reads the values requests are made of.</summary>
internal static class RequestValues
{
    /// <summary>The place of the member the reader stands on among those there may be; the reader then stands on its value.</summary>
    public static int Member(ref Utf8JsonReader reader, string[] members, string what, ref Seen seen)
    {
        for (int i = 0; i < members.Length; i++)
        {
            if (reader.ValueTextEquals(members[i]))
            {
                if (!seen.Add(i))
                {
                    throw new RequestException($"Member '{members[i]}' is given twice in {what}.");
                }

                reader.Read();
                return i;
            }
        }

        string name = reader.GetString()!;
        string remedy = Spelling.Nearest(name, members) is { } nearest ? $"Did you mean '{nearest}'?" : $"Its members are {string.Join(", ", members)}.";
        throw new RequestException($"Unknown member {Spelling.Quote(name)} in {what}. {remedy}");
    }

    public static string Text(ref Utf8JsonReader reader, string name) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw WrongType(ref reader, name, "a text");

    /// <summary>A time with its offset: without one it would mean another time on another machine.</summary>
    public static DateTimeOffset Time(ref Utf8JsonReader reader, string name)
    {
        string text = Text(ref reader, name);
        bool hasOffset = text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal);
        return hasOffset && text.Contains('T', StringComparison.Ordinal) && reader.TryGetDateTimeOffset(out DateTimeOffset time)
            ? time
            : throw new RequestException($"Member '{name}' must be a time with its offset, such as \"2026-01-05T09:00:00Z\".");
    }

    /// <summary>A length of time as ISO 8601 writes it.</summary>
    public static TimeSpan Length(ref Utf8JsonReader reader, string name) => Durations.TryParse(Text(ref reader, name), out TimeSpan length)
        ? length
        : throw new RequestException($"Member '{name}' must be a length of time, such as \"PT10M\" (10 minutes) or \"P1D\" (a day).");

    /// <summary>Any value.</summary>
    public static Value Any(ref Utf8JsonReader reader, string name)
    {
        Value value = ValueJson.Read(ref reader);
        return IsFinite(value) ? value : throw new RequestException($"A number in {Spelling.Quote(name)} is too large. The largest is about 1.8e308.");
    }

    public static IReadOnlyDictionary<string, Value> Named(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw WrongType(ref reader, name, "an object");
        }

        var values = new Dictionary<string, Value>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string member = reader.GetString()!;
            reader.Read();
            Value value = ValueJson.Read(ref reader);
            if (!IsFinite(value))
            {
                throw new RequestException($"A number in {Spelling.Quote(name + "." + member)} is too large. The largest is about 1.8e308.");
            }

            if (!values.TryAdd(member, value))
            {
                throw new RequestException($"{Spelling.Quote(member)} is given twice in '{name}'.");
            }
        }

        return values;
    }

    public static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "null",
    };

    private static RequestException WrongType(ref Utf8JsonReader reader, string name, string expected) =>
        new($"Member '{name}' must be {expected}, but is {Describe(reader.TokenType)}.");

    // JSON's 1e999 reads as infinity, which could not be written again.
    private static bool IsFinite(Value value) => value.Kind switch
    {
        ValueKind.Number => value.TryGetNumber(out double number) && double.IsFinite(number),
        ValueKind.List when value.TryGetList(out ValueList? list) => list.All(IsFinite),
        ValueKind.Object when value.TryGetObject(out ValueObject? members) => members.All(member => IsFinite(member.Value)),
        _ => true,
    };
}

/// <summary>Which members of an object came already.</summary>
internal struct Seen
{
    private int _bits;

    /// <summary>False when it came before.</summary>
    public bool Add(int member)
    {
        int bit = 1 << member;
        bool first = (_bits & bit) == 0;
        _bits |= bit;
        return first;
    }
}
