using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Diagrams;
using GuidanceFlow.Tests.Definitions.Generators;

namespace GuidanceFlow.Tests.Diagrams;

/// <summary>Whatever people write, a line of a diagram is a line of its language.</summary>
public sealed partial class WellFormedTests
{
    private static readonly Arbitrary<string> Texts = TextGen.Any.ToArbitrary();

    [Fact]
    public void Mermaid_OfAnyText_IsWellFormed() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Texts, text => Drawing.WithTexts(text, "end") is not { } flow || FlowDiagram.ToMermaid(flow).TrimEnd('\n').Split('\n').All(IsMermaid)));

    [Fact]
    public void Dot_OfAnyText_IsWellFormed() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Texts, text => Drawing.WithTexts(text, "node") is not { } flow || FlowDiagram.ToDot(flow).TrimEnd('\n').Split('\n').All(line => DotLine().IsMatch(line))));

    [GeneratedRegex("""^(---|title: "([^"\\\p{Cc}]|\\U[0-9A-F]{8})*"|flowchart TD|config:| +\w+:( \d+)?| +(subgraph \w+\[L\]|end|\w+(\(\(L\)\)|\(L\)|\{\{L\}\}|\[L\]|\{L\}|\[\[L\]\]|>L\]|\(\[L\]\))|\w+ (-->|-\.->)(\|L\|)? \w+|classDef \w+ [\w#:, -]+|class [\w,]+ \w+|linkStyle [\d,]+ [\w#:,-]+))$""")]
    private static partial Regex MermaidShape();

    [GeneratedRegex("""^ *(digraph flow \{|subgraph \w+ \{|\}|(graph|node|edge|\w+|\w+ -> \w+)( \[(\w+=("([^"\\\p{Cc}]|\\["\\n])*"|[\w.]+)(, )?)*\])?)$""")]
    private static partial Regex DotLine();

    [GeneratedRegex("\"([^\"#<>`&;\\p{Cc}]|#\\d+;|<br/>)*\"")]
    private static partial Regex MermaidLabel();

    private static bool IsMermaid(string line) => MermaidShape().IsMatch(line.StartsWith("title:", StringComparison.Ordinal) ? line : MermaidLabel().Replace(line, "L"));
}
