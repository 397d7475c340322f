using System.Diagnostics;
using System.Text.Json;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Telemetry;

/// <summary>What is told of one input: how long it took and what became of it. There is none where nobody listens.</summary>
internal sealed class TurnMeasure
{
    private const string Repeated = "repeated";
    private const string Failed = "failed";
    private static readonly string[] Results = [.. Enum.GetNames<TurnResult>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];
    private static readonly string[] Kinds = [.. Enum.GetNames<JournalEntryKind>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    private readonly JournalEntryKind _kind;
    private readonly TimeProvider _time;
    private readonly long _begun;

    private TurnMeasure(JournalEntryKind kind, TimeProvider time) => (_kind, _time, _begun) = (kind, time, time.GetTimestamp());

    /// <summary>The session's flow; null while it is not known.</summary>
    public Flow? Flow { get; set; }

    /// <summary>One for an input that comes now; null where nobody listens.</summary>
    public static TurnMeasure? Begin(JournalEntryKind kind, TimeProvider time) =>
        HostMeters.Turns.Enabled || HostMeters.Duration.Enabled || GuidanceTelemetry.Source.HasListeners() ? new TurnMeasure(kind, time) : null;

    /// <summary>The word for a result.</summary>
    public static string Word(TurnResult result) => Results[(int)result];

    /// <summary>Makes the turn, and tells of it.</summary>
    public async Task<(TurnReply Reply, bool IsNew)> RunAsync(Func<Task<(TurnReply Reply, bool IsNew)>> turn)
    {
        using Activity? activity = GuidanceTelemetry.Source.StartActivity("guidanceflow.turn");
        try
        {
            (TurnReply reply, bool isNew) = await turn().ConfigureAwait(false);
            string result = isNew || reply.Result == TurnResult.Refused ? Word(reply.Result) : Repeated;
            Tell(result, reply.Result == TurnResult.Refused ? reply.Reason : null, activity);
            activity?.SetTag("guidanceflow.stage", reply.Stage).SetTag("guidanceflow.step", reply.Step);
            return (reply, isNew);
        }
        catch (Exception exception)
        {
            // What it says may be anything.
            activity?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", exception.GetType().FullName);
            Tell(Failed, reason: null, activity);
            throw;
        }
    }

    private void Tell(string result, string? reason, Activity? activity)
    {
        var tags = new TagList { { "guidanceflow.input", Kinds[(int)_kind] }, { "guidanceflow.result", result } };
        if (Flow is { } flow)
        {
            tags.Add("guidanceflow.flow", flow.Id);
        }

        if (reason is not null)
        {
            tags.Add("guidanceflow.reason", reason);
        }

        HostMeters.Turns.Add(1, tags);
        HostMeters.Duration.Record(_time.GetElapsedTime(_begun).TotalSeconds, tags);
        if (activity is not null)
        {
            foreach (KeyValuePair<string, object?> tag in tags)
            {
                activity.SetTag(tag.Key, tag.Value);
            }

            activity.SetTag("guidanceflow.flow_version", Flow?.Version);
        }
    }
}
