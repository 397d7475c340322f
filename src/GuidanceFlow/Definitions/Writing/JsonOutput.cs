using System.Globalization;
using System.Text;
using System.Text.Json;
using GuidanceFlow.Definitions.Json;
using GuidanceFlow.Definitions.Reading;

namespace GuidanceFlow.Definitions.Writing;

/// <summary>Writes members and leaves out those that say nothing.</summary>
internal sealed class JsonOutput(Utf8JsonWriter json)
{
    public void StartObject() => json.WriteStartObject();

    public void EndObject() => json.WriteEndObject();

    public void Name(string name) => json.WritePropertyName(name);

    public void Integer(long value) => json.WriteNumberValue(value);

    public void Flag(bool value) => json.WriteBooleanValue(value);

    public void Null() => json.WriteNullValue();

    /// <summary>A number that reads back with the same bits; infinite or not a number is written as null, which the reader refuses.</summary>
    public void Number(double value)
    {
        if (!double.IsFinite(value))
        {
            json.WriteNullValue();
            return;
        }

        string text = value.ToString("R", CultureInfo.InvariantCulture);

        // 2 would read back as an integer.
        json.WriteRawValue(text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0", skipInputValidation: true);
    }

    /// <summary>A text. Half of a surrogate pair is written as its escape, which the reader reports.</summary>
    public void Text(string? value)
    {
        if (value is null || JsonText.IndexOfLoneSurrogate(value) < 0)
        {
            json.WriteStringValue(value);
            return;
        }

        var text = new StringBuilder("\"");
        foreach (char c in value)
        {
            _ = char.IsAsciiLetterOrDigit(c) ? text.Append(c) : text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        json.WriteRawValue(text.Append('"').ToString(), skipInputValidation: true);
    }

    /// <summary>A member that is left out when it is null.</summary>
    public void Optional(string name, string? value)
    {
        if (value is not null)
        {
            Name(name);
            Text(value);
        }
    }

    /// <summary>A member that must be there.</summary>
    public void Required(string name, string? value)
    {
        Name(name);
        Text(value);
    }

    /// <summary>A word for a value; a value without one is written as nothing, which the reader refuses.</summary>
    public void Word<T>(string name, Words<T> words, T value)
        where T : struct, Enum => Required(name, words.Of(value));

    /// <summary>An array that is left out when it is empty.</summary>
    public void Optional<T>(string name, EquatableArray<T> items, Action<JsonOutput, T> write)
    {
        if (!items.IsEmpty)
        {
            Required(name, items, write);
        }
    }

    /// <summary>An array that must be there.</summary>
    public void Required<T>(string name, EquatableArray<T> items, Action<JsonOutput, T> write)
    {
        Name(name);
        Array(items, write);
    }

    public void Array<T>(EquatableArray<T> items, Action<JsonOutput, T> write)
    {
        json.WriteStartArray();
        foreach (T item in items)
        {
            write(this, item);
        }

        json.WriteEndArray();
    }

    /// <summary>An object whose members write name and value themselves; it is left out when there are none.</summary>
    public void OptionalMap<T>(string name, EquatableArray<T> members, Action<JsonOutput, T> write)
    {
        if (!members.IsEmpty)
        {
            RequiredMap(name, members, write);
        }
    }

    /// <summary>An object whose members write name and value themselves.</summary>
    public void RequiredMap<T>(string name, EquatableArray<T> members, Action<JsonOutput, T> write)
    {
        Name(name);
        StartObject();
        foreach (T member in members)
        {
            write(this, member);
        }

        EndObject();
    }
}
