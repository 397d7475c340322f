using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads what is done for customers who are upset.</summary>
internal static class UpsetReader
{
    public const int MostAfter = 20;

    public static readonly MemberTable Table = new("upset", "what is done for upset customers", new Member("words"), new Member("texts"), new Member("after"), new Member("goto"));

    /// <summary>The member <c>upset</c> of a flow; null when it is not given.</summary>
    public static UpsetDefinition? Read(in MemberValues owner)
    {
        if (owner["upset"] is not (> 0 and int node))
        {
            return null;
        }

        MemberValues members = MemberValues.Open(owner.Context, node, Table);
        if (members["after"] > 0 && members["goto"] == 0)
        {
            owner.Context.ReportName(DiagnosticCatalog.UnknownMember, members["after"], "Without a 'goto' nothing happens after so many signals. Add \"goto\": \"the id of a step\", or remove 'after'.");
        }

        return new UpsetDefinition
        {
            Words = members.List("words", static (context, item) => context.Text(item)),
            Texts = members.List("texts", static (context, item) => context.Text(item)),
            After = members.Integer("after", 1, MostAfter),
            Goto = members.OptionalText("goto"),
        };
    }
}
