using System.Text.Json;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads what is said to answers that were not understood.</summary>
internal static class RetryReader
{
    public static readonly MemberTable Table = new("retry", "a retry", new Member("texts"), new Member("invalid"));

    /// <summary>The member <c>retry</c> of a flow, stage or step; null when it is not given.</summary>
    public static RetryDefinition? Read(in MemberValues owner)
    {
        if (owner["retry"] is not (> 0 and int node))
        {
            return null;
        }

        MemberValues members = MemberValues.Open(owner.Context, node, Table);
        if (owner.Context.Kind(node) == JsonValueKind.Object && members["texts"] <= 0 && members["invalid"] <= 0)
        {
            owner.Context.Report(DiagnosticCatalog.MissingMember, node, "Member 'texts' is missing in a retry. Add \"texts\": [ … ].");
        }

        return new RetryDefinition
        {
            Texts = members.List("texts", static (context, item) => context.Text(item), "text"),
            Invalid = members.List("invalid", static (context, item) => context.Text(item), "text"),
        };
    }
}
