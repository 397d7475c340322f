namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads what is shown beside a text. <c>"progress"</c> alone stands for a block without other members.</summary>
internal static class BlockReader
{
    public static readonly Variants<BlockDefinition> Types = new(
        "block",
        new("table", TableBlockReader.Table, TableBlockReader.Bind),
        new("checklist", ChecklistBlockReader.Table, ChecklistBlockReader.Bind),
        new("progress", new MemberTable("progress_block", "a progress block", Type), static (in _) => new ProgressBlockDefinition()),
        new("knowledge", new MemberTable("knowledge_block", "a knowledge block", Type, new("id", "\"id\": \"…\"")), BindKnowledge),
        new("image", new MemberTable("image_block", "an image block", Type, new("url", "\"url\": \"https://…\""), new("alt", "\"alt\": \"…\", what is to be seen on it"), new("caption")), BindImage))
    {
        Planned = ["video", "link"],
        HasShortForm = true,
    };

    /// <summary>The member that every block has.</summary>
    public static Member Type => new("type", "\"type\": \"…\"");

    public static BlockDefinition? Read(ReadContext context, int node) => Types.Read(context, node);

    private static KnowledgeBlockDefinition BindKnowledge(in MemberValues members) => new() { Id = members.Text("id") };

    private static ImageBlockDefinition BindImage(in MemberValues members) => new() { Url = WebAddress.Read(members), Alt = members.Text("alt"), Caption = members.OptionalText("caption") };
}
