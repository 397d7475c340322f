namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads when a session is over that nobody goes on with.</summary>
internal static class ExpiryReader
{
    public static readonly MemberTable Table = new("expiry", "an expiry", new Member("after", "\"after\": \"P14D\""), new Member("text"), new Member("late"));

    /// <summary>The member <c>expiry</c> of a flow; null when it is not given.</summary>
    public static ExpiryDefinition? Read(in MemberValues owner)
    {
        if (owner["expiry"] is not (> 0 and int node))
        {
            return null;
        }

        MemberValues members = MemberValues.Open(owner.Context, node, Table);
        TimeSpan? after = DurationReader.Read(members, "after", "The time must be longer than nothing. Leave 'expiry' out to keep sessions for ever.");
        return new ExpiryDefinition { After = after ?? TimeSpan.FromDays(1), Text = members.OptionalText("text"), Late = members.Word("late", SilenceReader.Policies) ?? LatePolicy.Fire };
    }
}
