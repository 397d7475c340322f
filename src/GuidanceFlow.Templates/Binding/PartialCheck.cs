using System.Collections.Immutable;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Looks into the partials that a template includes, and those that they include.</summary>
internal static class PartialCheck
{
    /// <summary>The mistakes of the partials, each once and at its place in the partial.</summary>
    public static ImmutableArray<TemplateDiagnostic> Check(Template template, TemplateOptions options)
    {
        var found = new List<TemplateDiagnostic>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<Inclusion>(template.Includes);
        while (waiting.TryDequeue(out Inclusion? inclusion))
        {
            if (inclusion.Partial is not { } name || !seen.Add(name))
            {
                continue;
            }

            Template? partial = options.Partials.Find(name, options, out ImmutableArray<TemplateDiagnostic> mistakes);
            found.AddRange(mistakes.Select(mistake => mistake with { Partial = name }));
            foreach (Inclusion inner in partial?.Includes ?? [])
            {
                waiting.Enqueue(inner);
            }
        }

        return [.. found];
    }
}
