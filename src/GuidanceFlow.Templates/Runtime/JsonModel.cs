using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>A JSON object as named values, each read when it is first asked for.</summary>
internal sealed class JsonModel(JsonElement element) : IReadOnlyDictionary<string, Value>
{
    private readonly Dictionary<string, Value> _read = new(StringComparer.Ordinal);
    private JsonElement _element = element;

    public int Count => Keys.Count();

    public IEnumerable<string> Keys => NamesOf(Readable()).Distinct(StringComparer.Ordinal);

    public IEnumerable<Value> Values => this.Select(member => member.Value);

    public Value this[string key] => TryGetValue(key, out Value value) ? value : throw new KeyNotFoundException($"There is no member \"{key}\".");

    public bool ContainsKey(string key) => TryFind(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Value value)
    {
        if (_read.TryGetValue(key, out value))
        {
            return true;
        }

        if (!TryFind(key, out JsonElement member))
        {
            return false;
        }

        try
        {
            value = ValueJson.Read(member);
        }
        catch (InvalidOperationException)
        {
            value = ValueJson.Read(JsonSurrogates.Repair(member));
        }

        _read.Add(key, value);
        return true;
    }

    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator()
    {
        foreach (string key in Keys)
        {
            yield return KeyValuePair.Create(key, this[key]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static List<string> NamesOf(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];

    private bool TryFind(string key, out JsonElement member)
    {
        try
        {
            return _element.TryGetProperty(key, out member);
        }
        catch (InvalidOperationException)
        {
            _element = JsonSurrogates.Repair(_element);
            return _element.TryGetProperty(key, out member);
        }
    }

    /// <summary>The object with names that can all be read.</summary>
    private JsonElement Readable()
    {
        try
        {
            _ = NamesOf(_element);
        }
        catch (InvalidOperationException)
        {
            _element = JsonSurrogates.Repair(_element);
        }

        return _element;
    }
}
