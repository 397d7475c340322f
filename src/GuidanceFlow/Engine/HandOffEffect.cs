using GuidanceFlow.Handoffs;

namespace GuidanceFlow.Engine;

/// <summary>The host must give the session to a person.</summary>
public sealed record HandOffEffect : Effect
{
    internal HandOffEffect(Handoff handoff)
        : base(handoff.Id) => Handoff = handoff;

    /// <summary>What the desk gets.</summary>
    public Handoff Handoff { get; }
}
