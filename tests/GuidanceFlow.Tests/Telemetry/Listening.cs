using System.Diagnostics;
using System.Diagnostics.Metrics;
using GuidanceFlow.Telemetry;

namespace GuidanceFlow.Tests.Telemetry;

/// <summary>Hears everything that hosts tell while it is there.</summary>
internal sealed class Listening : IDisposable
{
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _activities;

    public Listening()
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == GuidanceTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _meters.Start();
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GuidanceTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Activities.Add(activity),
        };
        ActivitySource.AddActivityListener(_activities);
    }

    public List<(string Name, double Value, string Tags)> Measured { get; } = [];

    public List<Activity> Activities { get; } = [];

    /// <summary>What an instrument said, each as value and tags.</summary>
    public string[] Of(string instrument) => [.. Measured.Where(heard => heard.Name == "guidanceflow." + instrument).Select(heard => $"{heard.Value} {heard.Tags}".TrimEnd())];

    /// <summary>Everything that left the process, in one text.</summary>
    public string Everything() => string.Join('\n', [.. Measured.Select(heard => heard.Name + " " + heard.Tags), .. Activities.Select(activity => $"{activity.DisplayName} {activity.StatusDescription} {Join(activity.TagObjects)} {string.Join(' ', activity.Events.Select(happened => happened.Name))}")]);

    public void Dispose()
    {
        _meters.Dispose();
        _activities.Dispose();
    }

    public static string Join(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Join(", ", tags.Where(tag => tag.Value is not null).OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key.Replace("guidanceflow.", string.Empty, StringComparison.Ordinal)}={tag.Value}"));

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (Measured)
        {
            Measured.Add((instrument.Name, value, Join(tags.ToArray())));
        }
    }
}
