using GuidanceFlow.Definitions;
using GuidanceFlow.Prompts;
using GuidanceFlow.Terminal.Drawing;
using GuidanceFlow.Testing;
using GuidanceFlow.Testing.GoldenFiles;

namespace GuidanceFlow.Terminal.Tests.Drawing;

public sealed class BlockDrawingTests
{
    private static readonly Block[] Blocks =
    [
        new ProgressBlock(2, 4, "Reset the devices"),
        new ProgressBlock(3, 20, "One of very many stages"),
        new ChecklistBlock("What we do:", EquatableArray.Create<ChecklistItem>([new("Prepare the [Wi-Fi]", true), new("Reset the devices, each of them until its light blinks quickly", false), new("让设备联动起来，然后测试", null)])),
        new KnowledgeBlock("k", "Resetting a device, shown in 60 seconds", "https://help.example.com/reset?device=hall-lamp", KnowledgeKind.Video),
        new ImageBlock("https://help.example.com/pin-hole.png", "A door sensor from behind; the pin hole is below the battery", "For five seconds, with a paper clip"),
        new TableBlock("Where we are", EquatableArray.Create<string>(["Device", "按住这里"]), EquatableArray.Create<EquatableArray<string>>([
            EquatableArray.Create<string>(["the hall lamp", "the button, 5 seconds, until it blinks"]),
            EquatableArray.Create<string>(["门磁传感器", "小孔，5 秒，直到指示灯快速闪烁为止"]),
            EquatableArray.Create<string>(["[red]x[/]", ""])])),
    ];

    [Theory]
    [InlineData(100)]
    [InlineData(48)]
    [InlineData(30)]
    public void EachBlock_FitsItsWindow(int width)
    {
        using var terminal = new VirtualTerminal(width);
        Draw(terminal.Screen());

        terminal.Lines.ShouldAllBe(line => Cells.Width(line) <= width);
        Golden.Verify(terminal.Text, GoldenFile.Beside($"BlockDrawingTests.{width}"));
    }

    [Fact]
    public void ATableWithWideSigns_HasItsBordersInOneColumn()
    {
        using var terminal = new VirtualTerminal(60);
        Screen screen = terminal.Screen();

        screen.Draw(BlockDrawing.Draw(new TableBlock(null, ["Device", "Works", "Since"], [["Lamp", "✅", "⏰ 9"], ["Plug", "no", "?"]]), screen));

        terminal.Lines.Select(line => line.Length + line.Count(sign => sign is '✅' or '⏰')).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void WithoutUnicode_SignsAndBordersAreAscii()
    {
        using var terminal = new VirtualTerminal(60);
        Draw(terminal.Screen(("LANG", "C")));

        Golden.Verify(terminal.Text);
    }

    [Fact]
    public void Link_IsOneWhereTheTerminalOpensIt_AndElsewhereTheAddressIsSeen()
    {
        using var with = new VirtualTerminal(60);
        using var without = new VirtualTerminal(60);
        with.Screen(("TERM_PROGRAM", "WezTerm")).Draw(BlockDrawing.Draw(Blocks[3], with.Screen(("TERM_PROGRAM", "WezTerm"))));
        without.Screen(("TERM_PROGRAM", "WezTerm"), ("TMUX", "x")).Draw(BlockDrawing.Draw(Blocks[3], without.Screen(("TERM_PROGRAM", "WezTerm"), ("TMUX", "x"))));

        with.Text.ShouldBe("↗ Resetting a device, shown in 60 seconds\n");
        with.Raw.ShouldContain(";https://help.example.com/reset?device=hall-lamp\u001b\\");
        without.Text.ShouldBe("↗ Resetting a device, shown in 60 seconds\n  https://help.example.com/reset?device=hall-lamp\n");
        without.Raw.ShouldNotContain("\u001b]8");
    }

    private static void Draw(Screen screen)
    {
        foreach (Block block in Blocks)
        {
            screen.Draw(BlockDrawing.Draw(block, screen));
        }
    }
}
