namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a step that runs another flow.</summary>
internal static class RunStepReader
{
    public static readonly MemberTable Table = new(
        "run_step",
        "a run step",
        StepReader.Members(
            new("flow", "\"flow\": \"the id of a flow\""),
            new("with"),
            new("save"),
            new("next")));

    public static RunStepDefinition Bind(in MemberValues members) => new()
    {
        Id = members.Text("id"),
        Title = members.Remark("title"),
        Note = members.Remark("note"),
        When = members.OptionalText("when"),
        Flow = members.Text("flow"),
        With = members.Map("with", "with", AssignmentReader.Read),
        Save = members.Map("save", "save", ReadReturn),
        Next = RouteReader.Read(members),
    };

    /// <summary>A datum and the return it gets.</summary>
    public static ReturnDefinition? ReadReturn(ReadContext context, string name, int node) =>
        context.Text(node) is { } given ? new ReturnDefinition(name, given) : null;
}
