using GuidanceFlow.Answers;

namespace GuidanceFlow.Tests.Answers;

/// <summary>How a message shows that its author is upset.</summary>
public sealed class UpsetSignsTests
{
    [Theory]
    [InlineData("This is ridiculous, I have done that already", "words")]
    [InlineData("I'm fed up with this", "words")]
    [InlineData("what a waste of my time", "words")]
    [InlineData("Nothing works, damn it", "words")]
    [InlineData("it doesn't work wtf", "words")]
    [InlineData("it is not working at all this is ridiculous", "words")]
    [InlineData("No I am angry", "words")]
    [InlineData("how many times should I press the button?", null)]
    [InlineData("I restarted it for the last time yesterday", null)]
    [InlineData("is this mail a scam", null)]
    [InlineData("my email is idiot@example.com", null)]
    [InlineData("ERROR CODE ABCDEFGH", null)]
    [InlineData("I HAVE THE NETGEAR R7000P", null)]
    [InlineData("I HAVE TRIED IT 3 TIMES", "shouting")]
    [InlineData("I am not happy. I'm furious", "words")]
    [InlineData("WHY DOES IT STILL NOT WORK", "shouting")]
    [InlineData("NO, IT IS RED!", null)]
    [InlineData("nothing happens!!!", "shouting")]
    [InlineData("what?!!", "shouting")]
    [InlineData("I am not angry, only tired", null)]
    [InlineData("it is not really frustrating", null)]
    [InlineData("this is not a waste of time", null)]
    [InlineData("the damper is red", null)]
    [InlineData("an unscammed classic", null)]
    [InlineData("the screen is terrible", null)]
    [InlineData("HDMI USB-C", null)]
    [InlineData("ABCDEFGHIJKLMNOP", null)]
    [InlineData("what???", null)]
    [InlineData("really!! yes!!", null)]
    [InlineData("", null)]
    [InlineData("!", null)]
    public void EnglishMessage_ThatWasNotUnderstood(string text, string? sign) => UpsetSigns.In(text, UpsetWords.In("en-GB"), isUnderstood: false).ShouldBe(sign);

    [Theory]
    [InlineData("气死我了，还是不行", "words")]
    [InlineData("你们这服务太差了", "words")]
    [InlineData("我都说了好几遍了", "words")]
    [InlineData("到底行不行啊", "words")]
    [InlineData("别浪费我的时间", "words")]
    [InlineData("连不上气死", "words")]
    [InlineData("不好用烦死了", "words")]
    [InlineData("应用崩溃了", null)]
    [InlineData("电脑有病毒", null)]
    [InlineData("设备无语音提示", null)]
    [InlineData("我已经联系客服了", null)]
    [InlineData("滚筒洗衣机，屏幕滚动很慢", null)]
    [InlineData("我靠近路由器", null)]
    [InlineData("我想玩我的世界", null)]
    [InlineData("我没有很生气", null)]
    [InlineData("不离谱", null)]
    [InlineData("还是不行！！！", "shouting")]
    [InlineData("灯是红的", null)]
    [InlineData("烦请帮我看看", null)]
    public void ChineseMessage_ThatWasNotUnderstood(string text, string? sign) => UpsetSigns.In(text, UpsetWords.In("zh-CN"), isUnderstood: false).ShouldBe(sign);

    [Theory]
    [InlineData("it works!!!", null)]
    [InlineData("YES FINALLY IT WORKS", "shouting")]
    [InlineData("no, this is ridiculous", "words")]
    public void Message_ThatWasUnderstood_IsNotTakenForAnOutburst_ByItsMarks(string text, string? sign) => UpsetSigns.In(text, UpsetWords.In("en"), isUnderstood: true).ShouldBe(sign);

    [Fact]
    public void Language_TheLibraryDoesNotKnow_HasNoWords_ButTheFlowsOwn()
    {
        UpsetSigns.In("so ein Mist", UpsetWords.In("de"), isUnderstood: false).ShouldBeNull();
        UpsetSigns.In("So ein Mist!", ["so ein mist"], isUnderstood: false).ShouldBe("words");
    }

    [Fact]
    public void LongText_IsLookedAtAsFarAsAnswersAre()
    {
        string filling = string.Concat(Enumerable.Repeat("and then ", 60));
        UpsetSigns.In("ridiculous " + filling, UpsetWords.In("en"), isUnderstood: true).ShouldBe("words");
        UpsetSigns.In(filling + " ridiculous", UpsetWords.In("en"), isUnderstood: true).ShouldBeNull();
        UpsetSigns.In(new string('a', AnswerText.MatchLimit - 1) + "😀", UpsetWords.In("en"), isUnderstood: true).ShouldBeNull();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Words_AreNormalised_AndStandOnce(string locale)
    {
        string[] words = UpsetWords.In(locale);
        words.ShouldBe(words.Select(AnswerText.Normalize));
        words.ShouldBeUnique();
    }
}
