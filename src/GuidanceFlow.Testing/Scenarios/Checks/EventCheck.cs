using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Testing.Scenarios.Reading;

namespace GuidanceFlow.Testing.Scenarios.Checks;

/// <summary>Looks for the events that are expected, in their order; others may stand between them.</summary>
internal static class EventCheck
{
    public static void Check(FailureList failures, EquatableArray<EventExpectation>? expected, IEnumerable<ConversationTurn> turns)
    {
        if (expected is not { } wanted)
        {
            return;
        }

        TurnEvent[] actual = [.. turns.SelectMany(turn => turn.Events)];
        int from = 0;
        for (int i = 0; i < wanted.Count; i++)
        {
            int found = Array.FindIndex(actual, from, entry => Fits(wanted[i], entry));
            if (found < 0)
            {
                failures.Add(
                    FormattableString.Invariant($"events[{i}]"),
                    Show(wanted[i].Kind, wanted[i].Step, wanted[i].Detail),
                    actual.Length == from ? "nothing more happened" : "only" + string.Concat(actual[from..].Select(entry => "\n" + Show(entry.Kind, entry.Step, entry.Detail))));
                return;
            }

            from = found + 1;
        }
    }

    private static bool Fits(EventExpectation expected, TurnEvent actual) =>
        expected.Kind == actual.Kind
        && (expected.Step is null || string.Equals(expected.Step, actual.Step, StringComparison.Ordinal))
        && (expected.Detail is null || string.Equals(expected.Detail, actual.Detail, StringComparison.Ordinal));

    private static string Show(TurnEventKind kind, string? step, string? detail) =>
        Words.Of(Words.Events, kind) + (step is null ? string.Empty : " at " + step) + (detail is null ? string.Empty : $" ({detail})");
}
