using System.Collections;
using System.Runtime.CompilerServices;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>An immutable list of values, compared item by item. Safe to share between threads.</summary>
[CollectionBuilder(typeof(ValueList), nameof(Create))]
public sealed class ValueList : IReadOnlyList<Value>, IEquatable<ValueList>
{
    private readonly Value[] _items;

    private ValueList(Value[] items) => _items = items;

    /// <summary>The list without items.</summary>
    public static ValueList Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public Value this[int index] => _items[index];

    /// <summary>Makes a list of a copy of the items.</summary>
    public static ValueList Create(ReadOnlySpan<Value> items) => items.IsEmpty ? Empty : new ValueList(items.ToArray());

    /// <summary>Makes a list that takes the array over; the caller must not change it any more.</summary>
    internal static ValueList Adopt(Value[] items) => items.Length == 0 ? Empty : new ValueList(items);

    /// <summary>The list with one more item at its end.</summary>
    public ValueList Append(Value item) => new([.. _items, item]);

    /// <summary>The items.</summary>
    public ReadOnlySpan<Value> AsSpan() => _items;

    /// <inheritdoc/>
    public bool Equals(ValueList? other) => other is not null && AsSpan().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (Value item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => "[" + string.Join(", ", _items) + "]";

    /// <inheritdoc/>
    public IEnumerator<Value> GetEnumerator() => ((IEnumerable<Value>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
