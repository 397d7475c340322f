namespace GuidanceFlow.Hosting;

/// <summary>How long a start waits for the customer's history.</summary>
internal sealed record HistoryLimit(TimeSpan Value);
