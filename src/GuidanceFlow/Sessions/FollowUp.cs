using System.Text.Json.Serialization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>A session that comes some time after another one. Immutable, compared by content.</summary>
public sealed record FollowUp
{
    /// <summary>How late one may start that is skipped when it is late: a day.</summary>
    internal static TimeSpan Tolerance { get; } = TimeSpan.FromDays(1);

    /// <summary>The id it will have; also its idempotency key.</summary>
    public required string SessionId { get; init; }

    /// <summary>The flow; the newest version there is then.</summary>
    public required string FlowId { get; init; }

    /// <summary>When it starts (UTC).</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>Whether it is skipped when nobody is there within a day of its time.</summary>
    public bool SkipsWhenLate { get; init; }

    /// <summary>Its inputs.</summary>
    public EquatableArray<KeyValuePair<string, Value>> Inputs { get; init; }

    /// <summary>The names of inputs that are secrets (<see cref="Engine.StartRequest.Sensitive"/>).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<string> Sensitive { get; init; }

    /// <summary>The session it follows.</summary>
    public required string Follows { get; init; }

    /// <summary>The channel; null when the host named none.</summary>
    public string? Channel { get; init; }

    /// <summary>The customer's key; null when the host named none.</summary>
    public string? CustomerKey { get; init; }

    /// <summary>The customer's language.</summary>
    public required string Locale { get; init; }
}
