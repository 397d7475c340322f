namespace GuidanceFlow.Compilation.Decisions;

/// <summary>What a cell was written to take, as keys, before the classes of its column are known.</summary>
/// <param name="IsAny">Whether it takes everything.</param>
/// <param name="TakesNull">Whether it takes the missing value.</param>
/// <param name="Spans">The keys it takes.</param>
internal sealed record CellTerms(bool IsAny, bool TakesNull, KeySpan[] Spans)
{
    public static CellTerms Any { get; } = new(IsAny: true, TakesNull: true, []);

    public static CellTerms Nothing { get; } = new(IsAny: false, TakesNull: false, []);
}

/// <summary>Keys from one to another, both included.</summary>
internal readonly record struct KeySpan(long First, long Last);
