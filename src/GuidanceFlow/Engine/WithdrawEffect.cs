using GuidanceFlow.Handoffs;

namespace GuidanceFlow.Engine;

/// <summary>The host must tell a desk that the session no longer needs a person.</summary>
public sealed record WithdrawEffect : Effect
{
    internal WithdrawEffect(Withdrawal withdrawal)
        : base(withdrawal.Id) => Withdrawal = withdrawal;

    /// <summary>What the desk gets.</summary>
    public Withdrawal Withdrawal { get; }
}
