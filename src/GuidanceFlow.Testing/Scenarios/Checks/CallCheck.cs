using System.Globalization;
using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Testing.Transcripts;

namespace GuidanceFlow.Testing.Scenarios.Checks;

/// <summary>Holds the actions that were begun against what is expected of them: as many as expected, in that order.</summary>
internal static class CallCheck
{
    /// <param name="failures">Where what differs is kept.</param>
    /// <param name="expected">What is expected; null for nothing.</param>
    /// <param name="actual">The actions.</param>
    /// <param name="turns">The turns that began them, to show them without secrets.</param>
    public static void Check(FailureList failures, EquatableArray<CallExpectation>? expected, IReadOnlyList<ActionCall> actual, IEnumerable<ConversationTurn> turns)
    {
        if (expected is not { } wanted)
        {
            return;
        }

        if (wanted.Count != actual.Count)
        {
            failures.Add("calls", Count(wanted.Count), Count(actual.Count) + string.Concat(turns.SelectMany(turn => turn.Calls).Select(call => "\n" + InputLines.OfCall(call))));
        }

        for (int i = 0; i < Math.Min(wanted.Count, actual.Count); i++)
        {
            string at = string.Create(CultureInfo.InvariantCulture, $"calls[{i}].");
            ActionCall call = actual[i];
            failures.Same(at + "action", wanted[i].Action, call.Action);
            failures.SameValues(at + "with", wanted[i].With, call.Argument, [.. call.Arguments.Select(argument => argument.Key)], "the action is given nothing");
            failures.Same(at + "attempt", wanted[i].Attempt?.ToString(CultureInfo.InvariantCulture), call.Attempt.ToString(CultureInfo.InvariantCulture));
            failures.Same(at + "step", wanted[i].Step, call.Step);
        }
    }

    private static string Count(int count) => count switch
    {
        0 => "no call",
        1 => "1 call",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} calls"),
    };
}
