using GuidanceFlow.Terminal.Asking;

namespace GuidanceFlow.Terminal.Tests.Asking;

public sealed class PromptTests
{
    private static readonly Question Lights = new([new Choice("Green", "Green"), new Choice("Red", "Red"), new Choice("Off", "Off")], "or type");
    private static readonly Question Free = new([], "type");

    [Theory]
    [InlineData("", "Green")]
    [InlineData("▼", "Red")]
    [InlineData("▼▼▼", "Green")]
    [InlineData("▲", "Off")]
    [InlineData("^N^N^P", "Red")]
    [InlineData("2", "Red")]
    [InlineData("4", "4")]
    [InlineData("2.4 GHz", "2.4 GHz")]
    [InlineData("2⌫", "Red")]
    [InlineData("rEd", "Red")]
    [InlineData("reddish", "reddish")]
    [InlineData("some words▼", "Green")]
    [InlineData("some words⎋", "Green")]
    [InlineData("▼▼words^U", "Green")]
    [InlineData("ab◀c", "acb")]
    [InlineData("ab^Ac", "cab")]
    [InlineData("ab^Ac^Ed", "cabd")]
    [InlineData("one two^Wthree", "one three")]
    [InlineData("abc◀◀⌦", "ac")]
    [InlineData("红色⌫绿", "红绿")]
    [InlineData("a👍🏽⌫", "a")]
    public void Answer_IsTheMarkedOptionOrWhatIsTyped(string keys, string expected) => Pressed(Lights, keys).Answer!.Answer.ShouldBe(expected);

    [Fact]
    public void Number_IsALabelBeforeItIsAPosition() =>
        Pressed(new Question([new Choice("3", "3"), new Choice("1", "1")], ""), "1").Marked.ShouldBe(1);

    [Theory]
    [InlineData("", null)]
    [InlineData("▼", null)]
    [InlineData("␠", "Green")]
    [InlineData("␠▼▼␠", "Green, Off")]
    [InlineData("▼▼␠▲▲␠", "Green, Off")]
    [InlineData("␠▼␠␠", "Green")]
    [InlineData("2", "2")]
    [InlineData("red", "red")]
    [InlineData("1 and 3", "1 and 3")]
    [InlineData("␠words⎋", "Green")]
    public void Several_AreTicked_OrTyped(string keys, string? expected) => Pressed(Lights with { Several = 1 }, keys.Replace('␠', ' ')).Answer?.Answer.ShouldBe(expected);

    [Fact]
    public void Several_HaveTheValuesOfWhatIsTicked_AndNoneIsAnAnswerWhereItMayBe()
    {
        Prompt(2, " ▼ ").Answer!.Chosen!.Interpretation!.Value.ToString().ShouldBe("[\"Green\", \"Red\"]");
        Prompt(2, " ").Answer.ShouldBeNull();
        Prompt(0, "").Answer!.Chosen!.Interpretation!.Value.ToString().ShouldBe("[]");
        Prompt(0, "none").Answer!.Chosen.ShouldBeNull();

        static Prompt Prompt(int least, string keys) => Pressed(Lights with { Several = least }, keys);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData(" words ", "words")]
    public void FreeQuestion_TakesWordsOnly(string keys, string? expected) => Pressed(Free, keys).Answer?.Answer.ShouldBe(expected);

    [Theory]
    [InlineData("^C", "Leave")]
    [InlineData("^D", "Leave")]
    [InlineData("a^D", "Stay")]
    [InlineData("⏎", "Send")]
    public void Key_SendsOrLeaves(string keys, string expected)
    {
        var prompt = new Prompt(Lights);
        ScriptedInput.Keys(keys).Select(prompt.Press).ToList()[^1].ToString().ShouldBe(expected);
    }

    private static Prompt Pressed(Question question, string keys)
    {
        var prompt = new Prompt(question);
        foreach (ConsoleKeyInfo key in ScriptedInput.Keys(keys))
        {
            prompt.Press(key).ShouldBe(PromptStep.Stay);
        }

        return prompt;
    }
}
