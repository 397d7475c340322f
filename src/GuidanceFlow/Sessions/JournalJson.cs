using System.Globalization;
using System.Text.Json;
using GuidanceFlow.Json;

namespace GuidanceFlow.Sessions;

/// <summary>Journals as JSON (UTF-8), an entry a line, for people and other systems. What is sensitive is masked. Thread-safe.</summary>
public static class JournalJson
{
    /// <summary>The format version that entries are written in; those of earlier ones are read, too.</summary>
    public const int FormatVersion = 1;

    /// <summary>Writes entries for export: each one <see cref="JournalEntry.Masked"/>, on a line that ends with <c>\n</c>.</summary>
    /// <param name="entries">The entries, in order.</param>
    public static byte[] Export(IEnumerable<JournalEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return WriteLines(entries.Select(entry => entry.Masked()));
    }

    /// <summary>Reads an export, or lines that <see cref="WriteForStore"/> wrote, of any number of sessions. Empty lines are passed over.</summary>
    /// <param name="utf8">The lines, with or without a byte order mark.</param>
    /// <exception cref="JournalFormatException">A line is no entry, or one of a later release; nothing is read then.</exception>
    public static IReadOnlyList<JournalEntry> Import(ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> rest = utf8.StartsWith("\ufeff"u8) ? utf8[3..] : utf8;
        var entries = new List<JournalEntry>();
        for (int line = 1; !rest.IsEmpty; line++)
        {
            int end = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> text = (end < 0 ? rest : rest[..end]).Trim(" \t\r"u8);
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (!text.IsEmpty)
            {
                entries.Add(ReadLine(text, line));
            }
        }

        return entries;
    }

    /// <summary>Writes an entry on one line for a store, with everything it takes to make the turn again, secrets included.</summary>
    /// <param name="entry">The entry.</param>
    public static byte[] WriteForStore(JournalEntry entry) => CompactJson.Write(entry, ReplyJsonContext.Default.JournalEntry);

    /// <summary>Reads an entry that <see cref="WriteForStore"/> wrote, or a line of an export.</summary>
    /// <param name="utf8">The line.</param>
    /// <exception cref="JsonException">The bytes are not an entry.</exception>
    public static JournalEntry Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, ReplyJsonContext.Default.JournalEntry) ?? throw new JsonException("Expected an entry, found null.");

    private static byte[] WriteLines(IEnumerable<JournalEntry> entries)
    {
        using var lines = new MemoryStream();
        foreach (JournalEntry entry in entries)
        {
            lines.Write(WriteForStore(entry));
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    private static JournalEntry ReadLine(ReadOnlySpan<byte> text, int line)
    {
        try
        {
            // First of all, as what a later release writes need not be readable.
            if (VersionOf(text) is > FormatVersion and var version)
            {
                throw new JournalFormatException(line, string.Create(CultureInfo.InvariantCulture, $"The entry has format version {version}; this release reads up to {FormatVersion}. Read it with the release that wrote it, or a later one."));
            }

            return Read(text);
        }
        catch (JsonException exception)
        {
            // What the parser says may quote what stands there.
            string where = exception.BytePositionInLine is { } column ? string.Create(CultureInfo.InvariantCulture, $" at column {column + 1}") : string.Empty;
            throw new JournalFormatException(line, $"There is no journal entry{where}{(string.IsNullOrEmpty(exception.Path) || exception.Path == "$" ? string.Empty : $" ({exception.Path})")}. Give one entry a line, as exports have them.", exception);
        }
    }

    private static int? VersionOf(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isVersion = reader.ValueTextEquals("version"u8);
            reader.Read();
            if (isVersion)
            {
                return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int version) ? version : null;
            }

            reader.Skip();
        }

        return null;
    }
}
