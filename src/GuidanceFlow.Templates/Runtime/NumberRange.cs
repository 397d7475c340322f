namespace GuidanceFlow.Templates.Runtime;

/// <summary>Whole numbers one after the other, upwards or downwards.</summary>
internal readonly record struct NumberRange(long First, long Count, int Step)
{
    public static NumberRange Between(long first, long last, bool includesEnd)
    {
        decimal distance = Math.Abs((decimal)last - first) + (includesEnd ? 1 : 0);
        return new NumberRange(first, (long)Math.Min(distance, long.MaxValue), last < first ? -1 : 1);
    }

    public long At(long index) => First + (index * Step);
}
