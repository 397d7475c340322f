using System.Text;
using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Replay;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Testing;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>semantics.md, "Secrets": a secret is in no export, whoever repeats it and wherever it is handed on.</summary>
public sealed class RecordedSecretsTests
{
    private const string Pin = "4711 0815";

    private readonly ManualTimeProvider _clock = new();
    private readonly InMemorySessionStore _store = new();
    private readonly InMemoryTicketSink _tickets = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Flow Compile(string text) => FlowCompiler.Compile(FlowSource.FromText("f.json", text)).GetOrThrow();

    private GuidanceHost Host(Flow[] flows, GuidanceActions? actions = null) => new(new FlowCatalog(flows), _store, new GuidanceHostOptions { Tickets = _tickets, Time = _clock, Actions = actions ?? new() });

    private async Task<string> ExportAsync(string session) => string.Join('\n', (await _store.ReadJournalAsync(session, Token)).Select(entry => Encoding.UTF8.GetString(JournalJson.WriteForStore(entry.Masked()))));

    /// <summary>What the journal of the store gives again is the session of the store, secrets and all.</summary>
    private async Task ShouldReplayAsync(string session, params Flow[] flows)
    {
        ReplayResult replayed = SessionReplay.Run(new FlowCatalog(flows), await _store.ReadJournalAsync(session, Token));
        replayed.Problem.ShouldBeNull();
        SessionSnapshot.Write(replayed.Session!).ShouldBe((await _store.LoadAsync(session, Token))!.Snapshot.ToArray());
    }

    [Fact]
    public async Task ActionThatRepeatsASecret_InAnErrorOrAResult_IsExportedWithoutIt()
    {
        Flow flow = Compile("""
            { "flow": "f", "fallback": { "goto": "bye" }, "actions": { "a": { "with": { "pin": "text" }, "returns": { "state": "text", "codes": { "type": "list of text", "default": [] } }, "errors": [ "gone" ] } }, "data": { "pin": { "type": "text", "optional": true }, "state": { "type": "text", "optional": true } },
              "stages": [ { "id": "s", "steps": [
                { "id": "q", "type": "ask", "text": "PIN?", "answer": "text", "sensitive": true, "save": "pin" },
                { "id": "c", "type": "call", "action": "a", "with": { "pin": "pin ?? ''" }, "save": { "state": "state" }, "on_error": "d" },
                { "id": "d", "type": "call", "action": "a", "with": { "pin": "pin ?? ''" }, "save": { "state": "state" }, "on_error": "x" },
                { "id": "x", "type": "ask", "text": "{{ error.message }} {{ state ?? '' }}", "answer": "yes_no" },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);
        int times = 0;
        GuidanceHost host = Host([flow], new GuidanceActions().Add("a", (call, _) =>
        {
            call.Argument("pin").TryGetText(out string? pin);
            return times++ % 2 == 0
                ? throw new ActionException("gone", $"No account with {pin}.")
                : ValueTask.FromResult(ActionResult.Done(("state", Value.From($"{pin} is fine")), ("codes", Value.From(ValueList.Create([Value.From("7"), Value.From(pin!)])))));
        }));
        await host.StartAsync("f", new StartRequest { SessionId = "a" }, cancellationToken: Token);
        (await host.AnswerAsync("a", Pin, cancellationToken: Token)).ToPlainText().ShouldBe("No account with •••. ••• is fine");
        (await host.StepAsync("a", new CorrectionInput("q", "4711 0816"), cancellationToken: Token)).Result.ShouldBe(TurnResult.Accepted);
        string export = await ExportAsync("a");
        export.ShouldNotContain("4711");
        export.ShouldContain("\"raw\":\"•••\"");
        export.ShouldContain("\"state\":\"•••\"");
        export.ShouldContain("\"codes\":\"•••\"");
        await ShouldReplayAsync("a", flow);
    }

    [Fact]
    public async Task ActionThatRepeatsNoSecret_IsExportedWhole()
    {
        Flow flow = Compile("""
            { "flow": "f", "fallback": { "goto": "bye" }, "actions": { "a": { "returns": { "state": "text" } } }, "data": { "state": { "type": "text", "optional": true } },
              "stages": [ { "id": "s", "steps": [
                { "id": "q", "type": "ask", "text": "PIN?", "answer": "text", "sensitive": true },
                { "id": "c", "type": "call", "action": "a", "save": { "state": "state" } },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);
        GuidanceHost host = Host([flow], new GuidanceActions().Add("a", (_, _) => ValueTask.FromResult(ActionResult.Done(("state", Value.From("fine"))))));
        await host.StartAsync("f", new StartRequest { SessionId = "a" }, cancellationToken: Token);
        await host.AnswerAsync("a", Pin, cancellationToken: Token);
        JournalEntry entry = (await _store.ReadJournalAsync("a", Token))[^1];
        entry.Masked().ShouldBeSameAs(entry);
    }

    [Theory]
    [InlineData("my PIN is 4711 0815, is that right?", true)]
    [InlineData("I do not know", false)]
    public async Task CustomerWhoRepeatsASecret_AtAnotherQuestion_IsExportedWithoutIt(string answer, bool hides)
    {
        Flow flow = Compile("""
            { "flow": "f", "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [
                { "id": "q", "type": "ask", "text": "PIN?", "answer": "text", "sensitive": true },
                { "id": "why", "type": "ask", "text": "Why?", "answer": "text" },
                { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);
        GuidanceHost host = Host([flow]);
        await host.StartAsync("f", new StartRequest { SessionId = "a" }, cancellationToken: Token);
        await host.AnswerAsync("a", Pin, cancellationToken: Token);
        await host.AnswerAsync("a", answer, cancellationToken: Token);
        JournalEntry entry = (await _store.ReadJournalAsync("a", Token))[^1].Masked();
        (entry.Raw, entry.Value).ShouldBe(hides ? ("•••", Value.From("•••")) : (answer, Value.From(answer)));
    }

    [Fact]
    public void PersonAndSignalThatRepeatASecret_AreExportedWithoutIt()
    {
        Flow flow = Flows.Of(
            """
            { "id": "q", "type": "ask", "text": "PIN?", "answer": "text", "sensitive": true },
            { "id": "w", "type": "wait", "text": "Wait.", "signal": { "name": "note", "save": "note" }, "timeout": { "after": "PT1H", "goto": "bye" } },
            { "id": "h", "type": "handoff", "queue": "desk", "text": "A colleague comes.", "situation": "x", "on_return": "bye" }
            """,
            """ "signals": { "note": { "type": "text" } }, "data": { "note": { "type": "text", "default": "" } }, """);
        var talk = new Conversation(flow).Say(Pin);
        Masked(talk, new SignalInput("note", Value.From($"PIN {Pin}"))).Value.ShouldBe(Value.From("•••"));
        JournalEntry wrote = Masked(talk, new PersonMessageInput($"Is it {Pin}?"));
        (wrote.Raw, wrote.Said[0]).ShouldBe(("•••", "Is it •••?"));
        Masked(talk, new PersonMessageInput("Hello.")).Raw.ShouldBe("Hello.");
        JournalEntry back = Masked(talk, new PersonReturnInput { Data = [KeyValuePair.Create("note", Value.From($"was {Pin}"))] });
        back.Facts.ShouldHaveSingleItem().Value.ShouldBe(Value.From("•••"));
    }

    private static JournalEntry Masked(Conversation talk, SessionInput input)
    {
        GuidanceSession before = talk.Session;
        return JournalEntry.Of(before, talk.Step(input).Turn, input, Conversation.Noon).Masked();
    }

    private static readonly Flow Login = Compile("""
        { "flow": "f", "fallback": { "goto": "bye" }, "data": { "pin": { "type": "text", "optional": true } },
          "stages": [ { "id": "s", "steps": [
            { "id": "q", "type": "ask", "text": "PIN?", "answer": "text", "sensitive": true, "save": "pin" },
            { "id": "bye", "type": "end", "outcome": "resolved", "follow_up": { "flow": "care", "after": "P1D", "with": { "what": "pin ?? 'x'", "kind": "'login'" } } } ] } ] }
        """);

    private static readonly Flow Care = Compile("""
        { "flow": "care", "fallback": { "goto": "file" }, "inputs": { "what": "text", "kind": "text" }, "tickets": { "shown": { "queue": "q", "subject": "{{ kind }}", "body": "{{ what }}" }, "other": { "queue": "q", "subject": "{{ kind }}", "body": "They said: {{ answers['holds'] ?? '' }}" } },
          "stages": [ { "id": "s", "steps": [
            { "id": "holds", "type": "ask", "text": "Is {{ what }} of your {{ kind }} ok?", "answer": "text" },
            { "id": "file", "type": "ticket", "ticket": "shown" },
            { "id": "again", "type": "ticket", "ticket": "other" },
            { "id": "bye", "type": "end", "outcome": "resolved", "follow_up": { "flow": "care", "after": "P1D", "with": { "what": "what", "kind": "kind" } } } ] } ] }
        """);

    [Fact]
    public async Task SecretThatIsHandedOnToAFollowUp_IsOneThere_AndInTheNext()
    {
        GuidanceHost host = Host([Login, Care]);
        await host.StartAsync("f", new StartRequest { SessionId = "s", CustomerKey = "c" }, cancellationToken: Token);
        await host.AnswerAsync("s", Pin, cancellationToken: Token);
        _clock.Advance(TimeSpan.FromDays(1));
        await host.FireDueTimersAsync(Token);
        (await host.WhereAsync("s:2:0", Token))!.Question!.Text.ShouldBe("Is ••• of your login ok?");
        await host.AnswerAsync("s:2:0", $"No, {Pin} is not.", cancellationToken: Token);
        _tickets.Tickets.Select(ticket => (ticket.Subject, ticket.Body)).ShouldBe([("login", Pin), ("login", "They said: No, ••• is not.")], "the one that names it shows it");
        string export = await ExportAsync("s:2:0");
        export.ShouldNotContain("4711");
        export.ShouldContain("\"inputs\":{\"kind\":\"login\",\"what\":\"•••\"}");
        _clock.Advance(TimeSpan.FromDays(1));
        await host.FireDueTimersAsync(Token);
        string next = (await _store.ReadJournalAsync("s:2:0", Token)).Count == 2 ? "s:2:0:2:2" : "?";
        (await ExportAsync(next)).ShouldContain("Is ••• of your login ok?");
        foreach (string session in (string[])["s", "s:2:0", next])
        {
            await ShouldReplayAsync(session, Login, Care);
        }
    }

    [Fact]
    public void InputThatIsSaidToBeASecret_MustBeOne()
    {
        var request = new StartRequest { SessionId = "s", Inputs = new Dictionary<string, Value> { ["what"] = Value.From(Pin), ["kind"] = Value.From("x") }, Sensitive = ["what", "holds"] };
        Turn turn = GuidanceEngine.Start(Care, request, Conversation.Noon);
        (turn.Result, turn.Error!.ToString()).ShouldBe((TurnResult.Refused, "'holds' is said to be a secret, and is no input of the flow. Name inputs alone."));
    }
}
