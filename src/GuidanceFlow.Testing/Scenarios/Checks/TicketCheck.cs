using System.Globalization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Testing.Scenarios.Reading;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Testing.Scenarios.Checks;

/// <summary>Holds tickets against what is expected of them: as many as expected, in that order.</summary>
internal static class TicketCheck
{
    public static void Check(FailureList failures, Flow flow, EquatableArray<TicketExpectation>? expected, IReadOnlyList<Ticket> actual)
    {
        if (expected is not { } wanted)
        {
            return;
        }

        if (wanted.Count != actual.Count)
        {
            failures.Add("tickets", Count(wanted.Count), Count(actual.Count) + string.Concat(actual.Select(ticket => $"\n{ticket.Definition}: {ticket.Subject}")));
        }

        for (int i = 0; i < Math.Min(wanted.Count, actual.Count); i++)
        {
            Check(failures, flow, string.Create(CultureInfo.InvariantCulture, $"tickets[{i}]."), wanted[i], actual[i]);
        }
    }

    private static void Check(FailureList failures, Flow flow, string at, TicketExpectation expected, Ticket ticket)
    {
        failures.Same(at + "definition", expected.Definition, ticket.Definition);
        failures.Same(at + "kind", expected.Kind is { } kind ? Words.Of(Words.Kinds, kind) : null, Words.Of(Words.Kinds, ticket.Kind));
        failures.Same(at + "queue", expected.Queue, ticket.Queue);
        failures.Same(at + "priority", expected.Priority is { } priority ? Words.Of(Words.Priorities, priority) : null, Words.Of(Words.Priorities, ticket.Priority));
        failures.Same(at + "subject", expected.Subject, ticket.Subject);
        failures.Contains(at + "subject_contains", expected.SubjectContains, ticket.Subject);
        failures.Contains(at + "body_contains", expected.BodyContains, ticket.Body);
        failures.Same(at + "due", Time(expected.Due), Time(ticket.Due));
        failures.Same(
            at + "reason",
            expected.Reason is { } reason ? Words.Of(Words.FallbackReasons, reason) : null,
            ticket.Fallback is { } fallback ? Words.Of(Words.FallbackReasons, fallback.Reason) : null);
        string? step = ticket.Fallback is null ? ticket.Step : ticket.Fallback.Step;
        failures.Same(at + "step", expected.Step, step);
        failures.Same(at + "stage", expected.Stage, ticket.Fallback is null ? flow.FindStep(ticket.Step)?.Stage.Id : ticket.Fallback.Stage);
        if (expected.Attempts is { } attempts && attempts != (ticket.Fallback?.Attempts ?? 0))
        {
            failures.Add(at + "attempts", attempts.ToString(CultureInfo.InvariantCulture), (ticket.Fallback?.Attempts ?? 0).ToString(CultureInfo.InvariantCulture));
        }

        failures.SameList(at + "unrecognised", expected.Unrecognised, ticket.Fallback?.Unrecognised ?? []);
        failures.SameValues(
            at + "evidence",
            expected.Evidence,
            name => ticket.Evidence.FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.Ordinal)).Value,
            [.. ticket.Evidence.Select(pair => pair.Key)],
            "the ticket has no evidence");
    }

    private static string Count(int count) => count switch
    {
        0 => "no ticket",
        1 => "1 ticket",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} tickets"),
    };

    private static string? Time(DateTimeOffset? time) => time?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
