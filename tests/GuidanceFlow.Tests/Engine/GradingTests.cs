using System.Text.RegularExpressions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Definitions;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Tickets graded by complexity and urgency into queue, priority and time to respond: the example of docs/flow-format.md, played through.</summary>
public sealed partial class GradingTests
{
    private static readonly Flow Grading = Flows.FromText(Example().Matches(RepositoryFiles.Read("docs/flow-format.md")).Select(match => match.Groups[1].Value).Single(text => text.Contains("\"flow\": \"grading\"", StringComparison.Ordinal)));

    [Theory]
    [InlineData("no", "9", 1, "experts", TicketPriority.Urgent, 1)]
    [InlineData("no", "2", 2, "experts", TicketPriority.High, 4)]
    [InlineData("yes", "7", 3, "front", TicketPriority.High, 4)]
    [InlineData("yes", "6", 4, "front", TicketPriority.Normal, 24)]
    public void Ticket_HasTheGradeOfItsRow(string everWorked, string days, int row, string queue, TicketPriority priority, int hours)
    {
        var conversation = new Conversation(Grading);

        conversation.Say(everWorked);
        conversation.Say(days);

        conversation.Events.ShouldContain($"Decided:grade:{row}");
        (conversation.Ticket.Queue, conversation.Ticket.Priority, conversation.Ticket.Due).ShouldBe((queue, priority, Conversation.Noon.AddHours(hours)));
        conversation.Said.ShouldBe([$"We answer by {Conversation.Noon.AddHours(hours):HH:mm}."]);
    }

    [Fact]
    public void Ticket_OfAFallbackBeforeTheGrade_IsAsItSaysItself()
    {
        var conversation = new Conversation(Grading);

        conversation.Say("what?");
        conversation.Say("what?");
        conversation.Say("what?");

        (conversation.Ticket.Queue, conversation.Ticket.Priority, conversation.Ticket.Due).ShouldBe(("front", TicketPriority.Normal, Conversation.Noon.AddDays(2)));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("", -5)]
    public void Grade_ThatSaysNothing_LeavesWhatTheTicketSays(string queue, int minutes)
    {
        Flow flow = Flows.FromText(
            """
            { "flow": "f", "inputs": { "q": "text", "w": "duration" },
              "tickets": { "t": { "queue": "own", "respond_within": "PT3H", "graded_by": { "queue": "q", "respond_within": "w" }, "subject": "s", "body": "{{ ticket.respond_within }}" } },
              "stages": [ { "id": "all", "steps": [ { "id": "file", "type": "ticket", "ticket": "t" }, { "id": "bye", "type": "end", "outcome": "escalated" } ] } ] }
            """);

        var conversation = new Conversation(flow, ("q", Value.From(queue)), ("w", Value.From(TimeSpan.FromMinutes(minutes))));

        (conversation.Ticket.Queue, conversation.Ticket.Due, conversation.Ticket.Body).ShouldBe(("own", Conversation.Noon.AddHours(3), "03:00:00"));
    }

    [Fact]
    public void Grade_OfDataThatCannotGrade_IsReported() =>
        Flows.ErrorsOf(
            """
            { "flow": "f", "inputs": { "q": "integer", "p": { "type": "choice", "values": ["high", "hottest"] }, "w": "text" },
              "tickets": {
            "t": { "queue": "own", "graded_by": { "queue": "q", "priority": "p", "respond_within": "w" }, "subject": "s", "body": "b" },
            "u": { "queue": "own", "graded_by": { "queue": "quee" }, "subject": "s", "body": "b" } },
              "stages": [ { "id": "all", "steps": [ { "id": "bye", "type": "end", "outcome": "escalated" } ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,48): error GF0203: 'q' cannot grade a ticket so: a queue is a text or a choice. Name another datum, or change its type.",
                "flow.json(3,65): error GF0203: 'p' cannot grade a ticket so: a priority is a choice of low, normal, high, urgent. Name another datum, or change its type.",
                "flow.json(3,88): error GF0203: 'w' cannot grade a ticket so: a time to respond is a duration. Name another datum, or change its type.",
                "flow.json(4,48): error GF0103: There is no datum or input 'quee'. Use 'q', 'p' or 'w'.",
            ]);

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
