using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Terminal.Saving;

/// <summary>The file a conversation is kept in: JSON with what tells which flow goes on with it, and the session's snapshot.</summary>
internal static class SessionFile
{
    private const int Format = 1;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static SavedSession Read(string path, byte[] utf8)
    {
        using JsonDocument document = JsonDocument.Parse(utf8);
        JsonElement root = document.RootElement;
        if (root.GetProperty("format").GetInt32() is var format && format != Format)
        {
            throw new SavedSessionException(path, $"The file has format {format}; this program reads {Format}. Use the program that wrote it.");
        }

        return new SavedSession(path)
        {
            SessionId = root.GetProperty("session").GetString() ?? throw new FormatException(),
            FlowId = root.GetProperty("flow").GetString() ?? throw new FormatException(),
            FlowVersion = root.GetProperty("version").GetInt32(),
            StructureHash = root.GetProperty("structure").GetString() ?? throw new FormatException(),
            SavedAt = root.GetProperty("saved_at").GetDateTimeOffset(),
            Tickets = [.. root.GetProperty("tickets").EnumerateArray().Select(ticket => TicketJson.Read(JsonSerializer.SerializeToUtf8Bytes(ticket, SavedJsonContext.Default.JsonElement)))],
            Snapshot = JsonSerializer.SerializeToUtf8Bytes(root.GetProperty("snapshot"), SavedJsonContext.Default.JsonElement),
        };
    }

    /// <summary>Writes the file whole or not at all; only its owner may read it, because it holds what the customer said.</summary>
    public static void Write(string path, StoredSession session, string structureHash, IEnumerable<Ticket> tickets, DateTimeOffset now)
    {
        var utf8 = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(utf8, Indented))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format"u8, Format);
            writer.WriteString("flow"u8, session.FlowId);
            writer.WriteNumber("version"u8, session.FlowVersion);
            writer.WriteString("structure"u8, structureHash);
            writer.WriteString("session"u8, session.SessionId);
            writer.WriteString("saved_at"u8, now.ToUniversalTime());
            writer.WriteStartArray("tickets"u8);
            foreach (Ticket ticket in tickets)
            {
                writer.WriteRawValue(TicketJson.Write(ticket));
            }

            writer.WriteEndArray();
            writer.WritePropertyName("snapshot"u8);
            writer.WriteRawValue(session.Snapshot.Span);
            writer.WriteEndObject();
        }

        string beside = path + ".new";
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(beside, options))
        {
            file.Write(utf8.WrittenSpan);
            file.Write("\n"u8);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }
}
