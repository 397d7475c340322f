namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a stage.</summary>
internal static class StageReader
{
    public static readonly MemberTable Table = new(
        "stage",
        "a stage",
        new Member("id", "\"id\": \"…\""),
        new Member("title"),
        new Member("note"),
        new Member("counted"),
        new Member("retry"),
        new Member("silence"),
        new Member("fallback"),
        new Member("steps", "\"steps\": [ … ]"));

    public static StageDefinition Read(ReadContext context, int node)
    {
        MemberValues members = MemberValues.Open(context, node, Table);
        return new StageDefinition
        {
            Id = members.Text("id"),
            Title = members.Remark("title"),
            Note = members.Remark("note"),
            Counted = members.Flag("counted") ?? true,
            Retry = RetryReader.Read(members),
            Silence = SilenceReader.Read(members),
            Fallback = FallbackReader.Read(members),
            Steps = members.List("steps", StepReader.Read, "step"),
        };
    }
}
