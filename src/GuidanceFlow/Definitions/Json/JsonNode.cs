using System.Text.Json;

namespace GuidanceFlow.Definitions.Json;

/// <summary>
/// One value of a <see cref="JsonTree"/>. Nodes lie in one array in document order, so a subtree is a slice of it; they
/// know byte offsets only, because lines and columns are needed for findings alone.
/// </summary>
internal struct JsonNode
{
    /// <summary>The offset of the value's first byte: its quote, bracket, digit or letter.</summary>
    public int Start;

    /// <summary>The value's length in bytes, quotes included; of an object or array the number of its children.</summary>
    public int Length;

    /// <summary>The offset of the opening quote of the member's name; -1 for an item or the root.</summary>
    public int NameStart;

    /// <summary>The enclosing object or array; -1 for the root.</summary>
    public int Parent;

    /// <summary>The node behind this one's subtree: the next sibling, if there is one.</summary>
    public int End;

    // Large flows have hundreds of thousands of nodes, so that the rest shares four bytes: a file is far shorter than 24 bits can count.
    private const int KindBits = 3;
    private const int KindMask = (1 << KindBits) - 1;
    private const int EscapesFlag = 1 << KindBits;
    private const int NameEscapesFlag = 1 << (KindBits + 1);
    private const int NameLengthShift = KindBits + 2;

    private int _rest;

    public readonly JsonValueKind Kind => (JsonValueKind)(_rest & KindMask);

    public readonly bool HasEscapes => (_rest & EscapesFlag) != 0;

    public readonly bool NameHasEscapes => (_rest & NameEscapesFlag) != 0;

    /// <summary>The length of the member's name in bytes, quotes included.</summary>
    public readonly int NameLength => _rest >> NameLengthShift;

    /// <summary>Says what the node is.</summary>
    /// <param name="kind">The value's kind.</param>
    /// <param name="hasEscapes">Whether it is a text with escapes.</param>
    /// <param name="nameLength">The length of the member's name in bytes, quotes included; 0 for none.</param>
    /// <param name="nameHasEscapes">Whether that has escapes.</param>
    public void Describe(JsonValueKind kind, bool hasEscapes, int nameLength, bool nameHasEscapes) =>
        _rest = (int)kind | (hasEscapes ? EscapesFlag : 0) | (nameHasEscapes ? NameEscapesFlag : 0) | (nameLength << NameLengthShift);
}
