using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>
/// Something happened outside: a payment arrived, a call ended. A session that does not wait for it refuses it as <see cref="TurnReason.UnexpectedSignal"/>, and one whose value
/// has another type as <see cref="TurnReason.InvalidSignal"/>.
/// </summary>
/// <param name="Signal">The signal's name, one of the flow's <c>signals</c>.</param>
/// <param name="Value">What came with it; <see cref="Templates.Value.Null"/> for nothing.</param>
public sealed record SignalInput(string Signal, Value Value) : SessionInput;
