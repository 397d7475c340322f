using GuidanceFlow.Answers;

namespace GuidanceFlow.Tests.Answers;

/// <summary>A person who takes over reads "yes", not "true".</summary>
public sealed class YesNoSpecTests
{
    [Theory]
    [InlineData("en", true, "yes")]
    [InlineData("en-GB", false, "no")]
    [InlineData("zh-CN", true, "是")]
    [InlineData("zh_Hant", false, "否")]
    [InlineData("de", true, "ja")]
    [InlineData("de", false, "nein")]
    public void Answers_ReadAsPeopleSayThem(string locale, bool answer, string word) => new YesNoSpec(["ja", "klar"], ["nein"]).WordFor(answer, locale).ShouldBe(word);

    [Fact]
    public void LanguageWithoutWordsOfTheQuestion_IsEnglish() => new YesNoSpec([], []).WordFor(true, "de").ShouldBe("yes");
}
