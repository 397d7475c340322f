namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a flow: the root of the file.</summary>
internal static class FlowRootReader
{
    public static readonly MemberTable Table = new(
        "flow",
        "a flow",
        new Member("$schema"),
        new Member("flow", "\"flow\": \"an-id\""),
        new Member("version"),
        new Member("title"),
        new Member("note"),
        new Member("locales"),
        new Member("inputs"),
        new Member("data"),
        new Member("knowledge"),
        new Member("tickets"),
        new Member("fallback"),
        new Member("stages", "\"stages\": [ … ]"))
    {
        Planned = ["actions", "interrupts", "partials", "migrate"],
    };

    public static FlowDefinition Read(ReadContext context, int node)
    {
        MemberValues members = MemberValues.Open(context, node, Table);
        members.Remark("$schema");
        return new FlowDefinition
        {
            Id = members.Text("flow"),
            Version = members.Integer("version", 1, int.MaxValue) ?? 1,
            Title = members.Remark("title"),
            Note = members.Remark("note"),
            Locales = members["locales"] > 0 ? members.List("locales", LocaleReader.Read, "language") : ["en"],
            Inputs = members.Map("inputs", "inputs", DataReader.Read),
            Data = members.Map("data", "data", DataReader.Read),
            Knowledge = members.Map("knowledge", "knowledge", KnowledgeReader.Read),
            Tickets = members.Map("tickets", "tickets", TicketReader.Read),
            Fallback = FallbackReader.Read(members),
            Stages = members.List("stages", StageReader.Read, "stage"),
        };
    }
}
