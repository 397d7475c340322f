using HandlebarsDotNet;

namespace GuidanceFlow.Benchmarks;

/// <summary>The same prompt in Handlebars.Net, compiled: it renders and does nothing else.</summary>
internal sealed class Peer
{
    private const string Prompt =
        "Hello {{customer.name}}, you have {{#if many}}many{{else}}a few{{/if}} devices: {{#each devices}}{{@index}}. {{name}} {{/each}}Which first?";

    private readonly HandlebarsTemplate<object, object> _template = Handlebars.Compile(Prompt);

    private readonly Dictionary<string, object> _model = new(StringComparer.Ordinal)
    {
        ["customer"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = "Mia" },
        ["many"] = true,
        ["devices"] = new[] { "gateway", "lamp", "sensor" }.Select(name => new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = name }).ToArray(),
    };

    public string Render() => _template(_model);
}
