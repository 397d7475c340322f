using System.Collections;
using System.Runtime.CompilerServices;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>A list of values, compared item by item. Immutable and safe to share between threads.</summary>
/// <remarks>A template may change the lists it makes itself while it runs; none of those leaves it.</remarks>
[CollectionBuilder(typeof(ValueList), nameof(Create))]
public sealed class ValueList : IReadOnlyList<Value>, IEquatable<ValueList>
{
    // The items, or, of a list that may be changed, a Growth that holds them: a waiting session has many lists, each of which would pay for a field more.
    private readonly object _items;

    private ValueList(object items) => _items = items;

    /// <summary>The list without items.</summary>
    public static ValueList Empty { get; } = new(Array.Empty<Value>());

    /// <inheritdoc/>
    public int Count => _items is Value[] items ? items.Length : Growing.Count;

    /// <inheritdoc/>
    public Value this[int index] => _items is Value[] items ? items[index] : Growing.Used[index];

    /// <summary>Whether the running template may change it.</summary>
    internal bool IsChangeable => _items is Growth;

    /// <summary>What stands beside the items: <c>list.name = value</c>; null for nothing.</summary>
    internal ValueObject? Members => (_items as Growth)?.Members;

    private Growth Growing => (Growth)_items;

    /// <summary>Makes a list of a copy of the items.</summary>
    public static ValueList Create(ReadOnlySpan<Value> items) => items.IsEmpty ? Empty : new ValueList(items.ToArray());

    /// <summary>Makes a list that takes the array over; the caller must not change it any more.</summary>
    internal static ValueList Adopt(Value[] items) => items.Length == 0 ? Empty : new ValueList(items);

    /// <summary>Makes a list that takes the array over and that the running template may change.</summary>
    internal static ValueList AdoptChangeable(Value[] items) => new(new Growth(items));

    /// <summary>The list with one more item at its end.</summary>
    public ValueList Append(Value item) => Adopt([.. AsSpan(), item]);

    /// <summary>The items.</summary>
    public ReadOnlySpan<Value> AsSpan() => _items is Value[] items ? items : Growing.Used;

    /// <summary>Sets an item of a changeable list; a place behind its end is filled up with nulls.</summary>
    internal void SetItem(int index, Value item) => Growing.Set(index, item);

    /// <summary>Sets a member of a changeable list.</summary>
    internal void SetMember(string name, Value value) => (Growing.Members ??= ValueObject.CreateChangeable()).SetMember(name, value);

    /// <inheritdoc/>
    public bool Equals(ValueList? other)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return other is not null && (ReferenceEquals(this, other) || AsSpan().SequenceEqual(other.AsSpan()));
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var hash = default(HashCode);
        foreach (Value item in AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return "[" + string.Join(", ", this) + "]";
    }

    /// <inheritdoc/>
    public IEnumerator<Value> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Growth(Value[] items)
    {
        private Value[] _room = items;

        public int Count { get; private set; } = items.Length;

        public ValueObject? Members { get; set; }

        public ReadOnlySpan<Value> Used => _room.AsSpan(0, Count);

        public void Set(int index, Value item)
        {
            if (index >= _room.Length)
            {
                Array.Resize(ref _room, Math.Max(index + 1, (int)Math.Min(_room.Length * 2L, Array.MaxLength)));
            }

            Count = Math.Max(Count, index + 1);
            _room[index] = item;
        }
    }
}
