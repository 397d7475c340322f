using System.Collections.Immutable;
using GuidanceFlow.Actions;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing.Scenarios;

namespace GuidanceFlow.Testing.Rehearsals;

/// <summary>What came of one input, or of time that passed. Immutable.</summary>
/// <param name="Turns">The turns in order: the input's and those right behind it, or those of what was due. Where time passes and nothing happens, at the end or at all, one that says nothing.</param>
/// <param name="Reply">All of it as one reply, as a host gives it to those who wait; where nothing happened, where the session is.</param>
public sealed record RehearsalStep(ImmutableArray<ConversationTurn> Turns, TurnReply Reply)
{
    /// <summary>The actions that were begun, in order, with all they were given.</summary>
    public ImmutableArray<ActionCall> Calls { get; init; } = [];

    /// <summary>Whether it was broken off behind <see cref="Rehearsal.MostTurns"/> turns; the clock stands at the latest.</summary>
    public bool IsBrokenOff { get; init; }
}
