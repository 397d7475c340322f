namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a step that files a ticket.</summary>
internal static class TicketStepReader
{
    public static readonly MemberTable Table = new(
        "ticket_step",
        "a ticket step",
        StepReader.Members(new("ticket", "\"ticket\": \"a-ticket\""), new("text"), new("show"), new("next")));

    public static TicketStepDefinition Bind(in MemberValues members) => new()
    {
        Id = members.Text("id"),
        Title = members.Remark("title"),
        Note = members.Remark("note"),
        When = members.OptionalText("when"),
        Ticket = members.Text("ticket"),
        Text = members.OptionalText("text"),
        Show = members.List("show", BlockReader.Read),
        Next = RouteReader.Read(members),
    };
}
