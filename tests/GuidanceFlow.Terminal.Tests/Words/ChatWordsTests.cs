using System.Reflection;
using GuidanceFlow.Terminal.Words;

namespace GuidanceFlow.Terminal.Tests.Words;

public sealed class ChatWordsTests
{
    private static readonly PropertyInfo[] Texts = [.. typeof(ChatWords).GetProperties().Where(property => property.PropertyType == typeof(string) && property.Name is not ("Culture" or "WithUnit"))];

    [Theory]
    [InlineData("en", "Yes")]
    [InlineData("en-GB", "Yes")]
    [InlineData("zh", "是")]
    [InlineData("zh-CN", "是")]
    [InlineData("ZH-hans", "是")]
    [InlineData("fr", "Yes")]
    public void For_ALanguage_FallsBackToEnglish(string locale, string yes) => ChatWords.For(locale).Yes.ShouldBe(yes);

    [Fact]
    public void EveryText_IsInItsLanguage()
    {
        Texts.Select(text => (string)text.GetValue(ChatWords.English)!).ShouldAllBe(text => !text.Any(IsChinese));
        Texts.Select(text => (string)text.GetValue(ChatWords.Chinese)!).ShouldAllBe(text => text.Any(IsChinese));
        ChatWords.Chinese.Help.ShouldAllBe(entry => entry.Meaning.Any(IsChinese));
        ChatWords.Chinese.Help.Count.ShouldBe(ChatWords.English.Help.Count);
    }

    [Fact]
    public void EveryText_HasThePlacesOfItsCounterpart() =>
        Texts.Where(text => Places((string)text.GetValue(ChatWords.English)!) != Places((string)text.GetValue(ChatWords.Chinese)!)).Select(text => text.Name).ShouldBeEmpty();

    [Fact]
    public void Time_IsInTheReadersForm()
    {
        var time = new DateTimeOffset(2026, 1, 5, 13, 0, 0, TimeSpan.Zero);

        ChatWords.English.Time(time).ShouldBe("Mon 5 Jan 2026, 13:00");
        ChatWords.Chinese.Time(time).ShouldBe("2026年1月5日（周一）13:00");
    }

    private static bool IsChinese(char c) => c is >= '\u4e00' and <= '\u9fff';

    private static string Places(string text) => string.Concat(new[] { "{0}", "{1}" }.Where(place => text.Contains(place, StringComparison.Ordinal)));
}
