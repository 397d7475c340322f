using GuidanceFlow.Sessions;

namespace GuidanceFlow.Engine;

/// <summary>The host must start another session later.</summary>
public sealed record FollowUpEffect : Effect
{
    internal FollowUpEffect(FollowUp later)
        : base(later.SessionId) => FollowUp = later;

    /// <summary>The session.</summary>
    public FollowUp FollowUp { get; }
}
