using System.Collections.Immutable;

namespace GuidanceFlow.Templates.Binding;

/// <summary>The paths that are known not to be null at a place, because a condition around it says so. Where one is, nothing on the way to it is null either.</summary>
internal readonly struct NullFacts
{
    // So many are looked through one by one; a condition of more parts gets a set.
    private const int Few = 6;

    private readonly string[]? _few;
    private readonly ImmutableHashSet<string>? _many;

    private NullFacts(string[]? few, ImmutableHashSet<string>? many)
    {
        _few = few;
        _many = many;
    }

    public bool IsEmpty => _few is null && _many is null;

    /// <summary>That a path is not null; then nothing on the way to it is.</summary>
    public static NullFacts Of(string? path) => path is null ? default : new NullFacts([path], many: null);

    public NullFacts And(NullFacts other)
    {
        if (IsEmpty || other.IsEmpty)
        {
            return IsEmpty ? other : this;
        }

        if (_few is not null && other._few is not null && _few.Length + other._few.Length <= Few)
        {
            return new NullFacts([.. _few, .. other._few], many: null);
        }

        // Adding the fewer to the more keeps a chain of many conditions from growing with the square of its length.
        ImmutableHashSet<string> mine = ToSet();
        ImmutableHashSet<string> theirs = other.ToSet();
        (ImmutableHashSet<string> more, ImmutableHashSet<string> fewer) = mine.Count >= theirs.Count ? (mine, theirs) : (theirs, mine);
        return new NullFacts(few: null, more.Union(fewer));
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
        if (_few is null)
        {
            return _many is not null && _many.Contains(path);
        }

        foreach (string known in _few)
        {
            if (known.StartsWith(path, StringComparison.Ordinal) && (known.Length == path.Length || IsLink(known[path.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLink(char sign) => sign is '.' or '[' or '?';

    private ImmutableHashSet<string> ToSet()
    {
        if (_many is not null)
        {
            return _many;
        }

        ImmutableHashSet<string>.Builder paths = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (string path in _few!)
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
