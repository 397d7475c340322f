using System.Collections.Concurrent;
using GuidanceFlow.Engine;
using GuidanceFlow.Interpreters;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing;
using GuidanceFlow.Tickets;
using Microsoft.Extensions.Logging;

namespace GuidanceFlow.Tests.Interpreters;

/// <summary>A session with a host that has interpreters, the log it writes and a clock that stands still.</summary>
internal sealed class Interpreted : ILogger<GuidanceHost>
{
    private readonly ConcurrentQueue<string> _log = new();
    private readonly ISessionStore _store;

    private Interpreted(Flow flow, AnswerInterpreters interpreters, ISessionStore? store)
    {
        _store = store ?? new InMemorySessionStore();
        Host = new GuidanceHost(new FlowCatalog([flow]), _store, new InMemoryTicketSink(), Clock, this, interpreters);
    }

    public ManualTimeProvider Clock { get; } = new();

    public GuidanceHost Host { get; }

    /// <summary>What was logged, as <c>level: message (exception)</c>.</summary>
    public string[] Log => [.. _log];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Interpreted> StartAsync(Flow flow, AnswerInterpreters interpreters, ISessionStore? store = null)
    {
        var session = new Interpreted(flow, interpreters, store);
        (await session.Host.StartAsync(flow.Id, new StartRequest { SessionId = "s", Locale = "en" }, cancellationToken: Token)).Result.ShouldBe(TurnResult.Accepted);
        return session;
    }

    public Task<TurnReply> SayAsync(string text, string? inputId = null) => Host.AnswerAsync("s", text, inputId, cancellationToken: Token);

    public async Task<JournalEntry> LatestAsync() => (await _store.ReadJournalAsync("s", Token))[^1];

    public async Task<int> TurnsAsync() => (await _store.ReadJournalAsync("s", Token)).Count;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _log.Enqueue($"{logLevel}: {formatter(state, exception)}{(exception is null ? string.Empty : $" ({exception.Message})")}");
}
