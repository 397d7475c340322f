using System.Buffers;
using System.Globalization;
using System.Text;
using GuidanceFlow.Actions;
using GuidanceFlow.Handoffs;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing;
using GuidanceFlow.Testing.Rehearsals;

namespace GuidanceFlow.Cli.Play;

/// <summary>Writes what goes on beside the conversation as members behind those of a reply; nothing where nothing does.</summary>
internal static class SituationJson
{
    public static void Write(IBufferWriter<byte> writer, Rehearsal rehearsal, RehearsalStep step)
    {
        SessionTimer[] timers = [.. rehearsal.Session!.Timers.OrderBy(timer => timer.Due).ThenBy(timer => timer.Id, StringComparer.Ordinal)];
        for (int i = 0; i < timers.Length; i++)
        {
            writer.Write(i == 0 ? ",\"timers\":["u8 : ","u8);
            Write(writer, $"{{\"id\":\"{timers[i].Id}\",\"due\":\"{Time(timers[i].Due)}\"}}");
        }

        writer.Write(timers.Length > 0 ? "]"u8 : []);
        if (rehearsal.Call is { } call)
        {
            writer.Write(",\"call\":"u8);
            writer.Write(ActionCallJson.Write(call));
            Write(writer, rehearsal.CallEnds is { } ends ? $",\"call_ends\":\"{Time(ends)}\"" : string.Empty);
        }

        Handoff[] handoffs = [.. step.Turns.SelectMany(turn => turn.Handoffs)];
        for (int i = 0; i < handoffs.Length; i++)
        {
            writer.Write(i == 0 ? ",\"handoffs\":["u8 : ","u8);
            writer.Write(HandoffJson.Write(handoffs[i]));
        }

        writer.Write(handoffs.Length > 0 ? "]"u8 : []);
    }

    // None of these has anything in it that JSON writes otherwise.
    private static void Write(IBufferWriter<byte> writer, string json) => writer.Write(Encoding.UTF8.GetBytes(json));

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
