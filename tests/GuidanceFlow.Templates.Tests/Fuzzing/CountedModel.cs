using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace GuidanceFlow.Templates.Tests.Fuzzing;

/// <summary>A model that counts how often templates read <see cref="ModelGenerator.RoundMark"/>, which they do once in a loop's round.</summary>
internal sealed class CountedModel(IReadOnlyDictionary<string, Value> values) : IReadOnlyDictionary<string, Value>
{
    public int Rounds { get; private set; }

    public int Count => values.Count;

    public IEnumerable<string> Keys => values.Keys;

    public IEnumerable<Value> Values => values.Values;

    public Value this[string key] => TryGetValue(key, out Value value) ? value : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => values.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Value value)
    {
        Rounds += key == ModelGenerator.RoundMark ? 1 : 0;
        return values.TryGetValue(key, out value);
    }

    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
