using GuidanceFlow.Sessions;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a step that ends the session. It has no <c>next</c>: nothing comes behind it.</summary>
internal static class EndStepReader
{
    public static readonly MemberTable Table = new(
        "end_step",
        "an end step",
        StepReader.Members(new("outcome", "\"outcome\": \"resolved\" or another outcome"), new("text"), new("show")))
    {
        Planned = ["returns"],
        Misplaced = [new MisplacedMember("next", "Nothing comes behind an end.")],
    };

    public static readonly Words<SessionOutcome> Outcomes = new(
        "outcome",
        new("resolved", SessionOutcome.Resolved),
        new("unresolved", SessionOutcome.Unresolved),
        new("escalated", SessionOutcome.Escalated),
        new("abandoned", SessionOutcome.Abandoned));

    public static EndStepDefinition Bind(in MemberValues members) => new()
    {
        Id = members.Text("id"),
        Title = members.Remark("title"),
        Note = members.Remark("note"),
        When = members.OptionalText("when"),
        Outcome = members.Word("outcome", Outcomes) ?? SessionOutcome.Resolved,
        Text = members.OptionalText("text"),
        Show = members.List("show", BlockReader.Read),
    };
}
