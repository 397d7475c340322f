using GuidanceFlow.Definitions;

namespace GuidanceFlow.Testing.Scenarios.Reading;

/// <summary>Reads what is expected of turns and tickets.</summary>
internal static class ExpectationReader
{
    public static readonly MemberTable TurnTable = new(
        "expect",
        "an expectation",
        [],
        ["step", "stage", "result", "reason", "status", "outcome", "text", "text_contains", "entered", "options", "data", "tickets", "timers", "calls", "events", "kept", "dropped", "error_contains"]);

    public static readonly MemberTable TicketTable = new(
        "ticket",
        "an expected ticket",
        [],
        [
            "definition", "kind", "queue", "priority", "subject", "subject_contains", "body_contains", "due",
            "reason", "step", "stage", "attempts", "unrecognised", "evidence",
        ]);

    public static readonly MemberTable TimerTable = new("timer", "an expected timer", [], ["id", "in", "due"]);

    public static readonly MemberTable CallTable = new("call", "an expected call", [], ["action", "with", "attempt", "step"]);

    public static readonly MemberTable EventTable = new("event", "an expected event", ["kind"], ["step", "detail"]);

    public static TurnExpectation Turn(ReadContext context, JsonItem item)
    {
        Members members = Members.Open(context, item, TurnTable);
        return new TurnExpectation
        {
            Step = members.Text("step"),
            Stage = members.Text("stage"),
            Result = members.Word("result", "result", Words.Results),
            Reason = members.Text("reason"),
            Status = members.Word("status", "status", Words.Statuses),
            Outcome = members.Word("outcome", "outcome", Words.Outcomes),
            Text = members.Text("text"),
            TextContains = members.Texts("text_contains"),
            Entered = members.TextList("entered"),
            Options = members.TextList("options"),
            Data = members.Values("data"),
            Tickets = Tickets(members),
            Timers = members.Find("timers") is { } timers ? context.List(timers, timer => Timer(context, timer)) : null,
            Calls = Calls(members),
            Events = members.Find("events") is { } events ? context.List(events, happened => Event(context, happened)) : null,
            Kept = members.TextList("kept"),
            Dropped = members.TextList("dropped"),
            ErrorContains = members.Texts("error_contains"),
            Location = context.Locate(item),
            Places = new MemberPlaces(context, item),
        };
    }

    public static EquatableArray<TicketExpectation>? Tickets(Members members) =>
        members.Find("tickets") is { } item ? members.Context.List(item, ticket => Ticket(members.Context, ticket)) : null;

    public static EquatableArray<CallExpectation>? Calls(Members members) =>
        members.Find("calls") is { } item ? members.Context.List(item, call => Call(members.Context, call)) : null;

    private static CallExpectation Call(ReadContext context, JsonItem item)
    {
        Members members = Members.Open(context, item, CallTable);
        return new CallExpectation { Action = members.Text("action"), With = members.Values("with"), Attempt = members.Integer("attempt"), Step = members.Text("step") };
    }

    private static TimerExpectation Timer(ReadContext context, JsonItem item)
    {
        Members members = Members.Open(context, item, TimerTable);
        return new TimerExpectation { Id = members.OneOf("id", "timer", Words.Timers), In = Times.Length(members, "in"), Due = Times.Time(members, "due") };
    }

    /// <summary>Its kind alone, or an object that says more.</summary>
    private static EventExpectation? Event(ReadContext context, JsonItem item)
    {
        if (item.Text is not null)
        {
            return context.Word(item, "kind of event", Words.Events) is { } alone ? new EventExpectation(alone) : null;
        }

        Members members = Members.Open(context, item, EventTable);
        return members.Word("kind", "kind of event", Words.Events) is { } kind ? new EventExpectation(kind) { Step = members.Text("step"), Detail = members.Text("detail") } : null;
    }

    private static TicketExpectation Ticket(ReadContext context, JsonItem item)
    {
        Members members = Members.Open(context, item, TicketTable);
        return new TicketExpectation
        {
            Definition = members.Text("definition"),
            Kind = members.Word("kind", "ticket kind", Words.Kinds),
            Queue = members.Text("queue"),
            Priority = members.Word("priority", "priority", Words.Priorities),
            Subject = members.Text("subject"),
            SubjectContains = members.Texts("subject_contains"),
            BodyContains = members.Texts("body_contains"),
            Due = Times.Time(members, "due"),
            Reason = members.Word("reason", "fallback reason", Words.FallbackReasons),
            Step = members.Text("step"),
            Stage = members.Text("stage"),
            Attempts = members.Integer("attempts"),
            Unrecognised = members.TextList("unrecognised"),
            Evidence = members.Values("evidence"),
        };
    }
}
