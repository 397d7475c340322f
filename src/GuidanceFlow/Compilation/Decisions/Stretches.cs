namespace GuidanceFlow.Compilation.Decisions;

/// <summary>A line cut into stretches, given by where each begins.</summary>
internal static class Stretches
{
    /// <summary>The stretch that a place lies in: the last that begins at it or before; the first stretch begins before everything.</summary>
    public static int Find<T>(ReadOnlySpan<T> starts, T place)
        where T : struct, IComparable<T>
    {
        int first = 0;
        for (int length = starts.Length; length > 1;)
        {
            int half = length >> 1;
            first = starts[first + half].CompareTo(place) <= 0 ? first + half : first;
            length -= half;
        }

        return first;
    }
}
