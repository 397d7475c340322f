using System.Collections.Immutable;
using System.Globalization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Definitions.Reading;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Compilation;

/// <summary>Checks of a migration what the flow itself tells: versions, the steps that are there, the names of data, the form of expressions.</summary>
internal static class MigrationChecks
{
    private const string Clock = "date.now";

    /// <summary>Where a migration stands.</summary>
    public static SourcePath Path => SourcePath.Root.Member("migrate");

    public static void Run(CompilationContext context)
    {
        if (context.Definition.Migrate is not { } migrate)
        {
            return;
        }

        CheckVersions(context, migrate);
        foreach (StepMappingDefinition step in migrate.Steps)
        {
            if (step.New is { } id && !context.PlacesById.ContainsKey(id))
            {
                context.Report(DiagnosticCatalog.UnknownTarget, StepPath(step), $"There is no step {Spelling.Quote(id)}.{Hints.ForTarget(context, id)} Write null for a step that is gone.");
            }
        }

        foreach (AssignmentDefinition datum in migrate.Data)
        {
            CheckDatum(context, datum);
        }

        if (migrate.Unmapped == UnmappedPolicy.Handoff && context.Definition.Fallback?.Goto is null)
        {
            context.Report(DiagnosticCatalog.InvalidValue, Path.Member("unmapped"), "'handoff' leads where the flow's fallback does, and the flow has none. Add \"fallback\": { \"goto\": \"the id of a step\" } to the flow, or choose 'finish' or 'rewind'.");
        }
    }

    /// <summary>Holds the migration against the older versions that are at hand.</summary>
    /// <param name="context">The flow, outlined.</param>
    /// <param name="older">Those versions.</param>
    public static void RunAgainst(CompilationContext context, IReadOnlyCollection<FlowDefinition> older)
    {
        if (context.Definition.Migrate is not { } migrate)
        {
            return;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        int known = 0;
        foreach (FlowDefinition version in older.Where(version => migrate.From.Contains(version.Version)))
        {
            CompilationContext outlined = OutlineOf(version);
            new MigrationLowering(context, outlined).Lower();
            ids.UnionWith(outlined.PlacesById.Keys);
            known++;
        }

        // An id may be that of a version that is not at hand.
        foreach (StepMappingDefinition step in known < migrate.From.Count ? [] : migrate.Steps.Where(step => !ids.Contains(step.Old)))
        {
            context.ReportName(DiagnosticCatalog.UnknownReference, StepPath(step), $"The older version has no step {Spelling.Quote(step.Old)}.{Hints.DidYouMean(context, step.Old, ids)} Name a step it has, or take this out.");
        }
    }

    /// <summary>A version with its steps and data numbered, as they are once it is compiled.</summary>
    public static CompilationContext OutlineOf(FlowDefinition version)
    {
        var context = new CompilationContext(version, new BuiltSourceMap(version.Id));
        Outline.Build(context);
        return context;
    }

    /// <summary>Where the entry of a step stands.</summary>
    public static SourcePath StepPath(StepMappingDefinition step) => Path.Member("steps").Member(step.Old);

    /// <summary>Where the entry of an input or datum stands.</summary>
    public static SourcePath DatumPath(string name) => Path.Member("data").Member(name);

    private static void CheckVersions(CompilationContext context, MigrationDefinition migrate)
    {
        int own = context.Definition.Version;
        var seen = new HashSet<int>();
        for (int i = 0; i < migrate.From.Count; i++)
        {
            int version = migrate.From[i];
            SourcePath path = Path.Member("from").Item(i);
            if (version >= own)
            {
                string remedy = own == 1 ? "Give the flow \"version\": 2 first." : own == 2 ? "Name version 1." : string.Create(CultureInfo.InvariantCulture, $"Name versions from 1 to {own - 1}.");
                context.Report(DiagnosticCatalog.NotOlder, path, string.Create(CultureInfo.InvariantCulture, $"This is version {own}; sessions of version {version} cannot come to it. {remedy}"));
            }

            if (!seen.Add(version))
            {
                context.Report(DiagnosticCatalog.DuplicateName, path, string.Create(CultureInfo.InvariantCulture, $"The version {version} is given twice. Take one out."));
            }
        }
    }

    private static void CheckDatum(CompilationContext context, AssignmentDefinition datum)
    {
        SourcePath path = DatumPath(datum.Name);
        if (!context.Slots.ContainsKey(datum.Name))
        {
            context.ReportName(DiagnosticCatalog.UnknownReference, path, $"There is no datum or input {Spelling.Quote(datum.Name)}.{Hints.DidYouMean(context, datum.Name, context.Slots.Keys)}");
        }

        Expression? value = Expression.Parse(datum.Value, TemplateOptions.Default, expected: null, out ExpressionSyntax? _, out ImmutableArray<TemplateDiagnostic> diagnostics);
        if (value?.Calls.Contains(Clock) == true)
        {
            context.Report(DiagnosticCatalog.NotAllowed, path, $"What a session becomes must not depend on when that happens. Take '{Clock}' out; assign such a value in a 'set' step.");
        }

        foreach (TemplateDiagnostic diagnostic in diagnostics)
        {
            context.ReportInText(TemplateBinder.DescriptorOf(diagnostic.Code), path, diagnostic.Span.Start, diagnostic.Message);
        }
    }
}
