namespace GuidanceFlow.Compilation.Decisions;

/// <summary>How much an index may hold: lists of values and ranges of several inputs in one row multiply.</summary>
internal sealed class IndexRoom
{
    /// <summary>The most entries of 4 to 40 bytes each.</summary>
    public const int MostEntries = 2_000_000;

    private long _taken;

    public bool IsFull => _taken > MostEntries;

    public void Take(long entries) => _taken += entries;
}
