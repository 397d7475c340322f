using GuidanceFlow.Sessions;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>One turn of a conversation. Immutable.</summary>
/// <param name="Answer">What the customer wrote; null for the start.</param>
/// <param name="Reply">What came back.</param>
public sealed record ConversationTurn(string? Answer, TurnReply Reply);
