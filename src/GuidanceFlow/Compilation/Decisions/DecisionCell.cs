namespace GuidanceFlow.Compilation.Decisions;

/// <summary>What a row asks of a column: the classes of values it takes, as spans in order that do not touch; null for all there are.</summary>
internal readonly record struct DecisionCell(ClassSpan[]? Spans)
{
    public static DecisionCell Any => default;

    public bool IsAny => Spans is null;

    /// <summary>Whether this cell takes everything that another does.</summary>
    public bool Covers(DecisionCell other)
    {
        if (Spans is null || other.Spans is null)
        {
            return Spans is null;
        }

        int at = 0;
        foreach (ClassSpan span in other.Spans)
        {
            while (at < Spans.Length && Spans[at].Last < span.First)
            {
                at++;
            }

            if (at == Spans.Length || Spans[at].First > span.First || Spans[at].Last < span.Last)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Classes from one to another, both included.</summary>
internal readonly record struct ClassSpan(int First, int Last);
