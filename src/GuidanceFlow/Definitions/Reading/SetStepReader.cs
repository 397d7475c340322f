namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a step that assigns data.</summary>
internal static class SetStepReader
{
    public static readonly MemberTable Table = new(
        "set_step",
        "a set step",
        StepReader.Members(new("values", "\"values\": { \"a_name\": \"an expression\" }"), new("next")));

    public static SetStepDefinition Bind(in MemberValues members) => new()
    {
        Id = members.Text("id"),
        Title = members.Remark("title"),
        Note = members.Remark("note"),
        When = members.OptionalText("when"),
        Values = members.Map("values", "values", AssignmentReader.Read, "name"),
        Next = RouteReader.Read(members),
    };
}
