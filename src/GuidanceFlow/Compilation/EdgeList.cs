namespace GuidanceFlow.Compilation;

/// <summary>The edges out of a node, mostly few.</summary>
internal sealed class EdgeList
{
    private FlowEdge[] _edges = [];

    public int Count { get; private set; }

    public FlowEdge this[int index] => _edges[index];

    public void Add(FlowEdge edge)
    {
        if (Count == _edges.Length)
        {
            Array.Resize(ref _edges, Math.Max(4, Count * 2));
        }

        _edges[Count++] = edge;
    }

    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks the edges.</summary>
    public struct Enumerator(EdgeList list)
    {
        private int _index = -1;

        public readonly FlowEdge Current => list._edges[_index];

        public bool MoveNext() => ++_index < list.Count;
    }
}
