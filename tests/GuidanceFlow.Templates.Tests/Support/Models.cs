using System.Text.Json;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Templates.Tests.Support;

/// <summary>The model most tests render with, and ways to render.</summary>
internal static class Models
{
    public const string Json = """
        {
          "x": 5, "y": 2, "f": 2.5, "s": "hello", "n": null, "t": true, "es": "", "ml": "a\nb\nc",
          "l": [1, 2, 3], "e": [], "eo": {}, "o": {"a": 1, "b": "t", "c": [1, "x"]},
          "os": [{"n": "b", "v": 2}, {"n": "a", "v": 1}, {"n": "c"}]
        }
        """;

    public static IReadOnlyDictionary<string, Value> Default { get; } = Read(Json);

    public static Dictionary<string, Value> Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => ValueJson.Read(member.Value), StringComparer.Ordinal);
    }

    public static string Render(string template) => Template.Parse(template).GetOrThrow().Render(Default);

    /// <summary>
    /// Renders from slots of unknown types that hold the default model. What only a scope refuses, an unknown name or an
    /// assignment to one of its names, is rendered from the model instead.
    /// </summary>
    public static string RenderFromSlots(string template)
    {
        (TestScope scope, SlotValues values) = Slots();
        ParseResult<Template> parsed = Template.Parse(template, new TemplateOptions { Scope = scope });
        bool isRefused = parsed.Diagnostics.Any(diagnostic => diagnostic.Code is TemplateDiagnosticCode.UnknownName or TemplateDiagnosticCode.NotAllowed);
        return isRefused ? Render(template) : parsed.GetOrThrow().Render(values);
    }

    public static (TestScope Scope, SlotValues Values) Slots()
    {
        var scope = new TestScope();
        foreach (string name in Default.Keys)
        {
            scope.Add(name, StaticType.Any);
        }

        return (scope, new SlotValues([.. Default.Values]));
    }

    /// <summary>The mistakes of a template, one a line.</summary>
    public static string Diagnose(string template, TestScope? scope = null) =>
        string.Join("\n", Template.Parse(template, new TemplateOptions { Scope = scope }).Diagnostics);

    public static string DiagnoseExpression(string expression, TestScope? scope = null, StaticType? expected = null) =>
        string.Join("\n", Expression.Parse(expression, new TemplateOptions { Scope = scope }, expected).Diagnostics);
}
