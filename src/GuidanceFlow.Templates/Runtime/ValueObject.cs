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

    // The names, or, of an object that may be changed, a Growth that holds them: a waiting session has many objects, each of which would pay for a field more.
    private readonly object _names;
    private Value[] _values;

    private ValueObject(object names, Value[] values)
    {
        _names = names;
        _values = values;
    }

    /// <summary>The object without members.</summary>
    public static ValueObject Empty { get; } = new(Array.Empty<string>(), []);

    /// <inheritdoc/>
    public int Count => _names is string[] names ? names.Length : Growing.Count;

    /// <summary>The members' names in order.</summary>
    public IReadOnlyList<string> Names => _names as string[] ?? Growing.Used.ToArray();

    /// <summary>The members' values, in the order of their names.</summary>
    internal ReadOnlySpan<Value> Values => _values.AsSpan(0, Count);

    /// <summary>Whether the running template may change it.</summary>
    internal bool IsChangeable => _names is Growth;

    private Growth Growing => (Growth)_names;

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

        return names.Count == 0 ? Empty : new ValueObject(names.ToArray(), [.. values]);
    }

    /// <summary>Makes an object of arrays the caller must not change any more; the names must differ.</summary>
    internal static ValueObject Adopt(string[] names, Value[] values) => new(names, values);

    /// <summary>Makes an object that the running template may change. The values are taken over, the names are not.</summary>
    internal static ValueObject AdoptChangeable(ReadOnlySpan<string> names, Value[] values) => new(new Growth(names.ToArray()), values);

    /// <summary>Makes an object without members that the running template may change.</summary>
    internal static ValueObject CreateChangeable() => new(new Growth([]), []);

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

        int place = Growing.Add(name);
        if (place >= _values.Length)
        {
            Array.Resize(ref _values, Math.Max(4, _values.Length * 2));
        }

        _values[place] = value;
    }

    /// <summary>Whether a member of a changeable object was made read-only.</summary>
    internal bool IsReadOnly(string name) => Growing.ReadOnly?.Contains(name) == true;

    /// <summary>Keeps a member of a changeable object, if there is one of that name, from being set again.</summary>
    internal void MakeReadOnly(string name)
    {
        if (IndexOf(name) >= 0)
        {
            (Growing.ReadOnly ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);
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
            if (!other.TryGetValue(NameAt(i), out Value value) || !value.Equals(_values[i]))
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
            hash += HashCode.Combine(NameAt(i).GetHashCode(StringComparison.Ordinal), _values[i]);
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
            yield return KeyValuePair.Create(NameAt(i), _values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string name)
    {
        if (_names is not string[] names)
        {
            return Growing.IndexOf(name);
        }

        return names.Length <= WalkLimit ? Walk(names, name)
            : Indexes.GetValue(names, static given => MakeIndex(given)).TryGetValue(name, out int found) ? found : -1;
    }

    private string NameAt(int index) => _names is string[] names ? names[index] : Growing.Used[index];

    private static int Walk(ReadOnlySpan<string> names, string name)
    {
        for (int i = 0; i < names.Length; i++)
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

    /// <summary>The names of an object that may get more of them.</summary>
    private sealed class Growth(string[] names)
    {
        private string[] _room = names;
        private Dictionary<string, int>? _index = names.Length > WalkLimit ? MakeIndex(names) : null;

        public int Count { get; private set; } = names.Length;

        public HashSet<string>? ReadOnly { get; set; }

        public ReadOnlySpan<string> Used => _room.AsSpan(0, Count);

        public int IndexOf(string name) => _index is null ? Walk(Used, name) : _index.TryGetValue(name, out int place) ? place : -1;

        /// <summary>Adds a name; gives its place.</summary>
        public int Add(string name)
        {
            if (Count == _room.Length)
            {
                Array.Resize(ref _room, Math.Max(4, Count * 2));
            }

            _room[Count] = name;
            Count++;
            if (_index is not null)
            {
                _index.Add(name, Count - 1);
            }
            else if (Count > WalkLimit)
            {
                _index = MakeIndex(Used);
            }

            return Count - 1;
        }
    }
}
