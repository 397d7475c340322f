using System.Collections;
using System.Runtime.CompilerServices;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>A list of values, compared item by item. Immutable and safe to share between threads.</summary>
/// <remarks>A template may change the lists it makes itself while it runs; none of those leaves it.</remarks>
[CollectionBuilder(typeof(ValueList), nameof(Create))]
public sealed class ValueList : IReadOnlyList<Value>, IEquatable<ValueList>
{
    private Value[] _items;

    // Only what a template may change has one; the lists of a waiting session do not pay for it with more than this field.
    private Growth? _growth;

    private ValueList(Value[] items) => _items = items;

    /// <summary>The list without items.</summary>
    public static ValueList Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _growth is null ? _items.Length : _growth.Count;

    /// <inheritdoc/>
    public Value this[int index] => _growth is null ? _items[index] : AsSpan()[index];

    /// <summary>Whether the running template may change it.</summary>
    internal bool IsChangeable => _growth is not null;

    /// <summary>What stands beside the items: <c>list.name = value</c>; null for nothing.</summary>
    internal ValueObject? Members => _growth?.Members;

    /// <summary>Makes a list of a copy of the items.</summary>
    public static ValueList Create(ReadOnlySpan<Value> items) => items.IsEmpty ? Empty : new ValueList(items.ToArray());

    /// <summary>Makes a list that takes the array over; the caller must not change it any more.</summary>
    internal static ValueList Adopt(Value[] items) => items.Length == 0 ? Empty : new ValueList(items);

    /// <summary>Makes a list that takes the array over and that the running template may change.</summary>
    internal static ValueList AdoptChangeable(Value[] items) => new(items) { _growth = new Growth { Count = items.Length } };

    /// <summary>The list with one more item at its end.</summary>
    public ValueList Append(Value item) => new([.. AsSpan(), item]);

    /// <summary>The items.</summary>
    public ReadOnlySpan<Value> AsSpan() => _growth is null ? _items : _items.AsSpan(0, _growth.Count);

    /// <summary>Sets an item of a changeable list; a place behind its end is filled up with nulls.</summary>
    internal void SetItem(int index, Value item)
    {
        Growth growth = _growth!;
        if (index >= _items.Length)
        {
            Array.Resize(ref _items, Math.Max(index + 1, (int)Math.Min(_items.Length * 2L, Array.MaxLength)));
        }

        growth.Count = Math.Max(growth.Count, index + 1);
        _items[index] = item;
    }

    /// <summary>Sets a member of a changeable list.</summary>
    internal void SetMember(string name, Value value) => (_growth!.Members ??= ValueObject.CreateChangeable()).SetMember(name, value);

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

    private sealed class Growth
    {
        public int Count { get; set; }

        public ValueObject? Members { get; set; }
    }
}
