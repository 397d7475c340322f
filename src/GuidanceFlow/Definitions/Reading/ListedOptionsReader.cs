using System.Text.Json;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads options made from a list.</summary>
internal static class ListedOptionsReader
{
    public static readonly MemberTable Table = new(
        "listed_options",
        "options from a list",
        new Member("from", "\"from\": \"a list\""),
        new Member("as"),
        new Member("where"),
        new Member("value", "\"value\": \"item.id\""),
        new Member("label"))
    {
        Misplaced =
        [
            new("goto", "All these options lead on alike; route with the step's 'next'."),
            new("when", "The member is called 'where' here."),
            new("synonyms", "The words of these options are their values and labels."),
        ],
    };

    /// <summary>The member <c>options</c> where it is an object; null where it is anything else.</summary>
    public static ListedOptionsDefinition? Read(in MemberValues answer)
    {
        if (answer["options"] is not (> 0 and int node) || answer.Context.Kind(node) != JsonValueKind.Object)
        {
            return null;
        }

        MemberValues members = MemberValues.Open(answer.Context, node, Table);
        return new ListedOptionsDefinition
        {
            From = members.Text("from"),
            As = members.OptionalText("as") ?? ListedOptionsDefinition.DefaultItem,
            Where = members.OptionalText("where"),
            Value = members.Text("value"),
            Label = members.OptionalText("label"),
        };
    }
}
