using System.Collections.Immutable;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Compilation;

/// <summary>The templates that others include, in one language.</summary>
/// <param name="context">What is compiled.</param>
/// <param name="texts">The language; null for the flow's own.</param>
internal sealed class FlowPartials(CompilationContext context, TranslatedTexts? texts)
{
    private readonly Dictionary<string, SourcePath> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _included = new(StringComparer.Ordinal);
    private readonly HashSet<string> _endless = new(StringComparer.Ordinal);
    private readonly HashSet<(string Id, int Start, string Message)> _reported = [];
    private TemplatePartials? _all;

    /// <summary>All of them, for the templates that are parsed.</summary>
    public TemplatePartials All => _all ??= Collect();

    /// <summary>What the partials read that a template includes, those that partials include among them, each with its place. A name that is no literal is reported.</summary>
    /// <param name="template">The template.</param>
    /// <param name="options">How it was parsed.</param>
    /// <param name="path">Where it is written.</param>
    public IEnumerable<(SourcePath Path, ImmutableArray<NameUse> Reads)> ReadsOf(Template template, TemplateOptions options, SourcePath path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<(Inclusion Inclusion, SourcePath Path)>(template.Includes.Select(inclusion => (inclusion, path)));
        while (waiting.TryDequeue(out (Inclusion Inclusion, SourcePath Path) place))
        {
            if (place.Inclusion.Partial is not { } id)
            {
                context.ReportInText(DiagnosticCatalog.NotAllowed, place.Path, place.Inclusion.Span.Start, "In a flow the partial must be named by a text, so that it is known what is read. Write its id in quotes.");
            }
            else if (seen.Add(id) && All.Find(id, options, out _) is { } partial)
            {
                _included.Add(id);
                if (IncludesItself(id, options) && _endless.Add(id))
                {
                    context.ReportInText(DiagnosticCatalog.NotAllowed, _paths[id], 0, $"The partial {Spelling.Quote(id)} includes itself, by way of others or at once, and might without end. Write a 'for' over what it is for.");
                }

                yield return (_paths[id], partial.Reads);
                foreach (Inclusion inner in partial.Includes)
                {
                    waiting.Enqueue((inner, _paths[id]));
                }
            }
        }
    }

    private bool IncludesItself(string id, TemplateOptions options)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([id]);
        while (waiting.TryPop(out string? at))
        {
            foreach (Inclusion inclusion in All.Find(at, options, out _)?.Includes ?? [])
            {
                if (inclusion.Partial == id)
                {
                    return true;
                }

                if (inclusion.Partial is { } next && seen.Add(next))
                {
                    waiting.Push(next);
                }
            }
        }

        return false;
    }

    /// <summary>Reports the mistake of a partial at its place, once however many templates include it.</summary>
    public void Report(string id, TemplateDiagnostic mistake)
    {
        if (!_reported.Add((id, mistake.Span.Start, mistake.Message)))
        {
            return;
        }

        // The names of one step are unknown in a partial that others include as well.
        bool mayBeHandedOver = mistake.Code == TemplateDiagnosticCode.UnknownName && mistake.Message.EndsWith("here.", StringComparison.Ordinal);
        string remedy = mayBeHandedOver ? $" Hand it over where the partial is included: in \"include '{id}' value\" it is \"$1\"." : string.Empty;
        context.ReportInText(TemplateBinder.DescriptorOf(mistake.Code), _paths[id], mistake.Span.Start, mistake.Message + remedy);
    }

    /// <summary>Reports the mistakes of partials that nothing includes, or only templates with mistakes; those of the others are found where they are included.</summary>
    public void CheckUnused(INameScope scope)
    {
        var options = new TemplateOptions { Scope = scope, Partials = All };
        foreach (string id in _paths.Keys.Where(id => !_included.Contains(id)))
        {
            All.Find(id, options, out ImmutableArray<TemplateDiagnostic> mistakes);
            foreach (TemplateDiagnostic mistake in mistakes)
            {
                Report(id, mistake);
            }
        }
    }

    private TemplatePartials Collect()
    {
        var collected = new List<KeyValuePair<string, string>>();
        foreach (PartialDefinition partial in context.Definition.Partials)
        {
            SourcePath path = SourcePath.Root.Member("partials").Member(partial.Id);
            string text = partial.Text;
            if (texts?.TryFind(path, out TranslatedText? translated) == true)
            {
                text = translated.Texts[0];
                path = translated.Path;
            }

            if (_paths.TryAdd(partial.Id, path))
            {
                collected.Add(KeyValuePair.Create(partial.Id, text));
            }
        }

        return collected.Count == 0 ? TemplatePartials.None : TemplatePartials.Create(collected);
    }
}
