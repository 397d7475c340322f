using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>
/// Named values in the order they were given. Two objects are equal when they hold the same names with equal values, whatever the
/// order. Immutable and safe to share between threads.
/// </summary>
/// <remarks>A template may change the objects it makes itself while it runs; none of those leaves it.</remarks>
public sealed class ValueObject : IReadOnlyCollection<KeyValuePair<string, Value>>, IEquatable<ValueObject>
{
    // Up to this many names a walk over the array is faster than hashing.
    private const int WalkLimit = 8;

    // Objects of one type share their names, and so the index of them; most objects have few and need none.
    private static readonly ConditionalWeakTable<string[], Dictionary<string, int>> Indexes = [];

    private string[] _names;
    private Value[] _values;

    // Only what a template may change has one; the objects of a waiting session do not pay for it with more than this field.
    private Growth? _growth;

    private ValueObject(string[] names, Value[] values)
    {
        _names = names;
        _values = values;
    }

    /// <summary>The object without members.</summary>
    public static ValueObject Empty { get; } = new([], []);

    /// <inheritdoc/>
    public int Count => _growth is null ? _names.Length : _growth.Count;

    /// <summary>The members' names in order.</summary>
    public IReadOnlyList<string> Names => _growth is null ? _names : _names[..Count];

    /// <summary>The members' values, in the order of their names.</summary>
    internal ReadOnlySpan<Value> Values => _values.AsSpan(0, Count);

    /// <summary>Whether the running template may change it.</summary>
    internal bool IsChangeable => _growth is not null;

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

    /// <summary>Makes an object that the running template may change. The values are taken over, the names are not.</summary>
    internal static ValueObject AdoptChangeable(ReadOnlySpan<string> names, Value[] values)
    {
        var made = new ValueObject(names.ToArray(), values) { _growth = new Growth { Count = values.Length } };
        if (values.Length > WalkLimit)
        {
            made._growth.Index = MakeIndex(made._names);
        }

        return made;
    }

    /// <summary>Makes an object without members that the running template may change.</summary>
    internal static ValueObject CreateChangeable() => new([], []) { _growth = new Growth() };

    /// <summary>The value under a name (ordinal, case counts).</summary>
    public bool TryGetValue(string name, out Value value)
    {
        int index = IndexOf(name);
        value = index >= 0 ? _values[index] : default;
        return index >= 0;
    }

    /// <summary>Sets a member of a changeable object; a new one comes last.</summary>
    internal void SetMember(string name, Value value)
    {
        int index = IndexOf(name);
        if (index >= 0)
        {
            _values[index] = value;
            return;
        }

        Growth growth = _growth!;
        if (growth.Count == _names.Length)
        {
            int room = Math.Max(4, _names.Length * 2);
            Array.Resize(ref _names, room);
            Array.Resize(ref _values, room);
        }

        _names[growth.Count] = name;
        _values[growth.Count] = value;
        growth.Count++;
        if (growth.Index is not null)
        {
            growth.Index.Add(name, growth.Count - 1);
        }
        else if (growth.Count > WalkLimit)
        {
            growth.Index = MakeIndex(_names.AsSpan(0, growth.Count));
        }
    }

    /// <inheritdoc/>
    public bool Equals(ValueObject? other)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (other is null || other.Count != Count)
        {
            return false;
        }

        for (int i = 0; i < Count && !ReferenceEquals(this, other); i++)
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
        RuntimeHelpers.EnsureSufficientExecutionStack();
        int hash = Count;
        for (int i = 0; i < Count; i++)
        {
            // A sum, so that the order of the names does not matter.
            hash += HashCode.Combine(_names[i].GetHashCode(StringComparison.Ordinal), _values[i]);
        }

        return hash;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return "{" + string.Join(", ", this.Select(member => member.Key + ": " + member.Value)) + "}";
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return KeyValuePair.Create(_names[i], _values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string name)
    {
        string[] names = _names;
        int count = names.Length;
        if (_growth is not null)
        {
            if (_growth.Index is { } index)
            {
                return index.TryGetValue(name, out int place) ? place : -1;
            }

            count = _growth.Count;
        }
        else if (count > WalkLimit)
        {
            return Indexes.GetValue(names, static given => MakeIndex(given)).TryGetValue(name, out int found) ? found : -1;
        }

        for (int i = 0; i < count; i++)
        {
            if (string.Equals(names[i], name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private static Dictionary<string, int> MakeIndex(ReadOnlySpan<string> names)
    {
        var index = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            index[names[i]] = i;
        }

        return index;
    }

    private sealed class Growth
    {
        public int Count { get; set; }

        public Dictionary<string, int>? Index { get; set; }
    }
}
