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

    /// <summary>The root of the flow.</summary>
    public static SourcePath Root { get; } = NewRoot();

    public SourcePath? Parent { get; }

    /// <summary>The member's name; null for an item.</summary>
    public string? Name { get; }

    public int Index { get; }

    /// <summary>The root of another file than the flow's.</summary>
    public static SourcePath NewRoot() => new(parent: null, name: null, index: -1);

    /// <summary>The root of the file the place is in.</summary>
    public SourcePath FindRoot()
    {
        SourcePath path = this;
        while (path.Parent is not null)
        {
            path = path.Parent;
        }

        return path;
    }

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
