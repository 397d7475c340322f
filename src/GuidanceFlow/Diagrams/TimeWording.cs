using System.Globalization;
using GuidanceFlow.Compilation;

namespace GuidanceFlow.Diagrams;

/// <summary>Lengths of time in words.</summary>
internal static class TimeWording
{
    public static string Of(TimeSpan time) =>
        time.TotalMinutes < 1 ? Count(time.TotalSeconds, "second")
        : time.TotalHours < 1 ? Count(time.TotalMinutes, "minute")
        : time.TotalDays < 2 ? Count(time.TotalHours, "hour")
        : Count(time.TotalDays, "day");

    /// <summary>What a step waits for: "10 minutes", "payment".</summary>
    public static string Of(CompiledWait wait) =>
        wait.Signal is { } signal ? LabelText.Words(signal)
        : wait.For is { } time ? Of(time)
        : GuardWording.Of(wait.Until!);

    private static string Count(double count, string unit) => count == 1 ? $"1 {unit}" : $"{count.ToString("0.#", CultureInfo.InvariantCulture)} {unit}s";
}
