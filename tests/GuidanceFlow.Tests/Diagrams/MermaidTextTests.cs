using GuidanceFlow.Diagrams;

namespace GuidanceFlow.Tests.Diagrams;

public sealed class MermaidTextTests
{
    [Theory]
    [InlineData("Is 2.4 GHz on? Yes, it's (nearly) on.", "Is 2.4 GHz on? Yes, it's (nearly) on.")]
    [InlineData("Wi-Fi: on", "Wi-Fi: on")]
    [InlineData("say \"no\"", "say #34;no#34;")]
    [InlineData("<b> & #1; `x`", "#60;b#62; #38; #35;1#59; #96;x#96;")]
    [InlineData("1. one", "1#46; one")]
    [InlineData("- one", "#45; one")]
    [InlineData("*b* _i_ [l] {x} |y| $z$ \\ ~", "#42;b#42; #95;i#95; #91;l#93; #123;x#125; #124;y#124; #36;z#36; #92; #126;")]
    [InlineData("fa:fa-car https://x.y www.x.y a@b", "fa#58;fa-car https#58;#47;#47;x#46;y www#46;x#46;y a#64;b")]
    [InlineData("%% comment", "#37;#37; comment")]
    [InlineData("ﬂ°°35¶ß straße 😀 中文", "#64258;#176;#176;35#182;#223; stra#223;e 😀 中文")]
    public void Label_ShowsTextsAsTheyAre(string text, string expected) => MermaidText.Label([text]).ShouldBe($"\"{expected}\"");

    [Fact]
    public void Label_JoinsLines() => MermaidText.Label(["a", "b"]).ShouldBe("\"a<br/>b\"");

    [Fact]
    public void FrontMatter_IsAYamlString() => MermaidText.FrontMatter("Say \"no\": <b> #1 \\ é").ShouldBe("\"Say \\U00000022no\\U00000022: \\U0000003Cb\\U0000003E \\U000000231 \\U0000005C é\"");
}
