using System.Text.Json;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a checklist. An item is an object, or its text alone.</summary>
internal static class ChecklistBlockReader
{
    public static readonly MemberTable Table = new(
        "checklist_block",
        "a checklist block",
        BlockReader.Type,
        new Member("title"),
        new Member("items", "\"items\": [ … ]"));

    public static readonly MemberTable ItemTable = new(
        "checklist_item",
        "a checklist item",
        new Member("text", "\"text\": \"…\""),
        new Member("done"));

    public static ChecklistBlockDefinition Bind(in MemberValues members) => new()
    {
        Title = members.Remark("title"),
        Items = members.List("items", ReadItem, "item"),
    };

    private static ChecklistItemDefinition? ReadItem(ReadContext context, int node)
    {
        switch (context.Kind(node))
        {
            case JsonValueKind.String:
                return new ChecklistItemDefinition { Text = context.Text(node) ?? string.Empty };
            case JsonValueKind.Object:
                MemberValues members = MemberValues.Open(context, node, ItemTable);
                return new ChecklistItemDefinition { Text = members.Text("text"), Done = members.OptionalText("done") };
            default:
                context.WrongType(node, "a checklist item: a text, or an object");
                return null;
        }
    }
}
