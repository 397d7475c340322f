using System.Collections.Immutable;
using System.Globalization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Compilation;

/// <summary>Holds a migration against an older version of its flow, and compiles it. What has a finding is taken as gone.</summary>
/// <param name="context">The newer version, outlined: findings are reported there.</param>
/// <param name="older">The older version, outlined.</param>
internal sealed class MigrationLowering(CompilationContext context, CompilationContext older)
{
    private readonly MigrationDefinition _migrate = context.Definition.Migrate ?? new MigrationDefinition { From = [] };
    private readonly string _version = older.Definition.Version.ToString(CultureInfo.InvariantCulture);

    public CompiledMigration Lower() => new([.. older.Places.Select(StepInPlaceOf)], LowerData());

    private int StepInPlaceOf(StepPlace old)
    {
        string id = old.Definition.Id;
        StepMappingDefinition? entry = _migrate.Steps.FirstOrDefault(step => step.Old == id);
        if (entry is { New: null } || !context.PlacesById.TryGetValue(entry?.New ?? id, out StepPlace? place))
        {
            if (entry is null && IsHeld(old.Definition))
            {
                context.Report(DiagnosticCatalog.StepNotMapped, MigrationChecks.Path.Member("steps"), $"Version {_version} has the {WhatIs(old.Definition)} {Spelling.Quote(id)}, and this version has no step of that id. Add it to 'steps' with the id of the step in its place, or null where there is none.");
            }

            return Target.None;
        }

        if (IsHeld(old.Definition) && Misfit(old, place) is { } misfit)
        {
            string remedy = entry is null ? "Add it to 'steps', with null where nothing takes its place." : "Name another step, or write null.";
            context.Report(DiagnosticCatalog.StepMisfit, entry is null ? MigrationChecks.Path.Member("steps") : MigrationChecks.StepPath(entry), $"{Spelling.Quote(id)} {misfit}, so that no session can go on there. {remedy}");
            return Target.None;
        }

        return place.Index;
    }

    /// <summary>Whether sessions wait at a step, or are in it while they wait.</summary>
    private static bool IsHeld(StepDefinition step) => step is AnsweredStepDefinition or EachStepDefinition or RunStepDefinition;

    private string? Misfit(StepPlace old, StepPlace place)
    {
        string id = place.Definition.Id;
        if (old.Definition.GetType() != place.Definition.GetType())
        {
            return $"is a {WhatIs(old.Definition)} in version {_version}, but {Spelling.Quote(id)} is a {WhatIs(place.Definition)}";
        }

        if (old.Definition is RunStepDefinition before && place.Definition is RunStepDefinition now && before.Flow != now.Flow)
        {
            return $"runs the flow {Spelling.Quote(before.Flow)} in version {_version}, but {Spelling.Quote(id)} runs {Spelling.Quote(now.Flow)}";
        }

        if (old.Stage.Interrupt != place.Stage.Interrupt)
        {
            return $"stands {WhereIs(old.Stage)} in version {_version}, but {Spelling.Quote(id)} stands {WhereIs(place.Stage)}";
        }

        string? loop = old.Loop is null ? null : NewIdOf(old.Loop.Definition.Id);
        return loop == place.Loop?.Definition.Id ? null
            : $"stands {WhereIs(old.Loop)} in version {_version}, but {Spelling.Quote(id)} stands {WhereIs(place.Loop)}";
    }

    private string? NewIdOf(string old) => _migrate.Steps.FirstOrDefault(step => step.Old == old) is { } entry ? entry.New ?? string.Empty : old;

    private static string WhatIs(StepDefinition step) => step switch
    {
        AskStepDefinition => "question",
        WaitStepDefinition => "wait",
        EachStepDefinition => "loop",
        RunStepDefinition => "run of a flow",
        _ => "step of another kind",
    };

    private static string WhereIs(FlowStage stage) => stage.Interrupt is { } interrupt ? $"in the interrupt {Spelling.Quote(interrupt)}" : "in a stage";

    private static string WhereIs(StepPlace? loop) => loop is null ? "in no loop" : $"in the loop {Spelling.Quote(loop.Definition.Id)}";

    private CompiledDatum[] LowerData()
    {
        INameScope scope = OlderNames();
        var data = new CompiledDatum[context.Variables.Count];
        for (int slot = 0; slot < data.Length; slot++)
        {
            DataDefinition variable = context.Variables[slot];
            data[slot] = _migrate.Data.FirstOrDefault(datum => datum.Name == variable.Name) is { } entry ? Lower(slot, entry, variable, scope) : Keep(slot, variable);
        }

        return data;
    }

    private CompiledDatum Lower(int slot, AssignmentDefinition entry, DataDefinition variable, INameScope scope)
    {
        SourcePath path = MigrationChecks.DatumPath(entry.Name);
        Expression? value = Expression.Parse(entry.Value, new TemplateOptions { Scope = scope }, expected: null, out ExpressionSyntax? _, out ImmutableArray<TemplateDiagnostic> diagnostics);
        foreach (TemplateDiagnostic diagnostic in diagnostics)
        {
            context.ReportInText(TemplateBinder.DescriptorOf(diagnostic.Code), path, diagnostic.Span.Start, Explain(diagnostic));
        }

        if (value is null)
        {
            return new CompiledDatum(-1, null);
        }

        // Another name for the same datum is the usual case; what it can no longer be is known beforehand.
        int moved = older.Slots.GetValueOrDefault(entry.Value.Trim(), -1);
        if ((moved < 0 ? DataTypes.FindMisfit(variable.Type, value.Type, entry.Name) : Misfit(older.Variables[moved].Type, variable)) is { } misfit)
        {
            context.Report(DiagnosticCatalog.TypeMismatch, path, $"What sessions of version {_version} would have does not fit: {misfit}. Change the value or the type.");
            return new CompiledDatum(-1, null);
        }

        if (slot < context.InputCount && IsNeeded(variable) && value.Type.IsNullable)
        {
            context.Report(DiagnosticCatalog.InputNotMigrated, path, $"The input '{variable.Name}' is never null, but in sessions of version {_version} this may be. Add '?? …' with a value for that case, or declare the input optional.");
        }

        return moved >= 0 ? new CompiledDatum(moved, null) : new CompiledDatum(-1, new CompiledAssignment(slot, value, entry.Name, variable.Type, IsProved: false));
    }

    private string Explain(TemplateDiagnostic diagnostic) =>
        TemplateBinder.DescriptorOf(diagnostic.Code) == DiagnosticCatalog.UnknownName && !diagnostic.Message.Contains('?', StringComparison.Ordinal)
            ? $"{diagnostic.Message} Name inputs and data of version {_version}."
            : diagnostic.Message;

    /// <summary>What has the same name in both versions keeps its value.</summary>
    private CompiledDatum Keep(int slot, DataDefinition variable)
    {
        int old = older.Slots.GetValueOrDefault(variable.Name, -1);
        bool isInput = slot < context.InputCount;
        if (isInput && IsNeeded(variable) && (old < 0 || MayBeNull(old)))
        {
            context.Report(DiagnosticCatalog.InputNotMigrated, MigrationChecks.Path.Member("data"), $"The input '{variable.Name}' ({variable.Type.ToStaticType()}) may have no value in sessions of version {_version}. Add it to 'data' of the migration, or declare it optional.");
            return new CompiledDatum(-1, null);
        }

        if (old < 0)
        {
            return new CompiledDatum(-1, null);
        }

        if (Misfit(older.Variables[old].Type, variable) is { } misfit)
        {
            context.Report(DiagnosticCatalog.TypeMismatch, MigrationChecks.Path.Member("data"), $"What sessions of version {_version} have does not fit: {misfit}. Add '{variable.Name}' to 'data' of the migration; null lets it begin as in a new session.");
            return new CompiledDatum(-1, null);
        }

        return new CompiledDatum(old, null);
    }

    private static string? Misfit(DataType old, DataDefinition variable) => DataTypes.FindMisfit(variable.Type, old.ToStaticType(), variable.Name) ?? LostValue(old, variable.Type, variable.Name);

    /// <summary>What a choice could be and no longer can.</summary>
    private static string? LostValue(DataType old, DataType type, string name) => type.Kind switch
    {
        DataKind.Choice when old.Kind != DataKind.Choice => $"'{name}' may be any text there",
        DataKind.Choice => old.Values.FirstOrDefault(value => !type.Values.Contains(value)) is { } lost ? $"'{name}' can no longer be {Spelling.Quote(lost)}" : null,
        DataKind.List when old.Item is { } item => LostValue(item, type.Item!, name + "[]"),
        DataKind.Object => type.Fields.Select(field => old.Fields.FirstOrDefault(before => before.Name == field.Name) is { } before ? LostValue(before.Type, field.Type, $"{name}.{field.Name}") : null).FirstOrDefault(lost => lost is not null),
        _ => null,
    };

    private static bool IsNeeded(DataDefinition variable) => !variable.Optional && variable.Default.IsNull;

    /// <summary>Whether a session of the older version may have nothing in a slot: data until they are collected, inputs that are optional.</summary>
    private bool MayBeNull(int slot) => older.Variables[slot].Default.IsNull && (slot >= older.InputCount || older.Variables[slot].Optional);

    private NameTable OlderNames()
    {
        var names = new NameTable();
        for (int slot = 0; slot < older.Variables.Count; slot++)
        {
            StaticType type = older.Variables[slot].Type.ToStaticType();
            names.Add(older.Variables[slot].Name, NameBinding.Value(slot, MayBeNull(slot) ? type.OrNull() : type));
        }

        return names;
    }
}
