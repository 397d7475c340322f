using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Handoffs;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>One turn of a conversation, as a transcript may show it: secrets hidden, but for what the customer writes. Immutable.</summary>
/// <param name="Answer">What the customer wrote; null for the start, and where something else went in.</param>
/// <param name="Reply">What came back.</param>
public sealed record ConversationTurn(string? Answer, TurnReply Reply)
{
    /// <summary>What went in that is no answer in words: a command, a correction, another language, files, a signal, a timer, an action's result, what a person does; null for nothing.</summary>
    public SessionInput? Input { get; init; }

    /// <summary>When it was; null where nobody kept it.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The actions that were begun in it, in order.</summary>
    public EquatableArray<ActionCall> Calls { get; init; }

    /// <summary>What was given to a person in it, in order.</summary>
    public EquatableArray<Handoff> Handoffs { get; init; }

    /// <summary>What happened in it, in order.</summary>
    public EquatableArray<TurnEvent> Events { get; init; }

    /// <summary>Whether the input had been there before, so that the reply of its turn came again and nothing happened.</summary>
    public bool IsRepeat { get; init; }
}
