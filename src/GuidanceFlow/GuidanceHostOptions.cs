using GuidanceFlow.Actions;
using GuidanceFlow.Handoffs;
using GuidanceFlow.History;
using GuidanceFlow.Interpreters;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tickets;
using Microsoft.Extensions.Logging;

namespace GuidanceFlow;

/// <summary>What a host works with beside its flows and its store. Immutable.</summary>
public sealed record GuidanceHostOptions
{
    /// <summary>Where tickets go; null for nowhere: then they are laid aside as dead letters in the end.</summary>
    public ITicketSink? Tickets { get; init; }

    /// <summary>Where a session's words go when nobody waits for them; null for nowhere: then they are in the journal alone.</summary>
    public IMessageSink? Messages { get; init; }

    /// <summary>Where sessions go that a person takes over; null for nowhere: then handoffs are laid aside as dead letters in the end.</summary>
    public IHandoffSink? Handoffs { get; init; }

    /// <summary>What earlier sessions of a customer tried and found; null for nothing.</summary>
    public ICustomerHistory? History { get; init; }

    /// <summary>How long a start waits for the history; then it goes on without one.</summary>
    /// <value>The default is 5 seconds.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is shorter than a millisecond or longer than an hour.</exception>
    public TimeSpan HistoryTimeLimit
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromMilliseconds(1));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromHours(1));
            field = value;
        }
    } = TimeSpan.FromSeconds(5);

    /// <summary>What the host can do for its flows.</summary>
    /// <value>The default is nothing.</value>
    public GuidanceActions Actions { get; init; } = new();

    /// <summary>The clock.</summary>
    /// <value>The default is the system's.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where failures of sinks, interpreters and timers are logged; null for nowhere.</summary>
    public ILogger<GuidanceHost>? Logger { get; init; }

    /// <summary>Who reads answers beside the built-in words.</summary>
    /// <value>The default is nobody.</value>
    public AnswerInterpreters Interpreters { get; init; } = new();

    /// <summary>What happens to an input that comes while a turn of its session is under way in this host.</summary>
    /// <value>The default is that inputs are taken in their order.</value>
    public RapidInputs RapidInputs { get; init; } = RapidInputs.Queue;

    /// <summary>How effects that fail are tried again.</summary>
    public OutboxPolicy Outbox { get; init; } = new();
}
