namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a step that only routes.</summary>
internal static class BranchStepReader
{
    public static readonly MemberTable Table = new(
        "branch_step",
        "a branch step",
        StepReader.Members(new Member("next", "\"next\": [ … ]")));

    public static BranchStepDefinition Bind(in MemberValues members) => new()
    {
        Id = members.Text("id"),
        Title = members.Remark("title"),
        Note = members.Remark("note"),
        When = members.OptionalText("when"),
        Next = RouteReader.Read(members),
    };
}
