using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>The action that a busy session waits for, or the handoff of one that a person has. Immutable.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Attempt">Which attempt it is, from 1.</param>
/// <param name="Arguments">What it was given.</param>
internal sealed record CallState(string Id, int Attempt, EquatableArray<KeyValuePair<string, Value>> Arguments);

/// <summary>The error that the latest action which failed ended with.</summary>
/// <param name="Code">The error.</param>
/// <param name="Message">What it means, in words; null for nothing.</param>
/// <param name="Action">The action's name.</param>
/// <param name="Step">The id of the step that called it.</param>
internal sealed record ActionFailure(string Code, string? Message, string Action, string Step);
