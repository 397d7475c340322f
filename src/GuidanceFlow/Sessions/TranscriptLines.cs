using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Sessions;

/// <summary>What was said in a session, from its journal. Thread-safe.</summary>
public static class TranscriptLines
{
    /// <summary>Everything said up to a turn, in order, secrets hidden.</summary>
    /// <param name="journal">The session's journal, the oldest entry first.</param>
    /// <param name="turn">The last turn; null for all.</param>
    public static EquatableArray<TranscriptLine> Of(IEnumerable<JournalEntry> journal, int? turn = null)
    {
        ArgumentNullException.ThrowIfNull(journal);
        var lines = new List<TranscriptLine>();
        foreach (JournalEntry entry in journal.TakeWhile(entry => turn is null || entry.Turn <= turn).Select(entry => entry.Masked()))
        {
            bool isPerson = entry.Kind == JournalEntryKind.Person;
            if (!isPerson && InputOf(entry) is { } said)
            {
                lines.Add(new TranscriptLine(entry.At, Speaker.Customer, said));
            }

            for (int i = 0; i < entry.Said.Count; i++)
            {
                // What a person does begins with their words.
                lines.Add(new TranscriptLine(entry.At, isPerson && i == 0 && !string.IsNullOrEmpty(entry.Raw) ? Speaker.Person : Speaker.Flow, entry.Said[i]));
            }
        }

        return [.. lines];
    }

    private static string? InputOf(JournalEntry entry) => entry.Kind switch
    {
        JournalEntryKind.Answer when entry.Attachments.IsEmpty => entry.Raw,
        JournalEntryKind.Answer => string.Join('\n', entry.Attachments.Select(attachment => $"[{attachment.Name}]").Prepend(entry.Raw).Where(text => !string.IsNullOrEmpty(text))),
        JournalEntryKind.Command => entry.Raw ?? (entry.Command is { } command ? $"[{CommandNames.Of(command)}]" : null),
        JournalEntryKind.Correction => $"[{entry.Corrected}] {entry.Raw}",
        _ => null,
    };
}
