using System.Globalization;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Diagrams;

/// <summary>A decision table in words. Of many rows that lead to one place only their number is told: the table itself is read in the flow.</summary>
internal static class TableWays
{
    private const int MostRowsTold = 3;

    /// <summary>Whether the table says where to go on.</summary>
    public static bool Routes(DecideStep step) => step.Routes.Length > 1 || step.Table.Decisions.Select(decision => decision.Target).Distinct().Count() > 1;

    /// <summary>What the table looks up: "complexity, urgency".</summary>
    public static string Inputs(DecideStep step) => string.Join(", ", step.Inputs.Select(GuardWording.Of));

    /// <summary>What the table assigns: "queue, priority".</summary>
    public static string Outputs(DecideStep step) => string.Join(", ", DefinitionOf(step).Outputs.Select(LabelText.Words));

    /// <summary>The ways on, one a place that rows lead to; rows without one of their own take the step's routes.</summary>
    public static List<Way> Of(DecideStep step)
    {
        var ways = new List<Way>();
        foreach (IGrouping<int?, int> rows in step.Table.Decisions.Select((decision, row) => (decision.Target, row)).GroupBy(pair => pair.Target, pair => pair.row))
        {
            string label = Describe(step, [.. rows]);
            if (rows.Key is { } target)
            {
                ways.Add(new Way(label, target));
                continue;
            }

            foreach (FlowRoute route in step.Routes)
            {
                ways.Add(new Way(route.Guard is null ? step.Routes.Length > 1 ? StepWays.Otherwise : label : GuardWording.Of(route.Guard), route.Target));
            }
        }

        return ways;
    }

    private static string Describe(DecideStep step, List<int> rows)
    {
        EquatableArray<DecisionRowDefinition> table = DefinitionOf(step).Rows;
        bool isDefault = rows.Remove(table.Count);
        IEnumerable<string> told = rows.Count > MostRowsTold ? [$"{GuardWording.Number(rows.Count)} rows"] : rows.Select(row => Describe(step, table[row]));
        return string.Join(", ", isDefault ? told.Append(StepWays.Otherwise) : told);
    }

    private static string Describe(DecideStep step, DecisionRowDefinition row)
    {
        bool named = step.Inputs.Length > 1;
        string[] cells = [.. row.If.Select((cell, i) => Describe(cell, named ? GuardWording.Of(step.Inputs[i]) : null)).Where(text => text.Length > 0)];
        return cells.Length == 0 ? StepWays.Otherwise : LabelText.Clean(string.Join(" and ", cells));
    }

    /// <summary>A cell; a text speaks for itself, anything else needs the input's name where there are several.</summary>
    private static string Describe(DecisionCellDefinition cell, string? input)
    {
        if (!cell.IsRange)
        {
            return string.Join(" or ", cell.Values.Select(value => Describe(value, input)));
        }

        string[] bounds =
        [
            .. Bound("≥", cell.From),
            .. Bound(">", cell.Above),
            .. Bound("≤", cell.To),
            .. Bound("<", cell.Below),
        ];
        string range = string.Join(" and ", bounds);
        return input is null ? range : $"{input} {range}";
    }

    private static string Describe(Value value, string? input)
    {
        if (value.TryGetText(out string? text))
        {
            return text;
        }

        if (value.TryGetBoolean(out bool flag))
        {
            return input is null ? flag ? AnswerGuard.Yes : AnswerGuard.No : flag ? input : "not " + input;
        }

        string plain = value.IsNull ? "unknown" : value.ToString();
        return input is null ? plain : $"{input} {plain}";
    }

    private static string[] Bound(string sign, Value bound) => bound.IsNull ? [] : [string.Create(CultureInfo.InvariantCulture, $"{sign} {GuardWording.Plain(bound)}")];

    private static DecideStepDefinition DefinitionOf(DecideStep step) => (DecideStepDefinition)step.Place.Definition;
}
