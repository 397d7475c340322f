using System.Globalization;
using System.Text;

namespace GuidanceFlow.Diagnostics;

/// <summary>A place in a definition: members and items from the root, shared from parent to child. Made for every step, printed only for a finding.</summary>
internal sealed class SourcePath
{
    private SourcePath(SourcePath? parent, string? name, int index)
    {
        Parent = parent;
        Name = name;
        Index = index;
    }

    public static SourcePath Root { get; } = new(parent: null, name: null, index: -1);

    public SourcePath? Parent { get; }

    /// <summary>The member's name; null for an item.</summary>
    public string? Name { get; }

    public int Index { get; }

    public SourcePath Member(string name) => new(this, name, -1);

    public SourcePath Item(int index) => new(this, name: null, index);

    /// <summary>The JSON pointer.</summary>
    public override string ToString()
    {
        var parts = new Stack<string>();
        for (SourcePath? path = this; path.Parent is not null; path = path.Parent)
        {
            parts.Push(path.Name?.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
                ?? path.Index.ToString(CultureInfo.InvariantCulture));
        }

        var text = new StringBuilder();
        foreach (string part in parts)
        {
            text.Append('/').Append(part);
        }

        return text.ToString();
    }
}
