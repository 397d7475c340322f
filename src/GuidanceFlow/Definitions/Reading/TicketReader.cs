using GuidanceFlow.Tickets;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a ticket the flow may file.</summary>
internal static class TicketReader
{
    public static readonly MemberTable Table = new(
        "ticket",
        "a ticket",
        new Member("kind"),
        new Member("queue", "\"queue\": \"…\""),
        new Member("priority"),
        new Member("owner"),
        new Member("respond_within"),
        new Member("graded_by"),
        new Member("subject", "\"subject\": \"…\""),
        new Member("body", "\"body\": \"…\""),
        new Member("evidence"));

    public static readonly MemberTable GradeTable = new("ticket_grade", "a grade", new Member("queue"), new Member("priority"), new Member("respond_within"));

    public static readonly Words<TicketKind> Kinds = new(
        "ticket kind",
        new("issue", TicketKind.Issue),
        new("promise", TicketKind.Promise),
        new("feedback", TicketKind.Feedback),
        new("follow_up", TicketKind.FollowUp));

    public static readonly Words<TicketPriority> Priorities = new(
        "priority",
        new("low", TicketPriority.Low),
        new("normal", TicketPriority.Normal),
        new("high", TicketPriority.High),
        new("urgent", TicketPriority.Urgent));

    public static TicketDefinition Read(ReadContext context, string id, int node)
    {
        MemberValues members = MemberValues.Open(context, node, Table);
        return new TicketDefinition
        {
            Id = id,
            Kind = members.Word("kind", Kinds) ?? TicketKind.Issue,
            Queue = members.Text("queue"),
            Priority = members.Word("priority", Priorities) ?? TicketPriority.Normal,
            Owner = members.OptionalText("owner"),
            RespondWithin = DurationReader.Read(members, "respond_within", "The time to respond must be longer than nothing. Leave the member out to promise no time."),
            GradedBy = members["graded_by"] is > 0 and int grade ? ReadGrade(context, grade) : null,
            Subject = members.Text("subject"),
            Body = members.Text("body"),
            Evidence = members.List("evidence", static (context, item) => context.Text(item)),
        };
    }

    private static TicketGradeDefinition ReadGrade(ReadContext context, int node)
    {
        MemberValues members = MemberValues.Open(context, node, GradeTable);
        return new TicketGradeDefinition { Queue = members.OptionalText("queue"), Priority = members.OptionalText("priority"), RespondWithin = members.OptionalText("respond_within") };
    }
}
