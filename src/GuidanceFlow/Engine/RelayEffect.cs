using GuidanceFlow.Handoffs;

namespace GuidanceFlow.Engine;

/// <summary>The host must tell the person who has the session what the customer said.</summary>
public sealed record RelayEffect : Effect
{
    internal RelayEffect(CustomerMessage message)
        : base(message.Id) => Message = message;

    /// <summary>What the desk gets.</summary>
    public CustomerMessage Message { get; }
}
