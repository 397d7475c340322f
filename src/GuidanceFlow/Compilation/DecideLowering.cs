using System.Globalization;
using GuidanceFlow.Compilation.Decisions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Compilation;

/// <summary>Compiles decision tables: holds cells and values to their types, rows to the table's width, and the table to deciding every case with no row in vain.</summary>
internal sealed class DecideLowering(CompilationContext context, TemplateBinder binder, TargetResolver targets)
{
    /// <summary>The most inputs a table may have.</summary>
    public const int MostInputs = 32;

    private readonly DecisionCellLowering _cells = new(context);

    public DecideStep Lower(StepPlace place, DecideStepDefinition decide, INameScope scope, FlowRoute[] routes, Expression? when)
    {
        Expression[] expressions = LowerInputs(place, decide, scope, out DecisionInput?[] inputs);
        int[] outputs = LowerOutputs(place, decide);
        bool isSound = Array.TrueForAll(inputs, input => input is not null) && Array.TrueForAll(outputs, slot => slot >= 0);
        Decision[] decisions = LowerDecisions(place, decide, outputs, ref isSound, out Decision? otherwise);
        DecisionTable? table = LowerRows(place, decide, inputs, ref isSound, out DecisionColumn[] columns, out DecisionCell[][] rows)
            ? MakeTable(place, columns, rows, decisions, otherwise, outputs)
            : null;
        if (table is not null && isSound)
        {
            DecisionChecks.Run(context, place, decide, table, rows);
        }

        CheckRoutes(place, decide);
        return new DecideStep(place)
        {
            Inputs = expressions,
            Table = table ?? new DecisionTable([], DecisionIndex.Build([], [])!, decisions, otherwise, outputs),
            When = when,
            Routes = routes,
            Sibling = place.Sibling,
        };
    }

    private Expression[] LowerInputs(StepPlace place, DecideStepDefinition decide, INameScope scope, out DecisionInput?[] inputs)
    {
        SourcePath path = place.Path.Member("inputs").Kept();
        var expressions = new Expression[decide.Inputs.Count];
        inputs = new DecisionInput?[expressions.Length];
        if (expressions.Length > MostInputs)
        {
            context.Report(DiagnosticCatalog.InvalidValue, path, $"This table has {Number(expressions.Length)} inputs; at most {Number(MostInputs)} are possible. Split it into several steps.");
        }

        // What no row takes is taken by the default, or by a last row that takes everything.
        bool takesNull = decide.Default is not null || decide.Rows.Any(row => row.If.All(cell => cell == DecisionCellDefinition.Any));
        for (int i = 0; i < expressions.Length; i++)
        {
            SourcePath at = path.Item(i);
            string text = decide.Inputs[i];
            expressions[i] = binder.Expression(text, scope, at, place.Index, UsePhase.Entry, whenUncollected: takesNull ? null : $"This may be missing when its data are not collected yet, and then no row need apply. Add '?? …' with a value for that case, or a 'default'.");
            if (binder.LastSyntax is null)
            {
                continue;
            }

            inputs[i] = DecisionInput.Of(text, expressions[i].Type);
            if (inputs[i] is null)
            {
                context.Report(DiagnosticCatalog.TypeMismatch, at, expressions[i].Type.Kind == StaticTypeKind.Any
                    ? "The type of this value is known only when it is computed, so that no cell can be held to it. Assign it to a datum with 'set' before, and look that up."
                    : $"A table looks up a text, true or false, a number, a date or a duration; this is {expressions[i].Type}. Name a part of it, such as its size.");
            }
        }

        return expressions;
    }

    /// <summary>The slots of the outputs; −1 for one that was reported.</summary>
    private int[] LowerOutputs(StepPlace place, DecideStepDefinition decide)
    {
        SourcePath path = place.Path.Member("outputs").Kept();
        int[] slots = new int[decide.Outputs.Count];
        for (int i = 0; i < slots.Length; i++)
        {
            string name = decide.Outputs[i];
            SourcePath at = path.Item(i);
            if (!AnswerLowering.TryFindDatum(context, name, at, out slots[i]))
            {
                slots[i] = -1;
            }
            else if (context.Variables[slots[i]].Type.Kind is DataKind.List or DataKind.Object)
            {
                context.Report(DiagnosticCatalog.TypeMismatch, at, $"'{name}' is {context.Variables[slots[i]].Type.ToStaticType()}, and a row cannot hold that. Let the table decide a text or a number, and assign '{name}' with 'set' behind it.");
                slots[i] = -1;
            }
            else if (Array.IndexOf(slots, slots[i]) < i)
            {
                context.Report(DiagnosticCatalog.DuplicateName, at, $"The output '{name}' is given twice. Take one out.");
                slots[i] = -1;
            }
        }

        return slots;
    }

    private Decision[] LowerDecisions(StepPlace place, DecideStepDefinition decide, int[] outputs, ref bool isSound, out Decision? otherwise)
    {
        SourcePath path = place.Path.Member("rows").Kept();
        var decisions = new Decision[decide.Rows.Count];
        for (int i = 0; i < decisions.Length; i++)
        {
            decisions[i] = LowerDecision(place, decide, decide.Rows[i].Then, decide.Rows[i].Goto, Number(i + 1), path.Item(i), outputs, ref isSound);
        }

        otherwise = decide.Default is { } given ? LowerDecision(place, decide, given.Then, given.Goto, "default", place.Path.Member("default"), outputs, ref isSound) : null;
        if (outputs.Length == 0 && !decisions.Any(decision => decision.Target is not null) && otherwise?.Target is null)
        {
            context.Report(DiagnosticCatalog.InvalidValue, path, "This table decides nothing: it has no 'outputs', and no row has a 'goto'. Add one or the other.");
        }

        return decisions;
    }

    private Decision LowerDecision(StepPlace place, DecideStepDefinition decide, EquatableArray<Value> then, string? target, string name, SourcePath path, int[] outputs, ref bool isSound)
    {
        SourcePath at = path.Kept();
        var values = new Value[outputs.Length];
        if (then.Count != outputs.Length)
        {
            isSound = false;
            context.Report(
                then.IsEmpty ? DiagnosticCatalog.MissingMember : DiagnosticCatalog.InvalidValue,
                then.IsEmpty ? at : at.Member("then"),
                outputs.Length == 0 ? "There are values here, but the table has no 'outputs'. Name the data they are for, or take them out."
                : then.IsEmpty ? $"There is no 'then', but the table has {Counted(outputs.Length, "output")}. Add \"then\": [ … ] with a value for each."
                : $"The table has {Counted(outputs.Length, "output")}, but here {(then.Count == 1 ? "is" : "are")} {Counted(then.Count, "value")}. Write one for each output.");
        }
        else
        {
            for (int i = 0; i < values.Length; i++)
            {
                if (outputs[i] >= 0 && !TryFit(then[i], outputs[i], decide.Outputs[i], at.Member("then").Item(i), out values[i]))
                {
                    isSound = false;
                }
            }
        }

        return new Decision(values, target is null ? null : targets.Resolve(target, place, at), name);
    }

    private bool TryFit(Value value, int slot, string name, SourcePath at, out Value fitted)
    {
        fitted = value;
        DataDefinition variable = context.Variables[slot];
        if (value.IsNull && variable.Optional)
        {
            return true;
        }

        if (value.IsNull)
        {
            context.Report(DiagnosticCatalog.TypeMismatch, at, $"'{name}' is never null. Write a value, or declare the datum optional.");
            return false;
        }

        if (!DataTypes.TryFit(value, variable.Type, name, out fitted, out string problem))
        {
            context.Report(DiagnosticCatalog.TypeMismatch, at, $"This value does not fit: {problem} Change the value or the datum's type.");
            return false;
        }

        return true;
    }

    /// <summary>Compiles the cells; false when some are wrong.</summary>
    private bool LowerRows(StepPlace place, DecideStepDefinition decide, DecisionInput?[] inputs, ref bool isSound, out DecisionColumn[] columns, out DecisionCell[][] rows)
    {
        SourcePath path = place.Path.Member("rows").Kept();
        bool fits = inputs.Length is > 0 and <= MostInputs && Array.TrueForAll(inputs, input => input is not null);
        var terms = new CellTerms[inputs.Length][];
        var texts = new Dictionary<string, int>?[inputs.Length];
        for (int column = 0; column < inputs.Length; column++)
        {
            terms[column] = new CellTerms[decide.Rows.Count];
            texts[column] = inputs[column] is { IsText: true } ? new Dictionary<string, int>(StringComparer.Ordinal) : null;
        }

        for (int row = 0; row < decide.Rows.Count; row++)
        {
            EquatableArray<DecisionCellDefinition> cells = decide.Rows[row].If;
            SourcePath at = path.Item(row).Member("if");
            if (cells.Count != inputs.Length)
            {
                fits = false;
                context.Report(DiagnosticCatalog.InvalidValue, at, $"The table has {Counted(inputs.Length, "input")}, but this row has {Counted(cells.Count, "cell")}. Write one cell an input; \"*\" takes any value.");
                continue;
            }

            at = at.Kept();
            for (int column = 0; column < cells.Count; column++)
            {
                if (inputs[column] is { } input)
                {
                    terms[column][row] = _cells.Lower(cells[column], input, texts[column], at.Item(column), ref fits);
                }
            }
        }

        isSound &= fits;
        DecisionColumn[] made = fits ? [.. inputs.Select((input, column) => new DecisionColumn(input!, texts[column], terms[column]))] : [];
        columns = made;
        rows = fits ? [.. Enumerable.Range(0, decide.Rows.Count).Select(row => made.Select((of, column) => of.CellOf(terms[column][row])).ToArray())] : [];
        return fits;
    }

    private DecisionTable? MakeTable(StepPlace place, DecisionColumn[] columns, DecisionCell[][] rows, Decision[] decisions, Decision? otherwise, int[] outputs)
    {
        if (DecisionIndex.Build(columns, rows) is { } index)
        {
            return new DecisionTable(columns, index, decisions, otherwise, outputs);
        }

        context.Report(DiagnosticCatalog.InvalidValue, place.Path.Member("rows"), $"The rows' lists and ranges make more than {IndexRoom.MostEntries.ToString("N0", CultureInfo.InvariantCulture)} combinations. Use shorter lists, ranges of fewer inputs, or split the table into several steps.");
        return null;
    }

    private void CheckRoutes(StepPlace place, DecideStepDefinition decide)
    {
        if (!decide.Next.IsEmpty && !decide.Rows.IsEmpty && decide.Rows.All(row => row.Goto is not null) && (decide.Default is null || decide.Default.Goto is not null))
        {
            context.Report(DiagnosticCatalog.DeadRoute, place.Path.Member("next"), $"The 'next' of '{decide.Id}' is never taken: every row has a 'goto'. Take it out.");
        }
    }

    private static string Counted(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? null : "s")}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
