using System.Text.RegularExpressions;
using GuidanceFlow.Templates;
using GuidanceFlow.Terminal.Drawing;
using GuidanceFlow.Terminal.Saving;
using GuidanceFlow.Testing;
using GuidanceFlow.Testing.GoldenFiles;

namespace GuidanceFlow.Terminal.Tests;

public sealed partial class TerminalChatTests : IDisposable
{
    private const string Router =
        """
        { "flow": "router", "title": "No internet", "data": { "light": "text", "count": "integer" },
          "fallback": { "attempts": 3, "goto": "bye" },
          "stages": [ { "id": "look", "steps": [
            { "id": "light", "type": "ask", "text": "What colour is the light?", "save": "light",
              "answer": { "type": "choice", "options": [ { "value": "green", "label": "Green" }, { "value": "red", "label": "Red", "synonyms": ["crimson"] } ] } },
            { "id": "count", "type": "ask", "text": "How many devices?", "answer": { "type": "number", "integer": true, "min": 1, "max": 9, "unit": "devices" }, "save": "count" },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Thank you." }
          ] } ] }
        """;

    private readonly TemporaryFolder _folder = new();

    private string File => _folder.At("session-test.json");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "one-device-fails.scenario.json", 80)]
    [InlineData("en", "one-device-fails.scenario.json", 34)]
    [InlineData("zh-CN", "one-device-fails.zh-CN.scenario.json", 80)]
    [InlineData("zh-CN", "one-device-fails.zh-CN.scenario.json", 34)]
    public async Task Conversation_FromBeginningToEnd_ReadsWell(string locale, string scenario, int width)
    {
        (IReadOnlyDictionary<string, Value> inputs, string[] answers) = Chat.Rehearsal(scenario);
        using var terminal = new VirtualTerminal(width);

        TerminalChatEnd end = await new Chat(Chat.SmartHome(), terminal, new ScriptedInput([.. answers.Select(answer => answer + "⏎")]), _folder.Path).StartAsync(locale, inputs);

        end.ShouldBe(TerminalChatEnd.Over);
        terminal.Lines.ShouldAllBe(line => Cells.Width(line) <= width);
        Golden.Verify(terminal.Text, GoldenFile.Beside($"TerminalChatTests.Conversation_{locale}_{width}"));
        Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task ChineseConversation_HasNoEnglishWordOfTheFrontEnd()
    {
        (IReadOnlyDictionary<string, Value> inputs, _) = Chat.Rehearsal("one-device-fails.zh-CN.scenario.json");
        using var terminal = new VirtualTerminal(80);

        await new Chat(Chat.SmartHome(), terminal, new ScriptedInput("/help⏎", "/nothing⏎", "quit⏎"), _folder.Path).StartAsync("zh-CN", inputs);

        EnglishWord().Matches(terminal.Text.Replace("app play 'my flow.json' --resume", string.Empty, StringComparison.Ordinal)).Select(match => match.Value).Distinct()
            .Except(["Wi", "Fi", "Mesh", "Enter", "Esc", "Ctrl", "help", "nothing", "quit", "again", "session", "test", "json", "tmp", Path.GetFileName(_folder.Path)])
            .Where(word => !_folder.Path.Contains(word, StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Leaving_SavesAndSaysHowToGoOn()
    {
        using var terminal = new VirtualTerminal(200);

        TerminalChatEnd end = await new Chat(Chat.Compile(Router), terminal, new ScriptedInput("▼⏎", "^C"), _folder.Path).StartAsync();

        end.ShouldBe(TerminalChatEnd.Saved);
        terminal.Lines[^1].ShouldBe($"Saved. Go on with: app play 'my flow.json' --resume {Path.GetRelativePath(Environment.CurrentDirectory, File) switch { ['.', '.', ..] => File, var near => near }}");
        terminal.Lines[^2].ShouldBeEmpty();
        terminal.Lines[^3].ShouldBe("How many devices?");
        SavedSession saved = SavedSession.Read(File);
        (saved.FlowId, saved.SessionId, saved.SavedAt).ShouldBe(("router", Chat.SessionId, new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task Leaving_InANarrowWindow_GivesTheCommandALineOfItsOwn()
    {
        using var terminal = new VirtualTerminal(200);
        using var narrow = new VirtualTerminal(20);
        await new Chat(Chat.Compile(Router), terminal, new ScriptedInput("^C"), _folder.Path).StartAsync();

        await new Chat(Chat.Compile(Router), narrow, new ScriptedInput("^C"), _folder.Path).StartAsync();

        narrow.Lines.ShouldContain("Saved. Go on with:");
        narrow.Raw.ShouldContain(terminal.Lines[^1]["Saved. Go on with: ".Length..]);
    }

    [Theory]
    [InlineData("blue", "I did not understand that.")]
    [InlineData("0", "I did not understand that.")]
    public async Task AnAnswerThatIsNotUnderstood_IsSaidToBe_WhereTheFlowSaysNothing(string answer, string hint)
    {
        using var terminal = new VirtualTerminal(80);

        await new Chat(Chat.Compile(Router), terminal, new ScriptedInput(answer + "⏎", "^C"), _folder.Path).StartAsync();

        terminal.Text.ShouldContain($"› {answer}\n\n{hint}\n\nWhat colour is the light?\n");
    }

    [Theory]
    [InlineData("0", "Please give a number from 1 to 9 (devices).")]
    [InlineData("1.5", "Please give a whole number.")]
    [InlineData("some", "I did not understand that.")]
    public async Task ANumberThatDoesNotFit_IsSaidToBe_WhereTheFlowSaysNothing(string answer, string hint)
    {
        using var terminal = new VirtualTerminal(80);

        await new Chat(Chat.Compile(Router), terminal, new ScriptedInput("red⏎", answer + "⏎", "^C"), _folder.Path).StartAsync();

        terminal.Text.ShouldContain($"› {answer}\n\n{hint}\n\nHow many devices?\n");
    }

    [Fact]
    public async Task AnAnswerThatIsNotUnderstood_IsOnlyAskedForAgain_WhereTheFlowHasWordsForIt()
    {
        using var terminal = new VirtualTerminal(80);
        string router = Router.Replace("\"save\": \"light\",", "\"save\": \"light\", \"retry\": { \"texts\": [\"Green or red?\"] },", StringComparison.Ordinal);

        await new Chat(Chat.Compile(router), terminal, new ScriptedInput("blue⏎", "^C"), _folder.Path).StartAsync();

        terminal.Text.ShouldContain("› blue\n\nGreen or red?\n");
    }

    [Theory]
    [InlineData("en", "bed", "Did you mean “Red”?", "yes, please", "How many devices?")]
    [InlineData("en", "bed", "Did you mean “Red”?", "no", "What colour is the light?")]
    [InlineData("en", "purple", "I did not understand that.", "yes", "What colour is the light?")]
    [InlineData("en", "green or red", "Did you mean “Green” or “Red”?", "yes", "What colour is the light?")]
    [InlineData("en", "green or red", "Did you mean “Green” or “Red”?", "Green", "How many devices?")]
    [InlineData("zh-CN", "rde", "您是想说“Red”？", "是的", "How many devices?")]
    [InlineData("zh-CN", "green和red", "您是想说“Green”还是“Red”？", "是的", "What colour is the light?")]
    public async Task WhatMayHaveBeenMeant_IsAskedFor_AndAYesTakesIt(string locale, string answer, string question, string then, string next)
    {
        using var terminal = new VirtualTerminal(80);
        string router = Router.Replace("\"title\": \"No internet\",", "\"title\": \"No internet\", \"locales\": [\"" + locale + "\"],", StringComparison.Ordinal);

        await new Chat(Chat.Compile(router), terminal, new ScriptedInput(answer + "⏎", then + "⏎", "^C"), _folder.Path).StartAsync(locale);

        terminal.Text.ShouldContain($"› {answer}\n\n{question}\n\nWhat colour is the light?\n\n› {then}\n");
        terminal.Text.Split($"› {then}")[^1].ShouldContain(next);
    }

    [Fact]
    public async Task WhatMayHaveBeenMeant_IsAskedFor_BesideTheWordsOfTheFlow()
    {
        using var terminal = new VirtualTerminal(80);
        string router = Router.Replace("\"save\": \"light\",", "\"save\": \"light\", \"retry\": { \"texts\": [\"Green or red?\"] },", StringComparison.Ordinal);

        await new Chat(Chat.Compile(router), terminal, new ScriptedInput("bed⏎", "^C"), _folder.Path).StartAsync();

        terminal.Text.ShouldContain("› bed\n\nDid you mean “Red”?\n\nGreen or red?\n");
    }

    [Fact]
    public async Task AListLongerThanTheWindow_LeavesItsQuestionInSight()
    {
        using var terminal = new VirtualTerminal(80);
        string options = string.Join(", ", Enumerable.Range(1, 30).Select(i => $"\"room {i}\""));
        Flow rooms = Chat.Compile($$"""
            { "flow": "rooms", "fallback": { "goto": "bye" }, "stages": [ { "id": "all", "steps": [
            { "id": "room", "type": "ask", "text": "Which room is it?", "answer": { "type": "choice", "options": [{{options}}] } },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Thank you." } ] } ] }
            """);

        await new Chat(rooms, terminal, new ScriptedInput("^C"), _folder.Path).StartAsync();

        // The question, an empty line, 16 options, how many there are besides, an empty line, the answer's line, the keys.
        terminal.Height.ShouldBe(24);
        terminal.Raw.ShouldContain("   9. room 9");
        terminal.Raw.ShouldContain("16. room 16");
        terminal.Raw.ShouldNotContain("17. room 17");
        terminal.Raw.ShouldContain("14 more below");
    }

    [Fact]
    public async Task Resuming_GoesOnWhereItWasLeft_AndDeletesTheFileAtTheEnd()
    {
        using var first = new VirtualTerminal(80);
        await new Chat(Chat.Compile(Router), first, new ScriptedInput("crimson⏎", "not sent"), _folder.Path).StartAsync();
        using var second = new VirtualTerminal(80);

        TerminalChatEnd end = await new Chat(Chat.Compile(Router), second, new ScriptedInput("4⏎"), _folder.Path).ResumeAsync(File);

        end.ShouldBe(TerminalChatEnd.Over);
        second.Text.ShouldBe(
            """
            No internet
            Welcome back. We go on where you left.

            How many devices?

            › 4

            Thank you.

            ✓ Done. Everything is settled.

            """.ReplaceLineEndings("\n"));
        System.IO.File.Exists(File).ShouldBeFalse();
    }

    [Fact]
    public async Task Resuming_KeepsTheFileOfAConversationThatIsLeftAgain()
    {
        using var terminal = new VirtualTerminal(300);
        await new Chat(Chat.Compile(Router), terminal, new ScriptedInput("/quit⏎"), _folder.Path).StartAsync();
        string moved = _folder.At("kept by me.json");
        System.IO.File.Move(File, moved);

        await new Chat(Chat.Compile(Router), terminal, new ScriptedInput("red⏎", "^D"), _folder.Path).ResumeAsync(moved);

        SavedSession.Read(moved).Restore(Chat.Compile(Router)).Step!.Id.ShouldBe("count");
        terminal.Text.ShouldContain("kept by me.json'");
    }

    [Fact]
    public async Task Resuming_TellsOfTicketsFiledBefore()
    {
        (IReadOnlyDictionary<string, Value> inputs, string[] answers) = Chat.Rehearsal("one-device-fails.scenario.json");
        using var first = new VirtualTerminal(80);
        var chat = new Chat(Chat.SmartHome(), first, new ScriptedInput([.. answers[..14].Select(answer => answer + "⏎")]), _folder.Path);
        await chat.StartAsync("en", inputs);
        string reference = chat.Tickets.Tickets.ShouldHaveSingleItem().Reference;
        using var second = new VirtualTerminal(80);

        await new Chat(Chat.SmartHome(), second, new ScriptedInput([.. answers[14..].Select(answer => answer + "⏎")]), _folder.Path).ResumeAsync(File);

        second.Lines[2].ShouldBe("Filed so far: " + reference);
        second.Lines[^1].ShouldBe("• A colleague takes it from here. Your reference: " + reference);
    }

    [Fact]
    public async Task Folder_ThatCannotBeWritten_DoesNotLoseTheConversation()
    {
        string file = _folder.Write("file", "no folder");
        using var terminal = new VirtualTerminal(300);

        TerminalChatEnd end = await new Chat(Chat.Compile(Router), terminal, new ScriptedInput("^C"), Path.Combine(file, "below")).StartAsync();

        end.ShouldBe(TerminalChatEnd.Saved);
        string elsewhere = Path.Combine(SessionFolder.OfUser, "session-test.json");
        System.IO.File.Exists(elsewhere).ShouldBeTrue();
        System.IO.File.Delete(elsewhere);
    }

    [Fact]
    public async Task AnswersNobodyUnderstands_AndCommands_AreToldApart()
    {
        using var terminal = new VirtualTerminal(80);

        await new Chat(Chat.Compile(Router), terminal, new ScriptedInput("quit⏎", "/nope⏎", "//slash⏎", ":q⏎", ":q⏎", "/again⏎", "1⏎"), _folder.Path).StartAsync();

        Golden.Verify(terminal.Text[..terminal.Text.IndexOf("Saved", StringComparison.Ordinal)]);
    }

    [Fact]
    public async Task NoColor_LeavesNoColourAtAll()
    {
        using var colours = new VirtualTerminal(80);
        using var none = new VirtualTerminal(80);

        await new Chat(Chat.Compile(Router), colours, new ScriptedInput("▼⏎", "3⏎"), _folder.Path).StartAsync();
        await new Chat(Chat.Compile(Router), none, new ScriptedInput("▼⏎", "3⏎"), _folder.Path, ("NO_COLOR", "1")).StartAsync();

        Colour().IsMatch(colours.Raw).ShouldBeTrue();
        Colour().IsMatch(none.Raw).ShouldBeFalse();
        none.Text.ShouldBe(colours.Text);
    }

    [Fact]
    public async Task DumbTerminal_GetsLinesWithoutAnySequence()
    {
        using var terminal = new VirtualTerminal(80);

        TerminalChatEnd end = await new Chat(Chat.Compile(Router), terminal, new ScriptedLines("", "2", "5"), _folder.Path, ("TERM", "dumb")).StartAsync();

        end.ShouldBe(TerminalChatEnd.Over);
        terminal.Raw.ShouldNotContain('\u001b');
        terminal.Raw.ShouldBe(
            """
            What colour is the light?

              1. Green
              2. Red

            > > 
            How many devices?

            > 
            Thank you.

            ✓ Done. Everything is settled.

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task TextsOfAFlow_CannotSteerTheTerminal()
    {
        string flow = Router.Replace("What colour is the light?", "[red]Danger[/] \\u001b[31mred\\u001b]0;title\\u0007 [link=x]", StringComparison.Ordinal).Replace("\"Green\"", "\"[bold]Gr\\u001b[2Jeen\"", StringComparison.Ordinal);
        using var terminal = new VirtualTerminal(80);

        await new Chat(Chat.Compile(flow), terminal, new ScriptedInput("⏎"), _folder.Path).StartAsync();

        terminal.Lines[0].ShouldBe("[red]Danger[/] red [link=x]");
        terminal.Lines[2].ShouldBe("› [bold]Green");
        terminal.Raw.ShouldNotContain("\u001b[31m");
        terminal.Raw.ShouldNotContain("\u001b[2J");
        terminal.Raw.ShouldNotContain("\u001b]0");
    }

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex EnglishWord();

    [GeneratedRegex(@"\u001b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")]
    private static partial Regex Colour();
}
