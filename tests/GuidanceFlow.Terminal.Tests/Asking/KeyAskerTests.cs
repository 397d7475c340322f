using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Terminal.Asking;
using GuidanceFlow.Terminal.Drawing;
using GuidanceFlow.Terminal.Words;
using GuidanceFlow.Testing;
using GuidanceFlow.Testing.GoldenFiles;

namespace GuidanceFlow.Terminal.Tests.Asking;

public sealed class KeyAskerTests
{
    private static readonly Question Many = new([.. Enumerable.Range(1, 30).Select(i => new Choice($"Option {i}", $"{i}"))], "or type");

    [Fact]
    public async Task Chosen_LeavesOnlyTheAnswer()
    {
        using var terminal = new VirtualTerminal(40);

        Choice? answer = await Ask(terminal, new Question([new Choice("由几台组成的 Mesh 网络，在家里的不同地方，名字都相同", "mesh"), new Choice("否", "no")], "x"), "▼▲", "⏎");

        answer!.Answer.ShouldBe("mesh");
        terminal.Text.ShouldBe("› 由几台组成的 Mesh 网络，在家里的不同\n  地方，名字都相同\n");
    }

    [Fact]
    public async Task PastedLines_BecomeOneAnswer() =>
        (await Ask(new VirtualTerminal(80), new Question([], "x"), "first line⏎second line", "⏎"))!.Answer.ShouldBe("first line second line");

    [Fact]
    public async Task NothingTyped_IsNoAnswer()
    {
        using var terminal = new VirtualTerminal(80);

        (await Ask(terminal, new Question([], "x"), "⏎", "  ⏎")).ShouldBeNull();
        terminal.Text.ShouldBe("\n");
    }

    [Fact]
    public void List_LongerThanTheWindow_ShowsTheOptionsAroundTheMarkedOne()
    {
        using var terminal = new VirtualTerminal(80, 12);
        Prompt prompt = new(Many);
        Enumerable.Repeat(ScriptedInput.Keys("▼").Single(), 14).ToList().ForEach(key => prompt.Press(key));

        PromptPicture picture = PromptPicture.Of(prompt, terminal.Screen(), ChatWords.English);

        picture.Lines.Count.ShouldBeLessThan(12);
        string[] lines = [.. picture.Lines.Select(line => string.Concat(line.Segments.Select(segment => segment.Text)))];
        lines[0].ShouldBe("  ↑ 12 more above");
        lines.ShouldContain("❯ 15. Option 15");
        lines.ShouldContain("  ↓ 12 more below");
    }

    [Theory]
    [InlineData(80, 4)]
    [InlineData(20, 6)]
    [InlineData(12, 24)]
    public void Picture_NeverLeavesTheWindow(int width, int height)
    {
        using var terminal = new VirtualTerminal(width, height);
        var prompt = new Prompt(new Question([.. Enumerable.Range(1, 30).Select(i => new Choice($"第{i}个选项比较长需要换行", $"{i}"))], "也可以直接输入"));
        for (int i = 0; i < 30; i++)
        {
            PromptPicture picture = PromptPicture.Of(prompt, terminal.Screen(), ChatWords.Chinese);
            picture.Lines.ShouldAllBe(line => line.Width < width);
            if (height > 6)
            {
                picture.Lines.Count.ShouldBeLessThan(height);
            }

            prompt.Press(ScriptedInput.Keys("▼").Single());
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(28)]
    public void Prompt_InBothLanguages_ReadsWell(int width)
    {
        using var terminal = new VirtualTerminal(width);
        Screen screen = terminal.Screen();
        foreach (ChatWords words in new[] { ChatWords.English, ChatWords.Chinese })
        {
            string[] labels = words == ChatWords.English ? ["One router", "A mesh system with several boxes, and more"] : ["一台路由器", "由几台组成的 Mesh 网络，名字都相同"];
            foreach (Expectation expects in new Expectation[]
            {
                new("choice", labels.Select(label => new ExpectedOption(label, label)).ToEquatableArray(), null, null, null, 3),
                new("yes_no", default, null, null, null, 3),
                new("number", default, 0, 500, words == ChatWords.English ? "devices" : "台", 3),
                new("number", default, null, 5, null, 3),
                new("text", default, null, null, null, 3),
            })
            {
                var prompt = new Prompt(Question.From(expects, words));
                screen.Draw(PromptPicture.Of(prompt, screen, words).Lines);
            }
        }

        Golden.Verify(terminal.Text, GoldenFile.Beside($"KeyAskerTests.Prompt_{width}"));
    }

    [Fact]
    public void Options_WithTheSameLabel_AreToldApartByTheirValues() =>
        Question.From(new Expectation("choice", EquatableArray.Create<ExpectedOption>([new("a", "Lamp"), new("b", "lamp ")]), null, null, null, 3), ChatWords.English)
            .Choices.Select(choice => choice.Chosen!.Interpretation!.Value.ToString()).ShouldBe(["\"a\"", "\"b\""]);

    [Fact]
    public void Cursor_StandsBehindWhatIsTyped_AlsoWhenItIsWide()
    {
        using var terminal = new VirtualTerminal(20);
        var area = new LiveArea(terminal.Screen());
        var prompt = new Prompt(new Question([new Choice("a", "a")], "x"));
        prompt.Type("路由器在客厅的角落里面");

        area.Draw(PromptPicture.Of(prompt, terminal.Screen(), ChatWords.Chinese));

        terminal.Lines[2..4].ShouldBe(["› 路由器在客厅的角", "  落里面"]);
        terminal.Cursor.ShouldBe((3, 8));
    }

    [Fact]
    public async Task BrokenOff_LeavesNothing_AndGivesBackWhatWasTyped()
    {
        using var terminal = new VirtualTerminal(40);
        using var interruption = new CancellationTokenSource();
        var asker = new KeyAsker(new ScriptedInput("two", "⏳1") { Clock = new ManualTimeProvider() }, terminal.Screen(), ChatWords.English);
        Task<Asked> asking = asker.AskAsync(new Question([], "x"), "one ", interruption.Token, TestContext.Current.CancellationToken);
        terminal.Text.ShouldContain("one two");

        await interruption.CancelAsync();

        (await asking).ShouldBe(new Asked(null, "one two"));
        terminal.Text.ShouldBe("\n");
    }

    private static async Task<Choice?> Ask(VirtualTerminal terminal, Question question, params string[] bursts) =>
        (await new KeyAsker(new ScriptedInput(bursts), terminal.Screen(), ChatWords.English).AskAsync(question, string.Empty, CancellationToken.None, TestContext.Current.CancellationToken)).Answer;
}
