namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads what happens when answers are not understood.</summary>
internal static class FallbackReader
{
    public const int MostAttempts = 20;

    public static readonly MemberTable Table = new("fallback", "a fallback", new Member("attempts"), new Member("goto"));

    /// <summary>The member <c>fallback</c> of a flow, stage or step; null when it is not given.</summary>
    public static FallbackDefinition? Read(in MemberValues owner)
    {
        if (owner["fallback"] is not (> 0 and int node))
        {
            return null;
        }

        MemberValues members = MemberValues.Open(owner.Context, node, Table);
        return new FallbackDefinition
        {
            Attempts = members.Integer("attempts", 1, MostAttempts),
            Goto = members.OptionalText("goto"),
        };
    }
}
