using GuidanceFlow.Sessions;

namespace GuidanceFlow.Outbox;

/// <summary>Who waits for the reply of a turn, and gets what comes right behind it, too.</summary>
internal sealed class OutboxCaller
{
    /// <summary>The replies of the turns behind the first one, in order.</summary>
    public List<TurnReply> Replies { get; } = [];
}
