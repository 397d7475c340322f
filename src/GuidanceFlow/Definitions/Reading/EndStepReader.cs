using GuidanceFlow.Sessions;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a step that ends the session. It has no <c>next</c>: nothing comes behind it.</summary>
internal static class EndStepReader
{
    public static readonly MemberTable Table = new(
        "end_step",
        "an end step",
        StepReader.Members(new("outcome", "\"outcome\": \"resolved\" or another outcome"), new("text"), new("show"), new("follow_up")))
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

    public static readonly MemberTable FollowUpTable = new(
        "follow_up",
        "a follow-up",
        new Member("flow", "\"flow\": \"the id of a flow\""),
        new Member("after", "\"after\": \"P3D\""),
        new Member("with"),
        new Member("late"));

    public static EndStepDefinition Bind(in MemberValues members) => new()
    {
        Id = members.Text("id"),
        Title = members.Remark("title"),
        Note = members.Remark("note"),
        When = members.OptionalText("when"),
        Outcome = members.Word("outcome", Outcomes) ?? SessionOutcome.Resolved,
        Text = members.OptionalText("text"),
        Show = members.List("show", BlockReader.Read),
        FollowUp = members["follow_up"] is > 0 and int later ? ReadFollowUp(members.Context, later) : null,
    };

    private static FollowUpDefinition ReadFollowUp(ReadContext context, int node)
    {
        MemberValues members = MemberValues.Open(context, node, FollowUpTable);
        return new FollowUpDefinition
        {
            Flow = members.Text("flow"),
            After = DurationReader.Read(members, "after", "A follow-up comes some time later; its time must be longer than nothing.") ?? TimeSpan.FromDays(1),
            With = members.Map("with", "with", AssignmentReader.Read),
            Late = members.Word("late", SilenceReader.Policies) ?? LatePolicy.Fire,
        };
    }
}
