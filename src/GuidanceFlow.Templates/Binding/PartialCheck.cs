using System.Collections.Immutable;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Looks into the partials that a text includes, and those that they include.</summary>
internal static class PartialCheck
{
    /// <summary>The mistakes of the partials, each once and at its place in the partial.</summary>
    public static ImmutableArray<TemplateDiagnostic> Check(ImmutableArray<Inclusion> includes, TemplateOptions options)
    {
        var found = new List<TemplateDiagnostic>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<Inclusion>(includes);
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
