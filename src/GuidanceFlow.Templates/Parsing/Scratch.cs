namespace GuidanceFlow.Templates.Parsing;

/// <summary>
/// A list that is kept and used again, on whose end other lists are built: note <see cref="Count"/>, add, and
/// <see cref="Cut"/> what was added. Lists may nest as calls do. Not safe for use by several threads.
/// </summary>
internal sealed class Scratch<T>
{
    // What one long text has grown is not kept.
    private const int KeptCapacity = 4096;

    private T[] _items = new T[8];

    public int Count { get; private set; }

    public int Capacity => _items.Length;

    public T this[int index] => _items[index];

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = item;
    }

    /// <summary>Takes what was added behind a mark.</summary>
    public T[] Cut(int mark)
    {
        var cut = new T[Count - mark];
        Array.Copy(_items, mark, cut, 0, cut.Length);
        Drop(mark);
        return cut;
    }

    /// <summary>Forgets what was added behind a mark.</summary>
    public void Drop(int mark)
    {
        if (mark == 0 && _items.Length > KeptCapacity)
        {
            _items = new T[8];
        }
        else
        {
            Array.Clear(_items, mark, Count - mark);
        }

        Count = mark;
    }
}
