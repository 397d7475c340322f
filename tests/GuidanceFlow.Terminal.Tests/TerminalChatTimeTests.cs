using GuidanceFlow.Actions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Terminal.Saving;
using GuidanceFlow.Testing;
using GuidanceFlow.Testing.GoldenFiles;

namespace GuidanceFlow.Terminal.Tests;

/// <summary>What goes on beside the customer who types: time, actions, people.</summary>
public sealed class TerminalChatTimeTests : IDisposable
{
    private const string Parcel =
        """
        { "flow": "parcel", "title": "Parcel", "fallback": { "goto": "file" }, "data": { "number": "text", "state": { "type": "text", "optional": true } }, "signals": { "arrived": "text" },
          "actions": { "find": { "with": { "number": "text" }, "returns": { "state": "text" }, "errors": ["unknown"] } },
          "tickets": { "lost": { "queue": "parcels", "respond_within": "PT4H", "subject": "Lost parcel {{ number ?? 'unknown' }}", "body": "{{ state ?? 'not found' }}" } },
          "stages": [ { "id": "look", "steps": [
            { "id": "which", "type": "ask", "text": "Which number?", "answer": "text", "save": "number",
              "silence": { "remind_after": "PT5M", "texts": ["Are you still there?"], "give_up_after": "PT1H" } },
            { "id": "find", "type": "call", "action": "find", "with": { "number": "number" }, "save": { "state": "state" }, "text": "One moment.", "retries": { "times": 1, "after": "PT1M" }, "on_error": "hand" },
            { "id": "rest", "type": "wait", "text": "It is {{ state }}. I tell you when it is there.", "signal": { "name": "arrived" }, "timeout": { "after": "P1D", "goto": "file" } },
            { "id": "there", "type": "say", "text": "It has arrived." },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye." },
            { "id": "hand", "type": "handoff", "queue": "people", "text": "A colleague looks for it.", "situation": "{{ number }}", "on_return": "bye" },
            { "id": "file", "type": "ticket", "ticket": "lost", "text": "We look for it: {{ ticket.reference }}." },
            { "id": "over", "type": "end", "outcome": "escalated" }
          ] } ] }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AReminder_ComesWhileTheCustomerTypes_AndWhatIsTypedStays()
    {
        using var terminal = new VirtualTerminal(80);

        TerminalChatEnd end = await Talk(terminal, Found, "A", "⏳6", "7⏎", "^C");

        end.ShouldBe(TerminalChatEnd.Saved);
        Golden.Verify(terminal.Text.Replace(_folder.Path, "~", StringComparison.Ordinal), GoldenFile.Beside("TerminalChatTimeTests.Reminder"));
    }

    [Fact]
    public async Task AfterLongSilence_TheConversationEnds_WithItsTicket()
    {
        using var terminal = new VirtualTerminal(80);

        (await Talk(terminal, Found, "⏳6", "⏳60")).ShouldBe(TerminalChatEnd.Over);

        Golden.Verify(terminal.Text, GoldenFile.Beside("TerminalChatTimeTests.Silence"));
    }

    [Fact]
    public async Task ASignal_EndsAWait_AndCommandsOfTheApp_AreListedAndRun()
    {
        using var terminal = new VirtualTerminal(80);

        (await Talk(terminal, Found, "A7⏎", "/help⏎", "/arrive⏎", "/arrive now⏎")).ShouldBe(TerminalChatEnd.Over);

        Golden.Verify(terminal.Text, GoldenFile.Beside("TerminalChatTimeTests.Signal"));
    }

    [Fact]
    public async Task AnActionThatFails_IsTriedAgain_WhileTheCustomerWaits_AndAPersonWrites()
    {
        int calls = 0;
        using var terminal = new VirtualTerminal(80);

        (await Talk(terminal, () => ++calls == 1 ? ActionResult.Failed(ActionErrors.Failed) : ActionResult.Failed("unknown"), "A7⏎", "hello?⏎", "⏳2", "Anybody?⏎", "/write⏎", "/end⏎")).ShouldBe(TerminalChatEnd.Over);

        calls.ShouldBe(2);
        Golden.Verify(terminal.Text, GoldenFile.Beside("TerminalChatTimeTests.Person"));
    }

    [Fact]
    public async Task Resumed_TimersStillFire_AndAnActionThatWasUnderWay_HasFailed()
    {
        using var terminal = new VirtualTerminal(80);
        Flow flow = Chat.Compile(Parcel);
        GuidanceSession session = GuidanceEngine.Start(flow, new StartRequest { SessionId = "s" }, _clock.GetUtcNow()).Session;
        session = GuidanceEngine.Step(flow, session, new AnswerInput("A7"), _clock.GetUtcNow()).Session;
        string file = _folder.At("s.json");
        SessionFile.Write(file, new StoredSession("s", flow.Id, flow.Version, session.Turn, SessionSnapshot.Write(session)), flow.StructureHash, [], _clock.GetUtcNow());

        // The first attempt was under way when the conversation was left; the second one, a minute later, finds it.
        await Open(terminal, Found, "⏳2", "/arrive now⏎").ResumeAsync(file);

        terminal.Text.ShouldContain("It is on its way.");
        terminal.Text.ShouldContain("Bye.");
    }

    private static ActionResult Found() => ActionResult.Done(("state", Value.From("on its way")));

    private Task<TerminalChatEnd> Talk(VirtualTerminal terminal, Func<ActionResult> find, params string[] bursts) => Open(terminal, find, bursts).StartAsync("en");

    private Chat Open(VirtualTerminal terminal, Func<ActionResult> find, params string[] bursts) => new(
        Chat.Compile(Parcel),
        terminal,
        new ScriptedInput(bursts) { Clock = _clock },
        _folder.Path,
        new GuidanceActions().Add("find", (_, _) => ValueTask.FromResult(find())),
        static host =>
        [
            new TerminalCommand("arrive", "/arrive now", "the parcel arrives", async (session, when, cancellationToken) =>
            {
                if (when.Length == 0)
                {
                    return "When does it arrive?";
                }

                await host.SignalAsync(session, "arrived", Value.From(when), cancellationToken: cancellationToken);
                return null;
            }),
            new TerminalCommand("write", "/write", "a colleague writes", async (session, _, cancellationToken) =>
            {
                await host.StepAsync(session, new PersonMessageInput("I am on it.") { By = "jo" }, cancellationToken: cancellationToken);
                return null;
            }),
            new TerminalCommand("end", "/end", "the colleague ends it", async (session, _, cancellationToken) =>
            {
                await host.StepAsync(session, new PersonEndInput(SessionOutcome.Resolved) { By = "jo", Text = "Found it." }, cancellationToken: cancellationToken);
                return null;
            }),
        ]);
}
