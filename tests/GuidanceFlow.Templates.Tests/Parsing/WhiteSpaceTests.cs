using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Parsing;

public sealed class WhiteSpaceTests
{
    [Theory]
    [InlineData("a {%{-}%} b", "a b")]
    [InlineData("a {%{~}%} b", "a b")]
    [InlineData("  {{ for i in 1..2 }}a\n{%{b\nc}%}\n{{ end }}", "  a\nb\nc\n  a\nb\nc\n")]
    [InlineData("\n {{ case x }}{{ when 5 }}a\nb\n{{ end }}", "\n a\nb\n")]
    [InlineData("{{ if 0 }}y{{ end }}{{ if es }}y{{ end }}{{ if e }}y{{ end }}{{ if eo }}y{{end}}", "yyyy")]
    [InlineData("{{ # '}}b", "b")]
    [InlineData("{%{a {{ x }} b}%}", "a {{ x }} b")]
    [InlineData("{%%{a }%} b}%%}", "a }%} b")]
    [InlineData("a {%-{ b }%} c", "a {%-{ b }%} c")]
    [InlineData("a {%{- b -}%} c", "a b c")]
    [InlineData("a {%{~ b ~}%} c", "a b c")]
    [InlineData("a {{- x -}} b", "a5b")]
    [InlineData("a {{~ x ~}} b", "a5b")]
    [InlineData("a \n {{- x -}} \n b", "a5b")]
    [InlineData("a \n {{~ x ~}} \n b", "a \n5 b")]
    [InlineData("a\r{{~ x ~}} b", "a\r5b")]
    [InlineData("a \r\n {{~ x ~}} \r\n b", "a \r\n5 b")]
    [InlineData("a \n\n {{~ x ~}} \n\n b", "a \n\n5\n b")]
    [InlineData("a{{~ x }}b", "a5b")]
    [InlineData("a  {{~ x ~}}  b", "a5b")]
    [InlineData("a \n  {{~ x ~}}b", "a \n5b")]
    [InlineData("a {{-}} b", "a b")]
    [InlineData("a {{}} b", "a  b")]
    [InlineData("a {{ }} b", "a  b")]
    [InlineData("a {{~}} b", "a b")]
    [InlineData("{{- -x }}", "-5")]
    [InlineData("{{--x}}", "-5")]
    [InlineData("{{-x}}", "5")]
    [InlineData("{{ -x-}}", "-5")]
    [InlineData("{{ x~}} a", "5a")]
    [InlineData("a }} b", "a }} b")]
    [InlineData("a { b } c", "a { b } c")]
    [InlineData("{ {{ x }} }", "{ 5 }")]
    [InlineData("{{{a:1}}}", "{a: 1}")]
    [InlineData("  {{ ml }}", "  a\n  b\n  c")]
    [InlineData("\n  {{ ml }}x", "\n  a\n  b\n  cx")]
    [InlineData("\n  {{- ml }}x", "a\nb\ncx")]
    [InlineData("\n  a{{ ml }}x", "\n  aa\nb\ncx")]
    [InlineData("\n  {{ for i in 1..2 }}a\nb{{ ml }}\n{{ end }}", "\n  a\n  ba\nb\nc\n  a\n  ba\nb\nc\n")]
    [InlineData("\n\t{{ x }}\n", "\n\t5\n")]
    [InlineData("  {{ x; ml }} {{ ml }}\n {{ ml }}", "  5a\n  b\n  c a\nb\nc\n a\n b\n c")]
    [InlineData("{{ x;}}", "5")]
    [InlineData("{{;x}}", "5")]
    [InlineData("{{\nx\n}}", "5")]
    [InlineData("{{ n | date.to_string '%Y' }}|", "|")]
    [InlineData("  {{ if true }}a{{ end; \"1\n2\" }}", "  a1\n  2")]
    [InlineData("{{ if true }}a\n  {{ end; \"1\n2\" }}", "a\n  1\n2")]
    [InlineData("  {{ if false }}a{{ else; \"1\n2\"; end; \"3\n4\" }}", "  1\n  23\n  4")]
    [InlineData("  {{ for i in 1..2 }}a{{ end; \"1\n2\" }}", "  aa1\n  2")]
    [InlineData("  {{ case 1; when 1 }}1\n2{{ end }}\n    {{ case 1; when 2; else }}1\n2{{ end }}", "  1\n  2\n    1\n    2")]
    [InlineData("  {{ case 1 }}{{ when 1 }}a\nb{{ end; \"1\n2\" }}", "  a\nb1\n  2")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }
}
