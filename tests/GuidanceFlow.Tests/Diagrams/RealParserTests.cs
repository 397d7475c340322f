using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Diagrams;
using GuidanceFlow.Tests.Definitions.Generators;
using GuidanceFlow.Tests.Documentation;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Diagrams;

/// <summary>What Mermaid itself and Graphviz itself read in diagrams.</summary>
public sealed class RealParserTests
{
    private const string NoGraphviz = "Graphviz is not installed (no program 'dot'): install the package graphviz.";
    private const string NoNode = "Node is not installed (no program 'node'): install Node 20 or later.";
    private const string NoMermaid = "The npm package mermaid is not in artifacts/mermaid: ./test.sh installs it there where npm is present.";

    /// <summary>Flows with texts and ids that are hard on a parser, always the same.</summary>
    private static readonly Lazy<Flow[]> OddFlows = new(() =>
    {
        Gen<string> word = Gen.Elements("end", "graph", "subgraph", "style", "class", "default", "click", "o", "x", "1", "node", "edge", "strict", "digraph", "direction", "linkstyle", new string('a', 40));
        Gen<string> marks = Gen.Elements("#", ";", "-->", "|", "%%{init: {}}%%", "]]", "))", "$$x$$", "fa:fa-car", "style a:b#1;", "1. x", "- x", "classDef c:#1;", "&amp;", "#35;", "\\N", "\\", "__b__", "www.a.b", "\n", "---", "end", "::: a");
        Gen<(string Text, string Id)> flow =
            from first in marks from any in TextGen.Any from more in marks from id in word
            select (first + any + more, id);
        return [.. flow.Sample(150, size: 12).Select(odd => Drawing.WithTexts(odd.Text, odd.Id)).OfType<Flow>()];
    });

    [Fact]
    public void OddFlows_AreMostlyFlows() => OddFlows.Value.Length.ShouldBeGreaterThan(50);

    [Fact]
    public async Task Mermaid_ReadsWhatWasDrawn()
    {
        if (!Directory.Exists(Repository.Path("artifacts", "mermaid", "node_modules", "mermaid")))
        {
            ExternalTool.Missing(NoMermaid);
        }

        Flow[] flows = [Drawing.Sample, Drawing.WashingMachine, NestedFlow.Make(), .. OddFlows.Value];
        string script = Repository.Path("tests", "GuidanceFlow.Tests", "Diagrams", "MermaidParser", "parse.mjs");
        string[] texts = [.. flows.Select(flow => FlowDiagram.ToMermaid(flow))];
        string output = await ExternalTool.RunAsync("node", [script, Repository.Path("artifacts", "mermaid")], JsonSerializer.Serialize(texts), NoNode);

        JsonArray read = JsonNode.Parse(output)!.AsArray();
        for (int i = 0; i < flows.Length; i++)
        {
            read[i]!["error"].ShouldBeNull(texts[i]);
            Diagram diagram = Drawing.Model(flows[i]);
            DiagramNode[] nodes = [.. Drawing.Nodes(diagram.Items)];
            Read(read[i]!["nodes"]!).ShouldBe(nodes.ToDictionary(node => node.Id, node => string.Join("<br/>", node.Lines)), ignoreOrder: true);
            Read(read[i]!["groups"]!).ShouldBe(Drawing.Groups(diagram.Items).ToDictionary(group => group.Id, group => string.Join("<br/>", group.Title)), ignoreOrder: true);
            read[i]!["edges"]!.AsArray().Select(edge => string.Join(' ', edge!.AsArray().Select(part => part!.GetValue<string>())))
                .ShouldBe(diagram.Edges.Select(edge => $"{edge.From} {edge.To} {string.Join("<br/>", edge.Label)}"));
        }
    }

    [Fact]
    public async Task Graphviz_DrawsEveryFlow()
    {
        Flow[] flows = [Drawing.Sample, Drawing.WashingMachine, NestedFlow.Make(), .. OddFlows.Value];

        // One file may hold many graphs.
        string output = await ExternalTool.RunAsync("dot", ["-Tplain"], string.Concat(flows.Select(flow => FlowDiagram.ToDot(flow))), NoGraphviz);

        output.Split('\n').Count(line => line.StartsWith("graph ", StringComparison.Ordinal)).ShouldBe(flows.Length);
        output.Split('\n').Count(line => line.StartsWith("node ", StringComparison.Ordinal)).ShouldBe(flows.Sum(flow => Drawing.Nodes(Drawing.Model(flow).Items).Count()));
        output.Split('\n').Count(line => line.StartsWith("edge ", StringComparison.Ordinal)).ShouldBe(flows.Sum(flow => Drawing.Model(flow).Edges.Length));
    }

    private static Dictionary<string, string> Read(JsonNode texts) => texts.AsObject().ToDictionary(entry => entry.Key, entry => entry.Value!.GetValue<string>());
}
