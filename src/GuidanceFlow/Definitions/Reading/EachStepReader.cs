namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a step that runs steps for every item of a list.</summary>
internal static class EachStepReader
{
    public static readonly MemberTable Table = new(
        "each_step",
        "an each step",
        StepReader.Members(
            new("in", "\"in\": \"a list\""),
            new("as", "\"as\": \"item\""),
            new("where"),
            new("order_by"),
            new("steps", "\"steps\": [ … ]"),
            new("collect"),
            new("on_failure"),
            new("next")));

    public static readonly Words<ItemFailurePolicy> Policies = new(
        "on_failure policy",
        new("next_item", ItemFailurePolicy.NextItem),
        new("stop", ItemFailurePolicy.Stop));

    public static EachStepDefinition Bind(in MemberValues members) => new()
    {
        Id = members.Text("id"),
        Title = members.Remark("title"),
        Note = members.Remark("note"),
        When = members.OptionalText("when"),
        In = members.Text("in"),
        As = members.Text("as"),
        Where = members.OptionalText("where"),
        OrderBy = members.OptionalText("order_by"),
        Steps = members.List("steps", StepReader.Read, "step"),
        Collect = members.Map("collect", "collect", AssignmentReader.Read),
        OnFailure = members.Word("on_failure", Policies),
        Next = RouteReader.Read(members),
    };
}
