namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads something that the host must be able to do.</summary>
internal static class ActionReader
{
    public static readonly MemberTable Table = new("action", "an action", new Member("with"), new Member("returns"), new Member("errors"));

    public static ActionDefinition Read(ReadContext context, string name, int node)
    {
        MemberValues members = MemberValues.Open(context, node, Table);
        return new ActionDefinition
        {
            Name = name,
            With = members.Map("with", "with", DataReader.Read),
            Returns = members.Map("returns", "returns", DataReader.Read),
            Errors = members.List("errors", static (context, item) => context.Text(item)),
        };
    }
}
