using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>One turn of a conversation. Immutable.</summary>
/// <param name="Answer">What the customer wrote; null for the start, and where something else went in.</param>
/// <param name="Reply">What came back.</param>
public sealed record ConversationTurn(string? Answer, TurnReply Reply)
{
    /// <summary>What went in that is no answer in words: a command, a correction, another language, files; null for nothing.</summary>
    public SessionInput? Input { get; init; }
}
