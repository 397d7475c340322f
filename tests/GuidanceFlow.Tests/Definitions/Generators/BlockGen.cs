using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Tests.Definitions.Generators;

/// <summary>Random blocks.</summary>
internal static class BlockGen
{
    private static readonly Gen<ChecklistItemDefinition> Item =
        from text in TextGen.Text from done in TextGen.Text.Maybe() select new ChecklistItemDefinition { Text = text, Done = done };

    private static readonly Gen<BlockDefinition> Checklist =
        from title in TextGen.Any.Maybe()
        from items in Item.Some(least: 1)
        select (BlockDefinition)new ChecklistBlockDefinition { Title = title, Items = items };

    private static readonly Gen<BlockDefinition> Table =
        from title in TextGen.Any.Maybe()
        from columns in TextGen.Any.Some(least: 1)
        from rows in TextGen.Any.Some(columns.Count, columns.Count).Some(least: 1)
        select (BlockDefinition)new TableBlockDefinition { Title = title, Columns = columns, Rows = rows };

    private static readonly Gen<BlockDefinition> TableFromList =
        from columns in TextGen.Any.Some(least: 1)
        from list in TextGen.Text
        from item in TextGen.Text
        from cells in TextGen.Any.Some(columns.Count, columns.Count)
        select (BlockDefinition)new TableBlockDefinition { Columns = columns, RowsFrom = new TableRowsDefinition { From = list, As = item, Cells = cells } };

    private static readonly Gen<BlockDefinition> Image =
        from page in Gen.Choose(1, 99)
        from alt in TextGen.Text
        from caption in TextGen.Text.Maybe()
        select (BlockDefinition)new ImageBlockDefinition { Url = $"https://example.com/{page}.png", Alt = alt, Caption = caption };

    public static Gen<EquatableArray<BlockDefinition>> Blocks { get; } = Gen.OneOf(
        Gen.Constant<BlockDefinition>(new ProgressBlockDefinition()),
        TextGen.Text.Select(id => (BlockDefinition)new KnowledgeBlockDefinition { Id = id }),
        Image,
        Checklist,
        Table,
        TableFromList).Some(most: 2);
}
