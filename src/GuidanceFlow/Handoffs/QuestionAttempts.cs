using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Handoffs;

/// <summary>A question that the customer's answers did not fit. Immutable, compared by content.</summary>
/// <param name="Step">The question's id.</param>
/// <param name="Count">How many answers were not understood, or not allowed, from 1.</param>
public sealed record QuestionAttempts(string Step, int Count)
{
    /// <summary>The questions of a journal that answers did not fit, in the order of the first of those answers. Answers that were taken back later count as well.</summary>
    /// <param name="journal">A session's journal, in order.</param>
    /// <param name="turn">The last turn to look at; null for all.</param>
    public static EquatableArray<QuestionAttempts> Of(IEnumerable<JournalEntry> journal, int? turn = null)
    {
        ArgumentNullException.ThrowIfNull(journal);
        return
        [
            .. journal.TakeWhile(entry => turn is null || entry.Turn <= turn)
                .SelectMany(entry => entry.Events.Where(happened => happened is { Kind: TurnEventKind.Unmatched, Step: not null }))
                .GroupBy(happened => happened.Step!, StringComparer.Ordinal)
                .Select(failed => new QuestionAttempts(failed.Key, failed.Count())),
        ];
    }
}
