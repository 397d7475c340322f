using GuidanceFlow.Actions;

namespace GuidanceFlow.Engine;

/// <summary>The host must do something, and tell the session what became of it with an <see cref="ActionResultInput"/>.</summary>
public sealed record RunActionEffect : Effect
{
    internal RunActionEffect(string id, ActionCall call)
        : base(id) => Call = call;

    /// <summary>What is to be done.</summary>
    public ActionCall Call { get; }
}
