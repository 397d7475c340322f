using GuidanceFlow.Sessions;

namespace GuidanceFlow.Engine;

/// <summary>What most turns have nothing of.</summary>
internal sealed class TurnRest
{
    /// <summary>What the host has to do, in order.</summary>
    public List<Effect> Effects { get; } = [];

    /// <summary>Whether what was done cannot be taken back.</summary>
    public bool IsBarrier { get; set; }

    /// <summary>The log, where the turn took something back; null for what the turn adds to it.</summary>
    public UndoLog? Undo { get; set; }

    public TurnClock? Clock { get; set; }

    /// <summary>The action that the session waits for from now on; null for the one before.</summary>
    public CallState? Calling { get; set; }
}
