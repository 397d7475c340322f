using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>What a session is started with.</summary>
public sealed record StartRequest
{
    /// <summary>The session's id, chosen by the host: 1 to 200 UTF-16 units. Never use one twice, not even in another store: ticket ids and references are made from it.</summary>
    public required string SessionId { get; init; }

    /// <summary>The flow's inputs by name.</summary>
    public IReadOnlyDictionary<string, Value> Inputs { get; init; } = new Dictionary<string, Value>(StringComparer.Ordinal);

    /// <summary>The names of inputs that are secrets, such as what a customer once answered to a sensitive question: they are used like any other, but not said, nor exported (semantics.md, "Secrets").</summary>
    public IReadOnlyCollection<string> Sensitive { get; init; } = [];

    /// <summary>Answers already known, by step id or by the datum the step saves; their questions are not asked.</summary>
    public IReadOnlyDictionary<string, Value> Known { get; init; } = new Dictionary<string, Value>(StringComparer.Ordinal);

    /// <summary>The wanted language; <see cref="Flow.ResolveLocale"/> finds the one of the flow that serves it.</summary>
    public string? Locale { get; init; }

    /// <summary>The channel, such as <c>chat</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>The id of the session that this one follows up; null for none. It is in the journal.</summary>
    public string? Follows { get; init; }

    /// <summary>The customer's key in the host's system.</summary>
    public string? CustomerKey { get; init; }
}
