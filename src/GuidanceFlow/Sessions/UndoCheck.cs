namespace GuidanceFlow.Sessions;

/// <summary>Whether what a log takes back was ever there.</summary>
internal static class UndoCheck
{
    /// <summary>Follows a log back to its oldest entry.</summary>
    /// <param name="log">The log, its entries read.</param>
    /// <param name="answers">How many answers the session has.</param>
    public static bool Fits(UndoLog log, int answers)
    {
        int count = answers - log.Plain;
        for (UndoEntry? entry = log.Latest; entry is not null && count >= 0; entry = entry.Older)
        {
            count = entry switch
            {
                StateUndo { State: var state } => state.Answers.Count,
                DeltaUndo { Delta: var delta } => Before(delta.Answers, count),
                SimpleUndo simple => Before(count, simple.Index),
                _ => count,
            };
            count -= entry.Plain;
        }

        return count >= 0;
    }

    private static int Before(UndoneAnswer[] answers, int count)
    {
        for (int i = answers.Length - 1; i >= 0; i--)
        {
            count = Before(count, answers[i].Index);
        }

        return count;
    }

    /// <summary>How many answers there were before the latest one, which took the place of an earlier one at an index; −1 for no earlier one. Negative where that cannot be.</summary>
    private static int Before(int count, int index) => index < 0 ? count - 1 : index < count ? count : -1;
}
