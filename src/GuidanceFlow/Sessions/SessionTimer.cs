using System.Text.Json.Serialization;

namespace GuidanceFlow.Sessions;

/// <summary>A point in time at which something happens in a session unless something else happens before. Immutable.</summary>
/// <param name="Id">What it is, one of the constants here; unique in the session.</param>
/// <param name="Visit">The visit it belongs to, see <see cref="GuidanceSession.Visit"/>: at another one it no longer means anything. 0 for the whole session.</param>
/// <param name="Due">When it is due (UTC).</param>
public sealed record SessionTimer(string Id, int Visit, DateTimeOffset Due)
{
    /// <summary>The customer is reminded of the question.</summary>
    public const string Remind = "remind";

    /// <summary>The question is given up.</summary>
    public const string GiveUp = "give_up";

    /// <summary>What a <c>wait</c> step waits for is over.</summary>
    public const string Wait = "wait";

    /// <summary>Nobody took the session that was given to a person.</summary>
    public const string Handoff = "handoff";

    /// <summary>An action that failed is tried again.</summary>
    public const string Retry = "retry";

    /// <summary>The session is over, as nobody goes on with it.</summary>
    public const string Expiry = "expiry";

    /// <summary>How many of its kind there were before in the visit: of a reminder how many were said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Before { get; init; }
}
