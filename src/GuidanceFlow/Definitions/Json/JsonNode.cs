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

    /// <summary>The length of the member's name in bytes, quotes included.</summary>
    public int NameLength;

    /// <summary>The enclosing object or array; -1 for the root.</summary>
    public int Parent;

    /// <summary>The node behind this one's subtree: the next sibling, if there is one.</summary>
    public int End;

    public bool HasEscapes;

    public bool NameHasEscapes;

    // A byte is enough for a kind, and large flows have hundreds of thousands of nodes.
    private byte _kind;

    public JsonValueKind Kind
    {
        readonly get => (JsonValueKind)_kind;
        set => _kind = (byte)value;
    }
}
