using System.Text;
using System.Text.Json;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Json;

/// <summary>
/// Finds places in a text that was read. Paths follow the members of the format; where the author used a short form
/// (<c>"next": "id"</c> for a list with one route), a path leads into nothing and the short form is the place.
/// </summary>
internal sealed class JsonSourceMap : ISourceMap
{
    private readonly string _file;
    private readonly JsonTree? _tree;
    private readonly Lazy<LineIndex> _lines;

    /// <param name="file">The file's name.</param>
    /// <param name="utf8">Its text, without byte order mark.</param>
    /// <param name="tree">The tree; null when the text is not JSON.</param>
    public JsonSourceMap(string file, ReadOnlyMemory<byte> utf8, JsonTree? tree)
    {
        _file = file;
        _tree = tree;
        _lines = new Lazy<LineIndex>(() => new LineIndex(utf8));
    }

    /// <summary>The file's name.</summary>
    public string File => _file;

    public SourceLocation LocateValue(SourcePath path) => At(ValueStart(Find(path.ToNode(), out _)), path.ToString());

    public SourceLocation LocateName(SourcePath path)
    {
        int node = Find(path.ToNode(), out bool exact);
        return At(exact && node >= 0 && _tree![node].NameStart >= 0 ? _tree[node].NameStart : ValueStart(node), path.ToString());
    }

    public SourceLocation LocateInText(SourcePath path, int offset)
    {
        int node = Find(path.ToNode(), out _);
        return At(node < 0 ? 0 : InText(node, offset), path.ToString());
    }

    /// <summary>The byte offset of one UTF-16 unit of a text, or of the literal that stands for one.</summary>
    public int InText(int node, int unit)
    {
        ref readonly JsonNode it = ref _tree![node];
        return it.Kind switch
        {
            JsonValueKind.String => it.Start + 1 + JsonText.ByteOffset(_tree.TextBytes(node), unit),
            JsonValueKind.Object or JsonValueKind.Array => it.Start,
            _ => it.Start + Math.Clamp(unit, 0, it.Length - 1),
        };
    }

    /// <summary>The place of a byte.</summary>
    public SourceLocation At(int offset, string path)
    {
        (int line, int column) = _lines.Value.Locate(offset);
        return new SourceLocation(_file, line, column, path);
    }

    private int ValueStart(int node) => node < 0 ? 0 : _tree![node].Start;

    /// <summary>The node at a path, or the nearest enclosing one; -1 without a tree.</summary>
    private int Find(SourceNode place, out bool exact)
    {
        if (_tree is null)
        {
            exact = false;
            return -1;
        }

        if (place.Parent is null)
        {
            exact = true;
            return 0;
        }

        int parent = Find(place.Parent, out exact);
        if (!exact)
        {
            return parent;
        }

        int child = Child(_tree, parent, place);
        exact = child >= 0;
        return exact ? child : parent;
    }

    private static int Child(JsonTree tree, int parent, SourceNode place)
    {
        if (place.Name is not null)
        {
            return tree[parent].Kind == JsonValueKind.Object ? tree.FindMember(parent, Encoding.UTF8.GetBytes(place.Name)) : -1;
        }

        if (tree[parent].Kind != JsonValueKind.Array || (uint)place.Index >= (uint)tree[parent].Length)
        {
            return -1;
        }

        int child = tree.FirstChild(parent);
        for (int i = 0; i < place.Index; i++)
        {
            child = tree.NextSibling(child);
        }

        return child;
    }
}
