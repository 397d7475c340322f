using System.Globalization;
using System.Text.Json;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a table, whose rows are written out or made from a list. Heads and cells may be empty texts.</summary>
internal static class TableBlockReader
{
    public static readonly MemberTable Table = new(
        "table_block",
        "a table block",
        BlockReader.Type,
        new Member("title"),
        new Member("columns", "\"columns\": [ … ]"),
        new Member("rows", "\"rows\": [ … ]"));

    public static readonly MemberTable RowsTable = new(
        "table_rows",
        "rows made from a list",
        new Member("from", "\"from\": \"a list\""),
        new Member("as", "\"as\": \"item\""),
        new Member("cells", "\"cells\": [ … ]"));

    public static TableBlockDefinition Bind(in MemberValues members)
    {
        ReadContext context = members.Context;
        var table = new TableBlockDefinition
        {
            Title = members.Remark("title"),
            Columns = members.List("columns", AnyText, "column"),
        };

        // Without a good list of columns there is nothing to count cells against.
        int? columns = members["columns"] is > 0 and int given && context.Kind(given) == JsonValueKind.Array ? context.Tree[given].Length : null;
        int rows = members["rows"];
        return rows == 0 ? table : context.Kind(rows) switch
        {
            JsonValueKind.Object => table with { RowsFrom = ReadFrom(context, rows, columns) },
            JsonValueKind.Array => table with { Rows = context.List(rows, (context, row) => ReadCells(context, row, columns), "row") },
            _ => Wrong(context, rows, table),
        };
    }

    private static TableRowsDefinition ReadFrom(ReadContext context, int node, int? columns)
    {
        MemberValues members = MemberValues.Open(context, node, RowsTable);
        return new TableRowsDefinition
        {
            From = members.Text("from"),
            As = members.Text("as"),
            Cells = members["cells"] is > 0 and int cells ? ReadCells(context, cells, columns) : default,
        };
    }

    private static EquatableArray<string> ReadCells(ReadContext context, int node, int? columns)
    {
        EquatableArray<string> cells = context.List(node, AnyText);
        if (columns is { } count && context.Kind(node) == JsonValueKind.Array && context.Tree[node].Length != count)
        {
            context.Invalid(node, string.Create(
                CultureInfo.InvariantCulture,
                $"The table has {Counted(count, "column")}, but this row has {Counted(context.Tree[node].Length, "cell")}. Write one cell a column; a cell may be empty (\"\")."));
        }

        return cells;
    }

    private static string AnyText(ReadContext context, int node) => context.AnyText(node) ?? string.Empty;

    private static string Counted(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? null : "s")}");

    private static TableBlockDefinition Wrong(ReadContext context, int node, TableBlockDefinition table)
    {
        context.WrongType(node, "an array of rows, or an object that makes them from a list");
        return table;
    }
}
