namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads what is shown beside a text. <c>"progress"</c> alone stands for a block without other members.</summary>
internal static class BlockReader
{
    public static readonly Variants<BlockDefinition> Types = new(
        "block",
        new("table", TableBlockReader.Table, TableBlockReader.Bind),
        new("checklist", ChecklistBlockReader.Table, ChecklistBlockReader.Bind),
        new("progress", new MemberTable("progress_block", "a progress block", Type), static (in _) => new ProgressBlockDefinition()),
        new("knowledge", new MemberTable("knowledge_block", "a knowledge block", Type, new("id", "\"id\": \"…\"")), BindKnowledge))
    {
        Planned = ["image", "video", "link"],
        HasShortForm = true,
    };

    /// <summary>The member that every block has.</summary>
    public static Member Type => new("type", "\"type\": \"…\"");

    public static BlockDefinition? Read(ReadContext context, int node) => Types.Read(context, node);

    private static KnowledgeBlockDefinition BindKnowledge(in MemberValues members) => new() { Id = members.Text("id") };
}
