namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads what customers may say to any question instead of an answer.</summary>
internal static class InterruptReader
{
    public static readonly MemberTable Table = new(
        "interrupt",
        "an interrupt",
        new Member("note"),
        new Member("phrases", "\"phrases\": [ \"…\" ]"),
        new Member("run", "\"run\": \"the id of a flow\""),
        new Member("with"),
        new Member("save"));

    public static InterruptDefinition Read(ReadContext context, string id, int node)
    {
        MemberValues members = MemberValues.Open(context, node, Table);
        return new InterruptDefinition
        {
            Id = id,
            Note = members.Remark("note"),
            Phrases = members.List("phrases", static (context, item) => context.Text(item), "phrase"),
            Run = members.Text("run"),
            With = members.Map("with", "with", AssignmentReader.Read),
            Save = members.Map("save", "save", RunStepReader.ReadReturn),
        };
    }
}
