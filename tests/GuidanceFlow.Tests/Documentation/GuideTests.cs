using GuidanceFlow.Definitions.Reading;

namespace GuidanceFlow.Tests.Documentation;

/// <summary>Pages that list things list all of them.</summary>
public sealed class GuideTests
{
    [Fact]
    public void Diagrams_AreExplainedForEveryTypeOfStep()
    {
        string page = Repository.Read("docs", "diagrams.md");
        StepReader.Types.Words.Where(type => !page.Contains($"`{type}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("`answer.message`")]
    [InlineData("`confirm`")]
    [InlineData("`phrases`")]
    public void Translations_NameEveryKindOfText(string text) => Repository.Read("docs", "translations.md").ShouldContain(text);

    [Theory]
    [InlineData(typeof(GuidanceFlow.Engine.CommandInput))]
    [InlineData(typeof(GuidanceFlow.Engine.CorrectionInput))]
    [InlineData(typeof(GuidanceFlow.Engine.LocaleInput))]
    [InlineData(typeof(GuidanceFlow.Engine.AttachmentInput))]
    public void Readme_NamesWhatGoesInBesideWords(Type input) => Repository.Read("README.md").ShouldContain(input.Name);
}
