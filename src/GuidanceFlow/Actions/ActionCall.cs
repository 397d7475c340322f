using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Actions;

/// <summary>What a host is to do for a session. Immutable, compared by content.</summary>
public sealed record ActionCall
{
    /// <summary>The idempotency key, <c>session:turn:index</c> of the turn that began it: the same each time the same thing is tried again, also after a crash.</summary>
    public required string Id { get; init; }

    /// <summary>The action's name.</summary>
    public required string Action { get; init; }

    /// <summary>What it is given, by name, in the order of the declaration; what is optional may be null.</summary>
    public EquatableArray<KeyValuePair<string, Value>> Arguments { get; init; }

    /// <summary>Which attempt it is, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>How long it may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Whether it does no harm to do it twice with the same <see cref="Id"/>.</summary>
    public required bool Repeatable { get; init; }

    /// <summary>The session.</summary>
    public required string SessionId { get; init; }

    /// <summary>The flow that calls: the session's, or one that it runs.</summary>
    public required string FlowId { get; init; }

    /// <summary>The id of the step that calls.</summary>
    public required string Step { get; init; }

    /// <summary>The customer's key; null when the host named none.</summary>
    public string? CustomerKey { get; init; }

    /// <summary>The customer's language.</summary>
    public required string Locale { get; init; }

    /// <summary>One of <see cref="Arguments"/>; <see cref="Value.Null"/> when there is none of the name.</summary>
    /// <param name="name">Its name.</param>
    public Value Argument(string name) => Arguments.FirstOrDefault(argument => string.Equals(argument.Key, name, StringComparison.Ordinal)).Value;

    /// <summary>Names the action and the step; nothing it is given, because such texts end in logs.</summary>
    public override string ToString() => $"{Action} at {Step} ({Id})";
}
