using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>
/// Immutable named values in the order they were given. Two objects are equal when they hold the same names with equal
/// values, whatever the order. Safe to share between threads.
/// </summary>
public sealed class ValueObject : IReadOnlyCollection<KeyValuePair<string, Value>>, IEquatable<ValueObject>
{
    // Up to this many names a walk over the array is faster than hashing.
    private const int WalkLimit = 8;

    // Objects of one type share their names, and so the index of them; most objects have few and need none.
    private static readonly ConditionalWeakTable<string[], Dictionary<string, int>> Indexes = [];

    private readonly string[] _names;
    private readonly Value[] _values;

    private ValueObject(string[] names, Value[] values)
    {
        _names = names;
        _values = values;
    }

    /// <summary>The object without members.</summary>
    public static ValueObject Empty { get; } = new([], []);

    /// <inheritdoc/>
    public int Count => _names.Length;

    /// <summary>The members' names in order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Makes an object; of a name given twice the last value counts, at the first one's place.</summary>
    public static ValueObject Create(IEnumerable<KeyValuePair<string, Value>> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var names = new List<string>();
        var values = new List<Value>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string name, Value value) in members)
        {
            if (places.TryGetValue(name, out int place))
            {
                values[place] = value;
                continue;
            }

            places.Add(name, names.Count);
            names.Add(name);
            values.Add(value);
        }

        return names.Count == 0 ? Empty : new ValueObject([.. names], [.. values]);
    }

    /// <summary>Makes an object of arrays the caller must not change any more; the names must differ.</summary>
    internal static ValueObject Adopt(string[] names, Value[] values) => new(names, values);

    /// <summary>The value under a name (ordinal, case counts).</summary>
    public bool TryGetValue(string name, out Value value)
    {
        int index = IndexOf(name);
        value = index >= 0 ? _values[index] : default;
        return index >= 0;
    }

    /// <inheritdoc/>
    public bool Equals(ValueObject? other)
    {
        if (other is null || other.Count != Count)
        {
            return false;
        }

        for (int i = 0; i < _names.Length; i++)
        {
            if (!other.TryGetValue(_names[i], out Value value) || !value.Equals(_values[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as ValueObject);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = _names.Length;
        for (int i = 0; i < _names.Length; i++)
        {
            // A sum, so that the order of the names does not matter.
            hash += HashCode.Combine(_names[i].GetHashCode(StringComparison.Ordinal), _values[i]);
        }

        return hash;
    }

    /// <inheritdoc/>
    public override string ToString() => "{" + string.Join(", ", _names.Zip(_values, (name, value) => name + ": " + value)) + "}";

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator()
    {
        for (int i = 0; i < _names.Length; i++)
        {
            yield return KeyValuePair.Create(_names[i], _values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string name)
    {
        string[] names = _names;
        if (names.Length > WalkLimit)
        {
            return Indexes.GetValue(names, MakeIndex).TryGetValue(name, out int found) ? found : -1;
        }

        for (int i = 0; i < names.Length; i++)
        {
            if (string.Equals(names[i], name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private static Dictionary<string, int> MakeIndex(string[] names)
    {
        var index = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            index[names[i]] = i;
        }

        return index;
    }
}
