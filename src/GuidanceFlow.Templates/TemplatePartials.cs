using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace GuidanceFlow.Templates;

/// <summary>Templates that other templates include by name: <c>{{ include "order_line" order }}</c>.</summary>
/// <remarks>
/// Immutable and safe to share between threads. A partial is parsed when it is first included, once for all templates of the same
/// <see cref="TemplateOptions"/>. It shares the variables of the template around it; what comes behind its name is in <c>$1</c>, <c>$2</c> and
/// <c>$.name</c>. A partial of a template with a scope may use the scope's names, its arguments, and variables it assigns itself.
/// </remarks>
public sealed class TemplatePartials
{
    private readonly ImmutableDictionary<string, string> _texts;
    private readonly ConditionalWeakTable<TemplateOptions, ConcurrentDictionary<string, Parsed>> _parsed = [];

    private TemplatePartials(ImmutableDictionary<string, string> texts) => _texts = texts;

    /// <summary>No partials.</summary>
    public static TemplatePartials None { get; } = new(ImmutableDictionary<string, string>.Empty);

    /// <summary>The partials' names, in no order.</summary>
    public IEnumerable<string> Names => _texts.Keys;

    /// <summary>Makes partials of their texts.</summary>
    /// <param name="texts">Each partial's text by its name (ordinal, case counts); a name given twice has the last text.</param>
    public static TemplatePartials Create(IEnumerable<KeyValuePair<string, string>> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ImmutableDictionary<string, string>.Builder builder = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach ((string name, string text) in texts)
        {
            builder[name] = text ?? throw new ArgumentException($"The partial \"{name}\" has no text.", nameof(texts));
        }

        return new TemplatePartials(builder.ToImmutable());
    }

    /// <summary>Whether there is a partial of that name.</summary>
    public bool Contains(string name) => _texts.ContainsKey(name);

    /// <summary>The parsed partial; null with its mistakes, or without any when there is none of that name.</summary>
    internal Template? Find(string name, TemplateOptions options, out ImmutableArray<TemplateDiagnostic> mistakes)
    {
        mistakes = [];
        if (!_texts.TryGetValue(name, out string? text))
        {
            return null;
        }

        Parsed parsed = _parsed.GetOrCreateValue(options).GetOrAdd(name, static (partial, from) => Parse(partial, from.Text, from.Options), (Text: text, Options: options));
        mistakes = parsed.Mistakes;
        return parsed.Template;
    }

    private static Parsed Parse(string name, string text, TemplateOptions options)
    {
        Template? template = Template.Parse(text, options, Binding.TextRole.Partial, name, out ImmutableArray<TemplateDiagnostic> mistakes);
        return new Parsed(template, mistakes);
    }

    private sealed record Parsed(Template? Template, ImmutableArray<TemplateDiagnostic> Mistakes);
}
