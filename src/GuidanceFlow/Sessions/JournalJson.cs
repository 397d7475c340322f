using System.Text.Json;
using GuidanceFlow.Json;

namespace GuidanceFlow.Sessions;

/// <summary>Journals as JSON (UTF-8), an entry a line, for people and other systems. What is sensitive is masked. Thread-safe.</summary>
public static class JournalJson
{
    /// <summary>Writes entries for export: each one <see cref="JournalEntry.Masked"/>, on a line that ends with <c>\n</c>.</summary>
    /// <param name="entries">The entries, in order.</param>
    public static byte[] Export(IEnumerable<JournalEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return [.. entries.SelectMany(entry => (IEnumerable<byte>)[.. CompactJson.Write(entry.Masked(), ReplyJsonContext.Default.JournalEntry), (byte)'\n'])];
    }

    /// <summary>Writes an entry on one line for a store, with everything it takes to make the turn again, secrets included.</summary>
    /// <param name="entry">The entry.</param>
    public static byte[] WriteForStore(JournalEntry entry) => CompactJson.Write(entry, ReplyJsonContext.Default.JournalEntry);

    /// <summary>Reads an entry that <see cref="WriteForStore"/> wrote, or a line of an export.</summary>
    /// <param name="utf8">The line.</param>
    /// <exception cref="JsonException">The bytes are not an entry.</exception>
    public static JournalEntry Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, ReplyJsonContext.Default.JournalEntry) ?? throw new JsonException("Expected an entry, found null.");
}
