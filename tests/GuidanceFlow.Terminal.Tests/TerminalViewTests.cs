using GuidanceFlow.Engine;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Terminal.Drawing;
using GuidanceFlow.Testing;
using GuidanceFlow.Testing.GoldenFiles;

namespace GuidanceFlow.Terminal.Tests;

public sealed class TerminalViewTests
{
    private static readonly Flow Flow = Chat.Compile(
        """
        {
          "flow": "router", "locales": ["en"], "data": { "lamp": "text" },
          "tickets": { "line": { "queue": "network", "respond_within": "PT2H", "subject": "No internet", "body": "Nothing lights." } },
          "fallback": { "goto": "file" },
          "stages": [ { "id": "look", "steps": [
            { "id": "hello", "type": "say", "text": "Let us look together.", "show": ["progress", { "type": "checklist", "items": ["The cable", "The lamp"] }] },
            { "id": "ask", "type": "ask", "text": "What does the lamp do?", "save": "lamp", "answer": { "type": "choice", "options": [
              { "value": "on", "label": "It is on all the time and does not blink at all" }, { "value": "红灯", "label": "亮红灯" }, "c", "d", "e", "f", "g", "h", "i", { "value": "off", "label": "It \u001b[31mis off" } ] } },
            { "id": "file", "type": "ticket", "ticket": "line", "text": "We look into it. Your number is {{ ticket.reference }}." },
            { "id": "bye", "type": "end", "outcome": "escalated" } ] } ]
        }
        """);

    [Theory]
    [InlineData(80)]
    [InlineData(34)]
    public void ASession_IsDrawnWithItsOptionsAndTickets(int width)
    {
        using var terminal = new VirtualTerminal(width);
        var view = new TerminalView("en", TimeZoneInfo.Utc, terminal.Screen());
        DateTimeOffset now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
        Turn asked = GuidanceEngine.Start(Flow, new StartRequest { SessionId = "s1" }, now);
        Turn filed = GuidanceEngine.Step(Flow, asked.Session, new AnswerInput("10"), now);

        view.Note("The session s1 [router] starts.");
        view.Draw(TurnReply.From(asked, now));
        view.Draw(TurnReply.From(filed, now));
        view.Draw(new Message("list", MessageKind.Say, string.Empty, [new TableBlock("Waiting", ["Session", "Queue"], [["s1", "network"]])]));

        terminal.Lines.ShouldAllBe(line => Cells.Width(line) <= width);
        terminal.Raw.ShouldNotContain("\u001b[31mis off");
        Golden.Verify(terminal.Text, GoldenFile.Beside($"TerminalViewTests.{width}"));
    }

    [Fact]
    public void ItsOwnWords_AreInTheLanguageGiven()
    {
        using var terminal = new VirtualTerminal(60);
        DateTimeOffset now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
        Turn asked = GuidanceEngine.Start(Flow, new StartRequest { SessionId = "s1" }, now);

        new TerminalView("zh-CN", TimeZoneInfo.Utc, terminal.Screen()).Draw(TurnReply.From(GuidanceEngine.Step(Flow, asked.Session, new CommandInput(Commands.SessionCommand.Person), now), now));

        terminal.Text.ShouldContain("工单");
    }
}
