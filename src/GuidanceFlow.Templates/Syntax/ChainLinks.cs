using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Syntax;

/// <summary>The links of a chain, one or more. Most chains have one, and need no array for it.</summary>
/// <param name="first">The first link.</param>
/// <param name="others">Those behind it.</param>
internal readonly struct ChainLinks(ChainLink first, ChainLink[] others)
{
    private readonly ChainLink _first = first;
    private readonly ChainLink[] _others = others;

    public int Length => _others.Length + 1;

    public ChainLink this[int index] => index == 0 ? _first : _others[index - 1];

    /// <summary>Takes the links of a chain that was read.</summary>
    /// <param name="read">What was read, of this chain and of those around it.</param>
    /// <param name="mark">Where this chain's links begin, of which there is one at least.</param>
    public static ChainLinks Cut(Scratch<ChainLink> read, int mark)
    {
        ChainLink first = read[mark];
        ChainLink[] others = read.Count == mark + 1 ? [] : read.Cut(mark + 1);
        read.Drop(mark);
        return new ChainLinks(first, others);
    }

    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks the links.</summary>
    public struct Enumerator(ChainLinks links)
    {
        private int _index = -1;

        public readonly ChainLink Current => links[_index];

        public bool MoveNext() => ++_index < links.Length;
    }
}
