using System.Globalization;
using System.Text;

namespace GuidanceFlow.Diagnostics;

/// <summary>
/// A place in a definition: members and items from the root, shared from parent to child. Made for everything that may be wrong, and
/// printed only for a finding: the last member or item costs nothing until something lies in it.
/// </summary>
/// <remarks>Two paths are equal when one was copied from the other; places are compared by their text.</remarks>
internal readonly record struct SourcePath
{
    private const int NoLast = -2;
    private const int IsMember = -1;

    private readonly SourceNode _node;
    private readonly string? _name;
    private readonly int _index;

    private SourcePath(SourceNode node, string? name = null, int index = NoLast)
    {
        _node = node;
        _name = name;
        _index = index;
    }

    /// <summary>The root of the flow.</summary>
    public static SourcePath Root { get; } = NewRoot();

    /// <summary>The root of another file than the flow's.</summary>
    public static SourcePath NewRoot() => new(new SourceNode(parent: null, name: null, index: IsMember));

    /// <summary>The root of the file the place is in.</summary>
    public SourcePath FindRoot()
    {
        SourceNode node = _node;
        while (node.Parent is not null)
        {
            node = node.Parent;
        }

        return new SourcePath(node);
    }

    public SourcePath Member(string name) => new(ToNode(), name, IsMember);

    public SourcePath Item(int index) => new(ToNode(), name: null, index);

    /// <summary>The same place, for several paths that go on from here.</summary>
    public SourcePath Kept() => new(ToNode());

    public SourceNode ToNode() => _index == NoLast ? _node : new SourceNode(_node, _name, _index);

    /// <summary>The JSON pointer.</summary>
    public override string ToString()
    {
        var parts = new Stack<string>();
        for (SourceNode node = ToNode(); node.Parent is not null; node = node.Parent)
        {
            parts.Push(node.Name?.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
                ?? node.Index.ToString(CultureInfo.InvariantCulture));
        }

        var text = new StringBuilder();
        foreach (string part in parts)
        {
            text.Append('/').Append(part);
        }

        return text.ToString();
    }
}
