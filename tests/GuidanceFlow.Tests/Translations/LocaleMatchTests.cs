using GuidanceFlow.Definitions;
using GuidanceFlow.Translations;

namespace GuidanceFlow.Tests.Translations;

/// <summary>Which language of a flow a customer gets.</summary>
public sealed class LocaleMatchTests
{
    [Theory]
    [InlineData("en zh-CN", "zh-CN", "zh-CN")]
    [InlineData("en zh-CN", "ZH-cn", "zh-CN")]
    [InlineData("en zh-CN", "zh_CN", "zh-CN")]
    [InlineData("en zh zh-CN", "zh-CN", "zh-CN")]
    [InlineData("en zh", "zh-CN", "zh")]
    [InlineData("en zh", "zh-Hant-TW", "zh")]
    [InlineData("en de-AT", "de-AT-1996", "de-AT")]
    public void TheSame_ElseItsParent(string has, string wanted, string given) => Resolve(has, wanted).ShouldBe(given);

    [Theory]
    [InlineData("en zh-CN", "zh", "zh-CN")]
    [InlineData("en zh-TW zh-CN", "zh", "zh-TW")]
    [InlineData("fr en-US", "en-GB", "en-US")]
    [InlineData("zh-CN en", "zh", "zh-CN")]
    public void ABareLanguage_OrAnotherRegion_GetsTheFirstOfItsLanguage(string has, string wanted, string given) => Resolve(has, wanted).ShouldBe(given);

    [Theory]
    [InlineData("en zh-TW zh-CN", "zh-Hans", "zh-CN")]
    [InlineData("en zh-TW zh-CN", "zh-Hans-CN", "zh-CN")]
    [InlineData("en zh zh-CN", "zh_hans_cn", "zh-CN")]
    [InlineData("en zh-TW zh-CN", "zh-SG", "zh-CN")]
    [InlineData("en zh-CN zh-TW", "zh-HK", "zh-TW")]
    [InlineData("en zh-CN zh-Hant", "zh-TW", "zh-Hant")]
    [InlineData("en zh-CN zh-TW", "zh-Hant", "zh-TW")]
    [InlineData("en zh zh-TW", "zh-Hant-HK", "zh-TW")]
    [InlineData("en zh-CN zh-TW", "zh-Hant-CN", "zh-TW")]
    [InlineData("en sr-Cyrl sr-Latn", "sr-Latn-RS", "sr-Latn")]
    [InlineData("en sr-RS", "sr-Latn-RS", "sr-RS")]
    public void TheScriptThatIsRead_ComesBeforeTheRegion(string has, string wanted, string given) => Resolve(has, wanted).ShouldBe(given);

    [Theory]
    [InlineData("en zh-CN", "zh-TW", "zh-CN")]
    [InlineData("en zh-CN", "zh-Hant", "zh-CN")]
    public void AnotherScript_IsGivenOnlyWhereThereIsNothingElseOfTheLanguage(string has, string wanted, string given) => Resolve(has, wanted).ShouldBe(given);

    [Theory]
    [InlineData("en zh-CN", null)]
    [InlineData("en zh-CN", "")]
    [InlineData("en zh-CN", "fr")]
    [InlineData("en zh-CN", "z")]
    [InlineData("en zh-CN", "chinese")]
    [InlineData("en zh-CN", "-")]
    [InlineData("en zh-CN", "x-zh-CN")]
    public void NothingOfTheLanguage_GivesTheFlowsOwn(string has, string? wanted) => Resolve(has, wanted).ShouldBe("en");

    [Theory]
    [InlineData("en zh zh-CN", "zh-CN", "zh")]
    [InlineData("en zh-Hant zh zh-Hant-TW", "zh-Hant-TW", "zh-Hant")]
    [InlineData("en zh-CN zh-TW", "zh-TW", null)]
    public void TextsThatALanguageLacks_ComeFromItsParentAlone(string has, string locale, string? parent) => LocaleMatch.ParentOf(Locales(has), locale).ShouldBe(parent);

    private static string Resolve(string has, string? wanted) => LocaleMatch.Resolve(Locales(has), wanted);

    private static EquatableArray<string> Locales(string has) => has.Split(' ').ToEquatableArray();
}
