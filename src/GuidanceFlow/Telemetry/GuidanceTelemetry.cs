using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GuidanceFlow.Telemetry;

/// <summary>
/// What a host tells of itself: traces and metrics under one name, for OpenTelemetry and others to listen to. Nothing of it has a customer's words, keys or session ids in it; docs/telemetry.md lists all.
/// </summary>
public static class GuidanceTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/> and of the <see cref="Meter"/>: <c>GuidanceFlow</c>.</summary>
    public const string Name = "GuidanceFlow";

    internal static string? Version { get; } = typeof(GuidanceTelemetry).Assembly.GetName().Version?.ToString(3);

    internal static ActivitySource Source { get; } = new(Name, Version);

    internal static Meter Meter { get; } = new(Name, Version);
}
