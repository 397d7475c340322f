using System.Collections.Immutable;

namespace GuidanceFlow.Templates.Binding;

/// <summary>The paths that are known not to be null at a place, because a condition around it says so. Where one is, nothing on the way to it is null either.</summary>
internal readonly struct NullFacts
{
    // So many are looked through one by one; a condition of more parts gets a set.
    private const int Few = 6;

    // Null, a path, an array of few, or a set of many: most conditions say one thing or none.
    private readonly object? _paths;

    private NullFacts(object? paths) => _paths = paths;

    public bool IsEmpty => _paths is null;

    /// <summary>That a path is not null; then nothing on the way to it is.</summary>
    public static NullFacts Of(string? path) => new(path);

    public NullFacts And(NullFacts other)
    {
        if (IsEmpty || other.IsEmpty)
        {
            return IsEmpty ? other : this;
        }

        int count = FewCount + other.FewCount;
        if (count <= Few)
        {
            var few = new string[count];
            CopyTo(few);
            other.CopyTo(few.AsSpan(FewCount));
            return new NullFacts(few);
        }

        // Adding the fewer to the more keeps a chain of many conditions from growing with the square of its length.
        ImmutableHashSet<string> mine = ToSet();
        ImmutableHashSet<string> theirs = other.ToSet();
        (ImmutableHashSet<string> more, ImmutableHashSet<string> fewer) = mine.Count >= theirs.Count ? (mine, theirs) : (theirs, mine);
        return new NullFacts(more.Union(fewer));
    }

    /// <summary>Whether a path, or what it starts with, is known not to be null.</summary>
    public bool Guards(string path)
    {
        if (IsEmpty)
        {
            return false;
        }

        if (IsNotNull(path))
        {
            return true;
        }

        for (int i = path.Length - 1; i > 0; i--)
        {
            if (IsLink(path[i]) && IsNotNull(path[..i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether exactly this path is known not to be null.</summary>
    public bool IsNotNull(string path)
    {
        switch (_paths)
        {
            case null:
                return false;
            case string only:
                return LeadsTo(only, path);
            case ImmutableHashSet<string> many:
                return many.Contains(path);
        }

        foreach (string known in (string[])_paths)
        {
            if (LeadsTo(known, path))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many paths are looked through one by one; beyond <see cref="Few"/> for a set.</summary>
    private int FewCount => _paths switch
    {
        null => 0,
        string => 1,
        string[] few => few.Length,
        _ => Few + 1,
    };

    private void CopyTo(Span<string> few)
    {
        if (_paths is string only)
        {
            few[0] = only;
        }
        else
        {
            ((string[])_paths!).CopyTo(few);
        }
    }

    private static bool LeadsTo(string known, string path) =>
        known.StartsWith(path, StringComparison.Ordinal) && (known.Length == path.Length || IsLink(known[path.Length]));

    private static bool IsLink(char sign) => sign is '.' or '[' or '?';

    private ImmutableHashSet<string> ToSet()
    {
        if (_paths is ImmutableHashSet<string> many)
        {
            return many;
        }

        ImmutableHashSet<string>.Builder paths = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var few = new string[FewCount];
        CopyTo(few);
        foreach (string path in few)
        {
            paths.Add(path);
            for (int i = path.Length - 1; i > 0; i--)
            {
                if (IsLink(path[i]))
                {
                    paths.Add(path[..i]);
                }
            }
        }

        return paths.ToImmutable();
    }
}
