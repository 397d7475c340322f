using GuidanceFlow.Definitions;
using GuidanceFlow.Tests.Documentation;

namespace GuidanceFlow.Tests.Definitions;

/// <summary>A file that belongs to a flow, given in the flow's place, is one mistake and not as many as it has members.</summary>
public sealed class WrongFileTests
{
    private const string Translation = """{ "flow": "tea", "locale": "zh-CN", "title": { "text": "茶" }, "steps": { "ask": { "text": { "text": "哪种茶？" } } } }""";

    [Theory]
    [InlineData("flows/tea.zh-CN.json", "Give the flow's file beside it, 'tea.json'; that finds its translations.")]
    [InlineData("flows/tea.zh_CN.json", "Rename it to 'tea.zh-CN.json', then its flow 'tea.json' finds it.")]
    [InlineData("tea-in-chinese.json", "Give the flow's file; that finds its translations.")]
    [InlineData(".zh-CN.json", "Give the flow's file; that finds its translations.")]
    public void TranslationInPlaceOfAFlow_NamesTheFlowsFile(string name, string advice) =>
        FlowCompiler.Compile(FlowSource.FromText(name, Translation)).Diagnostics.ShouldHaveSingleItem().ToString()
            .ShouldBe($"{name}(1,1): error GF0006: This is a translation, not a flow: it has no list of 'stages'. {advice}");

    [Fact]
    public void TranslationWithTitlesOfStages_IsStillOneFinding()
    {
        string path = Repository.Path("samples", "flows", "smart-home-setup", "smart-home-setup.zh-CN.json");

        FlowCompiler.Compile(FlowSource.FromFile(path)).Diagnostics.ShouldHaveSingleItem().Message.ShouldStartWith("This is a translation, not a flow");
    }

    [Fact]
    public void ScenarioInPlaceOfAFlow_SaysSo() =>
        FlowCompiler.Compile(FlowSource.FromText("tea.json", """{ "scenario": "tea", "flow": "tea.json", "steps": [] }""")).Diagnostics.ShouldHaveSingleItem().Message
            .ShouldStartWith("This is a scenario, not a flow: it has no 'stages'.");

    [Theory]
    [InlineData("""{ "flow": "tea", "locale": 5 }""")]
    [InlineData("""{ "locale": null }""")]
    public void TranslationThatIsBrokenToo_IsStillOneFinding(string text) => FlowCompiler.Compile(FlowSource.FromText("tea.zh-CN.json", text)).Diagnostics.Length.ShouldBe(1);
}
