using GuidanceFlow.Sessions;

namespace GuidanceFlow.Engine;

/// <summary>What most turns have nothing of.</summary>
internal sealed class TurnRest
{
    public TicketRun? Tickets { get; set; }

    /// <summary>The log, where the turn took something back; null for what the turn adds to it.</summary>
    public UndoLog? Undo { get; set; }

    public TurnClock? Clock { get; set; }
}
