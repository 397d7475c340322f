using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow;

/// <summary>Turns flow definitions into flows, and says everything that is wrong with them.</summary>
/// <remarks>Thread-safe: there is no state.</remarks>
public static class FlowCompiler
{
    /// <summary>Reads, checks and compiles sources with their translations. Never throws for what a source contains.</summary>
    /// <param name="sources">
    /// The flow first; all others are checked with it. A flow that one of them runs and that is not among them is looked for beside the file of the one that runs it:
    /// <c>service-status</c> in <c>service-status.json</c>. An older version of a flow with a migration, which is given behind it or found beside its file
    /// (<c>router.v1.json</c> beside <c>router.json</c>), is what the migration is held against; it is not compiled.
    /// </param>
    /// <returns>The first source's flow, or null when any source has an error; with all findings.</returns>
    /// <exception cref="ArgumentException">There is no source.</exception>
    public static CompilationResult Compile(params IReadOnlyList<FlowSource> sources) => Compile(sources, atHand: []);

    /// <summary>Reads, checks and compiles sources, as the other one does, where other flows are at hand that a <c>follow_up</c> may be of: what it hands on is held against their inputs.</summary>
    /// <param name="sources">The flow first; all others are checked with it.</param>
    /// <param name="atHand">Flows that are looked up only, and not checked; the first of an id counts, behind those of the sources.</param>
    /// <returns>The first source's flow, or null when any source has an error; with all findings.</returns>
    /// <exception cref="ArgumentException">There is no source.</exception>
    public static CompilationResult Compile(IReadOnlyList<FlowSource> sources, IReadOnlyList<FlowDefinition> atHand)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(atHand);
        if (sources.Count == 0)
        {
            throw new ArgumentException("Give at least one source.", nameof(sources));
        }

        var set = new SourceSet(sources);
        var diagnostics = new List<Diagnostic>();
        var firstById = new HashSet<string>(StringComparer.Ordinal);
        var flows = new Dictionary<string, Flow>(StringComparer.Ordinal);
        for (int i = 0; i < set.Sources.Count; i++)
        {
            SourceSet.Entry entry = set.Sources[i];
            FlowReadResult read = entry.Read;
            if (read.Definition is null)
            {
                diagnostics.AddRange(read.Diagnostics.Concat(RecoveredFindings.Of(read)).OrderBy(diagnostic => diagnostic.Location.Line).ThenBy(diagnostic => diagnostic.Location.Column));
                continue;
            }

            var context = new CompilationContext(read.Definition, read.Map) { Flows = set.Known, AtHand = atHand, IsRun = i > 0 && set.IsRun(read.Definition.Id) };
            var unread = new List<Diagnostic>();
            foreach (TranslationReadResult translation in entry.Source.ReadTranslations(read.Definition))
            {
                unread.AddRange(translation.Diagnostics);
                if (translation.Definition is { } definition)
                {
                    context.Translations.Add(new TranslationPlace(definition, SourcePath.NewRoot(), translation.Map));
                }
                else
                {
                    context.UnreadTranslations = true;
                }
            }

            if (!firstById.Add(read.Definition.Id))
            {
                context.Report(DiagnosticCatalog.DuplicateName, SourcePath.Root.Member("flow"), $"Another source has the flow id '{read.Definition.Id}' too. Give each flow its own.");
            }

            if (CompilationPasses.Run(context) is { } flow)
            {
                flows.TryAdd(flow.Id, flow);
                SourceSet.Entry[] older = [.. set.OlderOf(entry)];
                MigrationChecks.RunAgainst(context, [.. older.Select(version => version.Read.Definition).OfType<FlowDefinition>()]);
                unread.AddRange(older.Where(version => version.Read.Definition is null).SelectMany(version => version.Read.Diagnostics));
            }

            diagnostics.AddRange(context.Findings());
            diagnostics.AddRange(unread);
        }

        bool failed = diagnostics.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new CompilationResult(failed ? null : Link(flows[set.Sources[0].Read.Definition!.Id], flows), [.. diagnostics]) { Sources = [.. set.Sources.Select(entry => entry.Source.Name)] };
    }

    /// <summary>Gives a flow those it runs, directly or by way of others.</summary>
    private static Flow Link(Flow flow, Dictionary<string, Flow> flows)
    {
        var others = new Dictionary<string, Flow>(StringComparer.Ordinal);
        var open = new Queue<string>(KnownFlows.RunBy(flow.Definition));
        while (open.TryDequeue(out string? id))
        {
            if (others.TryAdd(id, flows[id]))
            {
                foreach (string next in KnownFlows.RunBy(flows[id].Definition))
                {
                    open.Enqueue(next);
                }
            }
        }

        return flow.With(others);
    }

    /// <summary>Compiles a definition built in code.</summary>
    /// <param name="definition">The definition.</param>
    public static CompilationResult Compile(FlowDefinition definition) => Compile([FlowSource.FromDefinition(definition)]);
}
