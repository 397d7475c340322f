using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Json;

/// <summary>A JSON text as a flat array of located nodes. The text must be valid UTF-8.</summary>
internal sealed class JsonTree
{
    /// <summary>How deep objects and arrays may nest; more is reported, never a stack overflow.</summary>
    public const int MaxDepth = 64;

    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaxDepth,
    };

    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly ShortTexts _shortTexts = new();
    private JsonNode[] _nodes;
    private int _count;

    private JsonTree(ReadOnlyMemory<byte> utf8)
    {
        _utf8 = utf8;

        // Flows have a node about every 25 bytes; a guess that is too low only costs a copy.
        _nodes = new JsonNode[(utf8.Length / 20) + 16];
    }

    public ReadOnlySpan<byte> Utf8 => _utf8.Span;

    public ref readonly JsonNode this[int node] => ref _nodes[node];

    /// <summary>Parses a text. Of a malformed one <paramref name="consumed"/> says how far the text was understood.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out JsonTree? tree, out int consumed)
    {
        var result = new JsonTree(utf8);
        var reader = new Utf8JsonReader(utf8.Span, Options);
        try
        {
            result.Fill(ref reader);
            tree = result;
        }
        catch (JsonException)
        {
            // Its message is for programmers; SyntaxFinder explains the place to authors.
            tree = null;
        }

        consumed = (int)reader.BytesConsumed;
        return tree is not null;
    }

    /// <summary>The first child, or -1. <see cref="NextSibling"/> goes on.</summary>
    public int FirstChild(int node) => _nodes[node].Length > 0 ? node + 1 : -1;

    /// <summary>The sibling behind a node, or -1.</summary>
    public int NextSibling(int node)
    {
        int next = _nodes[node].End;
        return next < _count && _nodes[next].Parent == _nodes[node].Parent ? next : -1;
    }

    /// <summary>The first member with this name, or -1.</summary>
    public int FindMember(int node, ReadOnlySpan<byte> name)
    {
        for (int child = FirstChild(node); child >= 0; child = NextSibling(child))
        {
            if (NameIs(child, name))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>The bytes between the quotes of a text value.</summary>
    public ReadOnlySpan<byte> TextBytes(int node) => Utf8.Slice(_nodes[node].Start + 1, _nodes[node].Length - 2);

    /// <summary>The bytes between the quotes of a member's name.</summary>
    public ReadOnlySpan<byte> NameBytes(int node) => Utf8.Slice(_nodes[node].NameStart + 1, _nodes[node].NameLength - 2);

    /// <summary>The bytes of a number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    public ReadOnlySpan<byte> Literal(int node) => Utf8.Slice(_nodes[node].Start, _nodes[node].Length);

    /// <summary>The text of a text value; halves of surrogate pairs are kept.</summary>
    public string Text(int node) =>
        _nodes[node].HasEscapes ? JsonText.Decode(TextBytes(node)) : _shortTexts.Find(TextBytes(node));

    /// <summary>The name of a member; halves of surrogate pairs are kept.</summary>
    public string Name(int node) =>
        _nodes[node].NameHasEscapes ? JsonText.Decode(NameBytes(node)) : Encoding.UTF8.GetString(NameBytes(node));

    /// <summary>Whether a member has this name.</summary>
    public bool NameIs(int node, ReadOnlySpan<byte> name) =>
        _nodes[node].NameHasEscapes
            ? string.Equals(Name(node), Encoding.UTF8.GetString(name), StringComparison.Ordinal)
            : NameBytes(node).SequenceEqual(name);

    /// <summary>The path from the root to a node.</summary>
    public SourcePath PathOf(int node)
    {
        // The depth is bounded by MaxDepth.
        ref readonly JsonNode it = ref _nodes[node];
        if (it.Parent < 0)
        {
            return SourcePath.Root;
        }

        SourcePath parent = PathOf(it.Parent);
        return it.NameStart >= 0 ? parent.Member(Name(node)) : parent.Item(OrdinalOf(node));
    }

    /// <summary>The place of a node among its siblings. Counted when it is needed, which is for findings alone.</summary>
    private int OrdinalOf(int node)
    {
        int ordinal = 0;
        for (int child = FirstChild(_nodes[node].Parent); child != node; child = NextSibling(child))
        {
            ordinal++;
        }

        return ordinal;
    }

    private void Fill(ref Utf8JsonReader reader)
    {
        int parent = -1;
        int nameStart = -1;
        int nameLength = 0;
        bool nameHasEscapes = false;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    nameStart = (int)reader.TokenStartIndex;
                    nameLength = reader.ValueSpan.Length + 2;
                    nameHasEscapes = reader.ValueIsEscaped;
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _nodes[parent].End = _count;
                    parent = _nodes[parent].Parent;
                    continue;
            }

            if (_count == _nodes.Length)
            {
                Array.Resize(ref _nodes, _count + (_count / 2));
            }

            JsonValueKind kind = KindOf(reader.TokenType);
            ref JsonNode node = ref _nodes[_count];
            bool isParent = kind is JsonValueKind.Object or JsonValueKind.Array;
            node.Describe(kind, !isParent && reader.ValueIsEscaped, nameLength, nameHasEscapes);
            node.Start = (int)reader.TokenStartIndex;
            node.NameStart = nameStart;
            node.Parent = parent;
            if (parent >= 0)
            {
                _nodes[parent].Length++;
            }

            if (isParent)
            {
                parent = _count;
            }
            else
            {
                node.Length = reader.ValueSpan.Length + (kind == JsonValueKind.String ? 2 : 0);
                node.End = _count + 1;
            }

            _count++;
            nameStart = -1;
            nameLength = 0;
            nameHasEscapes = false;
        }
    }

    private static JsonValueKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonValueKind.Object,
        JsonTokenType.StartArray => JsonValueKind.Array,
        JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        _ => JsonValueKind.Null,
    };
}
