using System.Collections.Immutable;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Looks into the partials that a template includes, and those that they include.</summary>
internal static class PartialCheck
{
    /// <summary>The mistakes of the partials, each at the place where the template includes it.</summary>
    public static ImmutableArray<TemplateDiagnostic> Check(Template template, TemplateOptions options)
    {
        var found = new List<TemplateDiagnostic>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Inclusion place in template.Includes)
        {
            var waiting = new Queue<Inclusion>([place]);
            while (waiting.TryDequeue(out Inclusion? inclusion))
            {
                if (inclusion.Partial is not { } name || !seen.Add(name))
                {
                    continue;
                }

                Template? partial = options.Partials.Find(name, options, out ImmutableArray<TemplateDiagnostic> mistakes);
                found.AddRange(mistakes.Select(mistake => Describe(template, place, name, mistake)));
                foreach (Inclusion inner in partial?.Includes ?? [])
                {
                    waiting.Enqueue(inner);
                }
            }
        }

        return [.. found];
    }

    private static TemplateDiagnostic Describe(Template template, Inclusion place, string name, TemplateDiagnostic mistake)
    {
        (int line, int column) = new Parsing.LineMap(template.Source).Find(place.Span.Start);
        return new TemplateDiagnostic(mistake.Code, place.Span, line, column, $"The partial \"{name}\" has a mistake at {mistake.Line}:{mistake.Column}: {mistake.Message}");
    }
}
