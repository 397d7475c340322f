namespace GuidanceFlow.Definitions.Writing;

/// <summary>Writes what is shown beside a text.</summary>
internal static class BlockWriter
{
    public static void Write(JsonOutput output, BlockDefinition block)
    {
        if (block is ProgressBlockDefinition)
        {
            output.Text(block.Type);
            return;
        }

        output.StartObject();
        output.Required("type", block.Type);
        switch (block)
        {
            case TableBlockDefinition table:
                WriteTable(output, table);
                break;
            case ChecklistBlockDefinition checklist:
                output.Optional("title", checklist.Title);
                output.Required("items", checklist.Items, WriteItem);
                break;
            case KnowledgeBlockDefinition knowledge:
                output.Required("id", knowledge.Id);
                break;
            case ImageBlockDefinition image:
                output.Required("url", image.Url);
                output.Required("alt", image.Alt);
                output.Optional("caption", image.Caption);
                break;
        }

        output.EndObject();
    }

    private static void WriteTable(JsonOutput output, TableBlockDefinition table)
    {
        output.Optional("title", table.Title);
        output.Required("columns", table.Columns, WriteText);
        if (table.RowsFrom is not { } rows)
        {
            output.Required("rows", table.Rows, static (output, cells) => output.Array(cells, WriteText));
            return;
        }

        output.Name("rows");
        output.StartObject();
        output.Required("from", rows.From);
        output.Required("as", rows.As);
        output.Required("cells", rows.Cells, WriteText);
        output.EndObject();
    }

    private static void WriteItem(JsonOutput output, ChecklistItemDefinition item)
    {
        if (item.Done is null)
        {
            output.Text(item.Text);
            return;
        }

        output.StartObject();
        output.Required("text", item.Text);
        output.Required("done", item.Done);
        output.EndObject();
    }

    private static void WriteText(JsonOutput output, string text) => output.Text(text);
}
