using System.Text.Json;
using GuidanceFlow.Json;

namespace GuidanceFlow.Sessions;

/// <summary>The members of a snapshot that mean the same under any flow.</summary>
internal sealed class SnapshotFields(Flow flow)
{
    public string? Id { get; private set; }

    public string? Locale { get; private set; }

    public int Turn { get; private set; }

    public SessionStatus Status { get; private set; }

    public SessionOutcome? Outcome { get; private set; }

    public string? Channel { get; private set; }

    public string? Customer { get; private set; }

    public DateTimeOffset Started { get; private set; }

    public int Visit { get; private set; }

    public int Upset { get; private set; }

    public string[]? Unrecognised { get; private set; }

    public string[]? Secrets { get; private set; }

    public CallState? Calling { get; private set; }

    public ActionFailure? Failure { get; private set; }

    public SnapshotFallback? Fallback { get; private set; }

    public Confirmation? Confirming { get; private set; }

    public SnapshotTicket? Ticket { get; private set; }

    public SessionTimer[]? Timers { get; private set; }

    public int UndoFloor { get; private set; }

    public UndoEnd UndoEnd { get; private set; }

    /// <summary>Reads one of them; false for any other member.</summary>
    public bool TryRead(ref Utf8JsonReader reader, SnapshotMember member)
    {
        switch (member)
        {
            case SnapshotMember.Id:
                Id = reader.GetString() ?? throw new JsonException();
                break;
            case SnapshotMember.Turn:
                Turn = reader.GetInt32();
                break;
            case SnapshotMember.Visit:
                Visit = reader.GetInt32();
                break;
            case SnapshotMember.Upset:
                Upset = reader.GetInt32();
                break;
            case SnapshotMember.Status:
                Status = reader.ValueTextEquals("waiting"u8) ? SessionStatus.Waiting : JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.SessionStatus);
                break;
            case SnapshotMember.Locale:
                ReadLocale(ref reader);
                break;
            case SnapshotMember.Ticket:
                Ticket = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.SnapshotTicket);
                break;
            case SnapshotMember.Timers:
                Timers = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.SessionTimerArray);
                break;
            case SnapshotMember.Started:
                Started = reader.GetDateTimeOffset();
                break;
            case SnapshotMember.Channel:
                Channel = reader.GetString();
                break;
            case SnapshotMember.Outcome:
                Outcome = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.NullableSessionOutcome);
                break;
            case SnapshotMember.Customer:
                Customer = reader.GetString();
                break;
            case SnapshotMember.Fallback:
                Fallback = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.SnapshotFallback);
                break;
            case SnapshotMember.UndoFloor:
                UndoFloor = reader.GetInt32();
                break;
            case SnapshotMember.UndoEnd:
                UndoEnd = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.UndoEnd);
                break;
            case SnapshotMember.Confirming:
                Confirming = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.Confirmation);
                break;
            case SnapshotMember.Secrets:
                Secrets = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.StringArray);
                break;
            case SnapshotMember.Calling:
                Calling = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.CallState);
                break;
            case SnapshotMember.Failure:
                Failure = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.ActionFailure);
                break;
            case SnapshotMember.Unrecognised:
                Unrecognised = JsonSerializer.Deserialize(ref reader, SnapshotJsonContext.Default.StringArray);
                break;
            default:
                return false;
        }

        return true;
    }

    private void ReadLocale(ref Utf8JsonReader reader)
    {
        foreach (string locale in flow.Definition.Locales.AsSpan())
        {
            if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(locale))
            {
                Locale = locale;
                return;
            }
        }

        Locale = flow.ResolveLocale(reader.GetString() ?? throw new JsonException());
    }
}
