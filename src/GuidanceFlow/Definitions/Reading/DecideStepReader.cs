using System.Text.Json;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a step that looks up a decision table. Whether rows are as wide as the table, and cells fit the inputs, is for the compiler.</summary>
internal static class DecideStepReader
{
    /// <summary>The cell that takes everything.</summary>
    public const string Anything = "*";

    public static readonly MemberTable Table = new(
        "decide_step",
        "a decide step",
        StepReader.Members(
            new("inputs", "\"inputs\": [ \"an expression\" ]"),
            new("outputs"),
            new("rows", "\"rows\": [ { \"if\": [ … ] } ]"),
            new("default"),
            new("next")));

    public static readonly MemberTable RowTable = new("decision_row", "a row", new Member("if", "\"if\": [ … ]"), new Member("then"), new Member("goto"));

    public static readonly MemberTable DefaultTable = new("decision_default", "a default", new Member("then"), new Member("goto"))
    {
        Misplaced = [new MisplacedMember("if", "The default is for what no row takes.")],
    };

    public static readonly MemberTable RangeTable = new("decision_range", "a range", new Member("from"), new Member("above"), new Member("to"), new Member("below"));

    public static DecideStepDefinition Bind(in MemberValues members) => new()
    {
        Id = members.Text("id"),
        Title = members.Remark("title"),
        Note = members.Remark("note"),
        When = members.OptionalText("when"),
        Inputs = members.List("inputs", static (context, item) => context.Text(item), "input"),
        Outputs = members.List("outputs", static (context, item) => context.Text(item), "output"),
        Rows = members.List("rows", ReadRow, "row"),
        Default = members["default"] is > 0 and int node ? ReadDefault(members.Context, node) : null,
        Next = RouteReader.Read(members),
    };

    private static DecisionRowDefinition ReadRow(ReadContext context, int node)
    {
        MemberValues members = MemberValues.Open(context, node, RowTable);
        return new DecisionRowDefinition { If = members.List("if", ReadCell, "cell"), Then = members.List("then", ReadValue, "value"), Goto = members.OptionalText("goto") };
    }

    private static DecisionDefaultDefinition ReadDefault(ReadContext context, int node)
    {
        MemberValues members = MemberValues.Open(context, node, DefaultTable);
        return new DecisionDefaultDefinition { Then = members.List("then", ReadValue, "value"), Goto = members.OptionalText("goto") };
    }

    private static DecisionCellDefinition ReadCell(ReadContext context, int node)
    {
        switch (context.Kind(node))
        {
            case JsonValueKind.Array:
                return new DecisionCellDefinition { Values = context.List(node, ReadValue, "value, or write \"*\" for any") };
            case JsonValueKind.Object:
                return ReadRange(context, node);
            default:
                Value value = ReadValue(context, node);
                return value.TryGetText(out string? text) && text == Anything ? DecisionCellDefinition.Any : DecisionCellDefinition.OneOf(value);
        }
    }

    private static DecisionCellDefinition ReadRange(ReadContext context, int node)
    {
        MemberValues members = MemberValues.Open(context, node, RangeTable);
        int from = members["from"];
        int above = members["above"];
        int to = members["to"];
        int below = members["below"];
        if (from + above + to + below == 0)
        {
            context.Invalid(node, "This range has no bound. Write one such as { \"from\": 1, \"to\": 5 }, or \"*\" for any value.");
        }

        if (from > 0 && above > 0)
        {
            context.Invalid(above, "'from' and 'above' are both lower bounds. Remove one: a range begins with its 'from', and behind its 'above'.");
        }

        if (to > 0 && below > 0)
        {
            context.Invalid(below, "'to' and 'below' are both upper bounds. Remove one: a range ends with its 'to', and before its 'below'.");
        }

        return new DecisionCellDefinition { From = Bound(context, from), Above = Bound(context, above), To = Bound(context, to), Below = Bound(context, below) };
    }

    private static Value Bound(ReadContext context, int node)
    {
        if (node == 0)
        {
            return Value.Null;
        }

        if (context.Kind(node) is JsonValueKind.Number or JsonValueKind.String)
        {
            return ReadValue(context, node);
        }

        context.WrongType(node, "a number, a date or a duration");
        return Value.Null;
    }

    private static Value ReadValue(ReadContext context, int node)
    {
        switch (context.Kind(node))
        {
            case JsonValueKind.String:
                return Value.From(context.AnyText(node));
            case JsonValueKind.Number:
                return DefaultReader.ReadNumber(context, node);
            case JsonValueKind.True or JsonValueKind.False:
                return Value.From(context.Kind(node) == JsonValueKind.True);
            case JsonValueKind.Null:
                return Value.Null;
            default:
                context.WrongType(node, "a text, a number, true, false or null");
                return Value.Null;
        }
    }
}
