namespace GuidanceFlow.Compilation;

/// <summary>A set of data slots, for the analysis of what is assigned where. Immutable: most nodes of a flow share theirs.</summary>
internal sealed class SlotSet
{
    private readonly ulong[] _bits;

    private SlotSet(ulong[] bits) => _bits = bits;

    public static SlotSet None(int count) => new(new ulong[(count + 63) / 64]);

    public bool Contains(int slot) => (_bits[slot >> 6] & (1UL << (slot & 63))) != 0;

    /// <summary>The set with a slot; this one when it has it.</summary>
    public SlotSet With(int slot)
    {
        if (Contains(slot))
        {
            return this;
        }

        var bits = (ulong[])_bits.Clone();
        bits[slot >> 6] |= 1UL << (slot & 63);
        return new SlotSet(bits);
    }

    /// <summary>What both sets have; this one when it has nothing else.</summary>
    public SlotSet Intersect(SlotSet other)
    {
        if (ReferenceEquals(this, other))
        {
            return this;
        }

        ulong[]? bits = null;
        for (int i = 0; i < _bits.Length; i++)
        {
            if ((_bits[i] & ~other._bits[i]) != 0)
            {
                bits ??= (ulong[])_bits.Clone();
                bits[i] &= other._bits[i];
            }
        }

        return bits is null ? this : new SlotSet(bits);
    }
}
