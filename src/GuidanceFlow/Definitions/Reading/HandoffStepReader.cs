using GuidanceFlow.Tickets;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a step that gives the session to a person.</summary>
internal static class HandoffStepReader
{
    public static readonly MemberTable Table = new(
        "handoff_step",
        "a handoff step",
        StepReader.Members(
            new("queue", "\"queue\": \"…\""),
            new("priority"),
            new("respond_within"),
            new("text", "\"text\": \"…\""),
            new("show"),
            new("situation", "\"situation\": \"…\""),
            new("evidence"),
            new("on_return", "\"on_return\": \"a-step\""),
            new("timeout"),
            new("silence"),
            new("fallback")))
    {
        Misplaced = [new MisplacedMember("next", "Where it goes on when the person gives the session back stands under 'on_return'.")],
    };

    public static HandoffStepDefinition Bind(in MemberValues members)
    {
        TimeoutDefinition? timeout = members["timeout"] is > 0 and int node ? WaitStepReader.ReadTimeout(members.Context, node) : null;
        return new HandoffStepDefinition
        {
            Id = members.Text("id"),
            Title = members.Remark("title"),
            Note = members.Remark("note"),
            When = members.OptionalText("when"),
            Queue = members.Text("queue"),
            Priority = members.Word("priority", TicketReader.Priorities) ?? TicketPriority.Normal,
            RespondWithin = DurationReader.Read(members, "respond_within", "The time to respond must be longer than nothing. Leave the member out to promise no time."),
            Text = members.Text("text"),
            Show = members.List("show", BlockReader.Read),
            Situation = members.Text("situation"),
            Evidence = members.List("evidence", static (context, item) => context.Text(item)),
            OnReturn = RouteReader.Read(members, "on_return"),
            Timeout = timeout,
            Silence = SilenceReader.ReadReminders(members, timeout?.After),
            Fallback = FallbackReader.Read(members),
        };
    }
}
