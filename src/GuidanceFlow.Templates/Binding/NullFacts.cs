using System.Collections.Immutable;

namespace GuidanceFlow.Templates.Binding;

/// <summary>The paths that are known not to be null at a place, because a condition around it says so.</summary>
internal readonly struct NullFacts
{
    private readonly ImmutableHashSet<string>? _paths;

    private NullFacts(ImmutableHashSet<string> paths) => _paths = paths;

    public bool IsEmpty => _paths is null;

    /// <summary>That a path is not null; then nothing on the way to it is.</summary>
    public static NullFacts Of(string? path)
    {
        if (path is null)
        {
            return default;
        }

        var paths = ImmutableHashSet.Create(StringComparer.Ordinal, path);
        for (int i = path.Length - 1; i > 0; i--)
        {
            if (path[i] is '.' or '[' or '?')
            {
                paths = paths.Add(path[..i]);
            }
        }

        return new NullFacts(paths);
    }

    public NullFacts And(NullFacts other)
    {
        if (_paths is null || other._paths is null)
        {
            return _paths is null ? other : this;
        }

        // Adding the fewer to the more keeps a chain of many conditions from growing with the square of its length.
        (ImmutableHashSet<string> more, ImmutableHashSet<string> fewer) = _paths.Count >= other._paths.Count ? (_paths, other._paths) : (other._paths, _paths);
        return new NullFacts(more.Union(fewer));
    }

    /// <summary>Whether a path, or what it starts with, is known not to be null.</summary>
    public bool Guards(string path)
    {
        if (_paths is null)
        {
            return false;
        }

        if (_paths.Contains(path))
        {
            return true;
        }

        for (int i = path.Length - 1; i > 0; i--)
        {
            if (path[i] is '.' or '[' or '?' && _paths.Contains(path[..i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether exactly this path is known not to be null.</summary>
    public bool IsNotNull(string path) => _paths is not null && _paths.Contains(path);
}
