namespace GuidanceFlow.Compilation;

/// <summary>A set of data slots, for the analysis of what is assigned where.</summary>
internal sealed class SlotSet
{
    private readonly ulong[] _bits;

    private SlotSet(ulong[] bits) => _bits = bits;

    public static SlotSet None(int count) => new(new ulong[(count + 63) / 64]);

    public static SlotSet All(int count)
    {
        SlotSet set = None(count);
        Array.Fill(set._bits, ulong.MaxValue);
        return set;
    }

    public bool Contains(int slot) => (_bits[slot >> 6] & (1UL << (slot & 63))) != 0;

    public void Add(int slot) => _bits[slot >> 6] |= 1UL << (slot & 63);

    public SlotSet Copy() => new((ulong[])_bits.Clone());

    /// <summary>Keeps only what the other set has too; tells whether that took anything away.</summary>
    public bool Intersect(SlotSet other)
    {
        bool changed = false;
        for (int i = 0; i < _bits.Length; i++)
        {
            ulong kept = _bits[i] & other._bits[i];
            changed |= kept != _bits[i];
            _bits[i] = kept;
        }

        return changed;
    }
}
