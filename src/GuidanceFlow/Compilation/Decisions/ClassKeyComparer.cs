using System.Numerics;

namespace GuidanceFlow.Compilation.Decisions;

/// <summary>Compares runs of class numbers, so that a look-up needs no array of its own.</summary>
internal sealed class ClassKeyComparer : IEqualityComparer<int[]>, IAlternateEqualityComparer<ReadOnlySpan<int>, int[]>
{
    public static ClassKeyComparer Instance { get; } = new();

    public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

    public bool Equals(ReadOnlySpan<int> alternate, int[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(int[] obj) => GetHashCode(obj.AsSpan());

    public int GetHashCode(ReadOnlySpan<int> alternate)
    {
        // Class numbers are the compiler's own and dense: nobody can choose them so that they collide.
        uint hash = 0;
        foreach (int @class in alternate)
        {
            hash = (BitOperations.RotateLeft(hash, 5) ^ (uint)@class) * 0x9E3779B1;
        }

        return (int)hash;
    }

    public int[] Create(ReadOnlySpan<int> alternate) => alternate.ToArray();
}
