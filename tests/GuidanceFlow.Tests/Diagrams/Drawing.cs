using System.Text.Json;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagrams;
using GuidanceFlow.Tests.Compilation;
using GuidanceFlow.Tests.Documentation;

namespace GuidanceFlow.Tests.Diagrams;

/// <summary>Flows to draw, and what is looked for in the drawings.</summary>
internal static class Drawing
{
    /// <summary>The sample: one way through the house, a loop, one fallback.</summary>
    public static Flow Sample { get; } = Load("samples", "flows", "smart-home-setup", "smart-home-setup.json");

    /// <summary>Sixty steps, seven stages, jumps between them, ways back, a loop and two fallbacks beside the usual one.</summary>
    public static Flow WashingMachine { get; } = Load("tests", "GuidanceFlow.Tests", "Diagrams", "washing-machine.json");

    /// <summary>A flow whose first stage has the given steps; behind it there are <c>good</c> and <c>bad</c>, both ends.</summary>
    public static Flow Of(string steps, string data = "{ \"flag\": \"boolean\", \"word\": \"text\", \"count\": { \"type\": \"integer\", \"default\": 0 } }") => Compiling.Flow(
        $$"""
        { "flow": "f", "data": {{data}}, "inputs": { "names": { "type": "list", "of": "text" }, "vip": "boolean" },
          "tickets": { "t": { "queue": "desk", "respond_within": "PT1H", "subject": "s", "body": "b" } },
          "fallback": { "goto": "bad" },
          "stages": [
            { "id": "s", "steps": [ {{steps}} ] },
            { "id": "ends", "steps": [
              { "id": "good", "type": "end", "outcome": "resolved" },
              { "id": "bad", "type": "end", "outcome": "unresolved" } ] } ] }
        """);

    /// <summary>The drawn model.</summary>
    public static Diagram Model(Flow flow, DiagramOptions? options = null) => FlowDrawing.Draw(flow, options ?? DiagramOptions.Default);

    /// <summary>The edges out of a node, as <c>to</c>, <c>to: label</c>, with the kind in brackets unless it leads onward.</summary>
    public static string[] From(Flow flow, string node) =>
    [
        .. Model(flow).Edges
            .Where(edge => edge.From == node)
            .Select(edge => edge.To + (edge.Label.IsEmpty ? string.Empty : ": " + string.Join(' ', edge.Label)) + (edge.Kind == DiagramEdgeKind.Onward ? string.Empty : $" [{edge.Kind}]")),
    ];

    /// <summary>What a node says.</summary>
    public static string Text(Flow flow, string node) => string.Join('/', Nodes(Model(flow).Items).Single(item => item.Id == node).Lines);

    public static IEnumerable<DiagramNode> Nodes(IEnumerable<DiagramItem> items) =>
        items.SelectMany(item => item is DiagramGroup group ? Nodes(group.Items) : [(DiagramNode)item]);

    public static IEnumerable<DiagramGroup> Groups(IEnumerable<DiagramItem> items) =>
        items.OfType<DiagramGroup>().SelectMany(group => Groups(group.Items).Prepend(group));

    /// <summary>A flow whose every text is the given one, and whose ids are made of the given word; null when the compiler refuses it.</summary>
    public static Flow? WithTexts(string text, string id)
    {
        string quoted = JsonSerializer.Serialize(text);
        string template = JsonSerializer.Serialize("{{ " + JsonSerializer.Serialize(text.Replace("{", string.Empty, StringComparison.Ordinal)) + " }} " + text.Replace("{", string.Empty, StringComparison.Ordinal));
        CompilationResult result = FlowCompiler.Compile([FlowSource.FromText("flow.json",
            $$"""
            { "flow": "f", "title": {{quoted}}, "data": { "word": "text" }, "inputs": { "names": { "type": "list", "of": "text" } },
              "tickets": { "t": { "queue": {{quoted}}, "subject": "s", "body": "b" } },
              "fallback": { "goto": "bad" },
              "stages": [ { "id": "{{id}}", "title": {{quoted}}, "steps": [
                { "id": "{{id}}", "type": "say", "title": {{quoted}}, "text": "x" },
                { "id": "{{id}}-2", "type": "ask", "text": {{template}}, "save": "word", "answer": { "type": "choice", "options": [
                  { "value": "a", "label": {{template}}, "goto": "{{id}}-3" }, { "value": "b", "goto": "{{id}}" } ] } },
                { "id": "{{id}}-3", "type": "branch", "title": {{quoted}}, "next": [ { "when": {{JsonSerializer.Serialize("word == " + JsonSerializer.Serialize(text))}}, "goto": "bad" }, { "goto": "@next" } ] },
                { "id": "{{id}}-4", "type": "each", "title": {{quoted}}, "in": "names", "as": "one", "steps": [ { "id": "{{id}}-5", "type": "ticket", "ticket": "t", "text": "x" } ] },
                { "id": "good", "type": "end", "title": {{quoted}}, "outcome": "resolved" },
                { "id": "bad", "type": "end", "outcome": "unresolved" } ] } ] }
            """)]);
        return result.Flow;
    }

    private static Flow Load(params string[] parts) => FlowCompiler.Compile([FlowSource.FromFile(Repository.Path(parts))]).GetOrThrow();
}
