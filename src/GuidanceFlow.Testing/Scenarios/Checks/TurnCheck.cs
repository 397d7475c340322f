using GuidanceFlow.Actions;
using GuidanceFlow.Engine;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing.Rehearsals;
using GuidanceFlow.Testing.Scenarios.Reading;

namespace GuidanceFlow.Testing.Scenarios.Checks;

/// <summary>Holds a turn, and the whole conversation at its end, against what is expected.</summary>
internal static class TurnCheck
{
    private const string NoData = "the flow has no data";

    public static void Check(FailureList failures, TurnExpectation? expected, Rehearsal rehearsal, RehearsalStep taken)
    {
        GuidanceSession session = rehearsal.Session!;
        TurnReply reply = taken.Reply;
        failures.Places = expected?.Places;
        CheckUnasked(failures, expected, reply);
        if (expected is null)
        {
            return;
        }

        failures.Location = expected.Location;
        CheckPlace(failures, session.Flow, expected.Step, expected.Stage, reply);
        failures.Same("result", expected.Result is { } result ? Words.Of(Words.Results, result) : null, Words.Of(Words.Results, reply.Result));
        failures.Same("reason", expected.Reason, reply.Reason);
        CheckStatus(failures, expected.Status, expected.Outcome, reply);
        failures.Same("text", expected.Text, string.Join("\n\n", reply.Messages.Select(message => message.Text)));
        failures.Contains("text_contains", expected.TextContains, string.Join('\n', reply.Messages.Select(PlainText.Render)));
        failures.SameList("entered", expected.Entered, reply.Entered);
        failures.SameList("options", expected.Options, reply.Expects?.Options.Select(option => option.Value) ?? []);
        failures.SameValues("data", expected.Data, session.Data, DataNames(session.Flow), NoData);
        TicketCheck.Check(failures, session.Flow, expected.Tickets, reply.Tickets);
        TimerCheck.Check(failures, expected.Timers, session, rehearsal.Now);
        CallCheck.Check(failures, expected.Calls, taken.Calls, taken.Turns);
        EventCheck.Check(failures, expected.Events, taken.Turns);
        failures.SameList("kept", expected.Kept, reply.Correction?.Kept ?? []);
        failures.SameList("dropped", expected.Dropped, reply.Correction?.Dropped ?? []);
        failures.Contains("error_contains", expected.ErrorContains, reply.Error ?? string.Empty);
    }

    public static void CheckEnd(FailureList failures, EndExpectation expected, GuidanceSession session, IReadOnlyList<ConversationTurn> turns, IReadOnlyList<ActionCall> calls)
    {
        failures.Location = expected.Location;
        failures.Places = expected.Places;
        TurnReply last = turns.Last(turn => !turn.IsRepeat).Reply;
        CheckPlace(failures, session.Flow, expected.Step, expected.Stage, last);
        CheckStatus(failures, expected.Status, expected.Outcome, last with { Outcome = session.Outcome });
        failures.SameValues("data", expected.Data, session.Data, DataNames(session.Flow), NoData);
        TicketCheck.Check(failures, session.Flow, expected.Tickets, [.. turns.Where(turn => !turn.IsRepeat).SelectMany(turn => turn.Reply.Tickets)]);
        CallCheck.Check(failures, expected.Calls, calls, turns);
    }

    /// <summary>What no scenario should pass over in silence: an answer that is refused, a step that fails.</summary>
    public static void CheckUnasked(FailureList failures, TurnExpectation? expected, TurnReply reply)
    {
        if (reply.Result == TurnResult.Refused && expected?.Result is null)
        {
            failures.Add("result", "\"accepted\"", $"\"refused\" ({reply.Reason}{(reply.Error is null ? string.Empty : ": " + reply.Error)})");
        }
        else if (reply.Error is not null && reply.Result != TurnResult.Refused && expected is null or { ErrorContains.IsEmpty: true })
        {
            failures.Add("error_contains", "no error", reply.Error!);
        }
    }

    private static void CheckPlace(FailureList failures, Flow flow, string? step, string? stage, TurnReply reply)
    {
        failures.SameId("step", step, reply.Step, flow.Steps.Select(known => known.Id));
        failures.SameId("stage", stage, reply.Stage, flow.Stages.Select(known => known.Id));
    }

    private static void CheckStatus(FailureList failures, SessionStatus? status, SessionOutcome? outcome, TurnReply reply)
    {
        failures.Same("status", status is { } wanted ? Words.Of(Words.Statuses, wanted) : null, Words.Of(Words.Statuses, reply.Status));
        failures.Same("outcome", outcome is { } end ? Words.Of(Words.Outcomes, end) : null, reply.Outcome is { } actual ? Words.Of(Words.Outcomes, actual) : null);
    }

    private static string[] DataNames(Flow flow) => [.. flow.Definition.Inputs.Concat(flow.Definition.Data).Select(datum => datum.Name)];
}
