using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow;

/// <summary>Turns flow definitions into flows, and says everything that is wrong with them.</summary>
/// <remarks>Thread-safe: there is no state.</remarks>
public static class FlowCompiler
{
    /// <summary>Reads, checks and compiles sources with their translations. Never throws for what a source contains.</summary>
    /// <param name="sources">The flow first; all others are checked with it.</param>
    /// <returns>The first source's flow, or null when any source has an error; with all findings.</returns>
    /// <exception cref="ArgumentException">There is no source.</exception>
    public static CompilationResult Compile(params IReadOnlyList<FlowSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (sources.Count == 0)
        {
            throw new ArgumentException("Give at least one source.", nameof(sources));
        }

        var diagnostics = new List<Diagnostic>();
        var firstById = new HashSet<string>(StringComparer.Ordinal);
        Flow? first = null;
        foreach (FlowSource source in sources)
        {
            FlowReadResult read = source.Read();
            if (read.Definition is null)
            {
                diagnostics.AddRange(read.Diagnostics.Concat(RecoveredFindings.Of(read)).OrderBy(diagnostic => diagnostic.Location.Line).ThenBy(diagnostic => diagnostic.Location.Column));
                continue;
            }

            var context = new CompilationContext(read.Definition, read.Map);
            var unread = new List<Diagnostic>();
            foreach (TranslationReadResult translation in source.ReadTranslations(read.Definition))
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

            Flow? flow = CompilationPasses.Run(context);
            diagnostics.AddRange(context.Findings());
            diagnostics.AddRange(unread);
            first = ReferenceEquals(source, sources[0]) ? flow : first;
        }

        bool failed = diagnostics.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new CompilationResult(failed ? null : first, [.. diagnostics]);
    }

    /// <summary>Compiles a definition built in code.</summary>
    /// <param name="definition">The definition.</param>
    public static CompilationResult Compile(FlowDefinition definition) => Compile([FlowSource.FromDefinition(definition)]);
}
