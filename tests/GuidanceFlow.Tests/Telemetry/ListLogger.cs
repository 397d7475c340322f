using Microsoft.Extensions.Logging;

namespace GuidanceFlow.Tests.Telemetry;

/// <summary>Keeps what a host logs.</summary>
internal sealed class ListLogger : ILogger<GuidanceHost>
{
    public List<(LogLevel Level, string Text)> Entries { get; } = [];

    public List<int> Ids { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Entries.Add((logLevel, formatter(state, exception)));
        Ids.Add(eventId.Id);
    }
}
