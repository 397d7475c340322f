namespace GuidanceFlow.Templates.Parsing;

/// <summary>The tokens of the stretch of a text that is being parsed; kept and used for the next one.</summary>
internal sealed class TokenList
{
    // What one long text has grown is not kept.
    private const int KeptCapacity = 4096;

    private Token[] _tokens = new Token[64];

    public int Count { get; private set; }

    public ref readonly Token this[int index] => ref _tokens[index];

    public void Add(in Token token)
    {
        if (Count == _tokens.Length)
        {
            Array.Resize(ref _tokens, Count * 2);
        }

        _tokens[Count++] = token;
    }

    /// <summary>Forgets the first tokens.</summary>
    public void Drop(int count)
    {
        Count -= count;
        Array.Copy(_tokens, count, _tokens, 0, Count);
        Array.Clear(_tokens, Count, count);
    }

    public void Clear()
    {
        if (_tokens.Length > KeptCapacity)
        {
            _tokens = new Token[64];
        }

        Array.Clear(_tokens, 0, Math.Min(Count, _tokens.Length));
        Count = 0;
    }
}
