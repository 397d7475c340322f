using System.Text;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing;
using GuidanceFlow.Testing.Scenarios;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Answers to sensitive questions: the secret is looked for in everything that leaves the engine.</summary>
public sealed class SecretsTests
{
    private const string Secret = "4111-2222";

    private static readonly Flow Bank = Flows.FromText(
        """
        {
          "flow": "bank", "fallback": { "goto": "open" },
          "data": { "card": "text", "copy": { "type": "text", "optional": true }, "pin": { "type": "integer", "optional": true }, "ok": { "type": "boolean", "optional": true } },
          "partials": { "echo": "{{ card ?? '' }}" },
          "tickets": {
            "named": { "queue": "q", "respond_within": "PT1H", "subject": "A card", "body": "Copied: {{ copy ?? '' }}", "evidence": ["card"] },
            "printed": { "queue": "q", "respond_within": "PT1H", "subject": "Card {{ card ?? '' }}", "body": "{{ pin ?? 0 }}" },
            "other": { "queue": "q", "respond_within": "PT1H", "subject": "Copied {{ copy ?? '' }}", "body": "{{ fallback.unrecognised ?? '' }} {{ include 'echo' | string.size > 99 }}", "evidence": ["copy"] }
          },
          "stages": [ { "id": "s", "steps": [
            { "id": "number", "type": "ask", "text": "Card?", "answer": { "type": "text", "pattern": "[\\d-]+", "message": "'{{ answer }}' is none." }, "save": "card", "sensitive": true, "fallback": { "attempts": 2 } },
            { "id": "copy-it", "type": "set", "values": { "copy": "'card ' + card" } },
            { "id": "said", "type": "say", "text": "You said {{ card }}, {{ answers['number'] }}, {{ labels['number'] }}, {{ copy }}, {{ include 'echo' }}, ends {{ card | string.slice 7 }}.",
              "show": [{ "type": "table", "columns": ["{{ card }}"], "rows": [["{{ copy }}"]] }, { "type": "checklist", "title": "{{ card }}", "items": ["{{ card }}"] }] },
            { "id": "ask-pin", "type": "ask", "text": "Pin for {{ card }}?", "answer": { "type": "number", "integer": true, "check": "answer > 9", "message": "{{ answer }} is short." }, "save": "pin", "sensitive": true },
            { "id": "pin-said", "type": "say", "text": "Pin {{ pin }} of 12345." },
            { "id": "ask-ok", "type": "ask", "text": "Is it yours?", "answer": { "type": "choice", "options": [{ "value": "mine", "label": "It is mine" }, { "value": "no", "label": "Not {{ card }}" }] }, "sensitive": true,
              "next": [{ "when": "answer == 'mine'", "goto": "file-named" }, { "goto": "file-other" }] },
            { "id": "file-named", "type": "ticket", "ticket": "named", "text": "{{ labels['ask-ok'] }}" },
            { "id": "file-printed", "type": "ticket", "ticket": "printed" },
            { "id": "file-other", "type": "ticket", "ticket": "other" },
            { "id": "open", "type": "end", "outcome": "escalated", "text": "{{ card ?? '' }} Bye." }
          ] } ]
        }
        """);

    [Fact]
    public void WhatIsSaid_HidesTheAnswer_ByWhateverWayItCame()
    {
        var talk = new Conversation(Bank);
        talk.Where.Expects!.Sensitive.ShouldBeTrue();
        talk.Say(Secret).Said.ShouldBe(["You said •••, •••, •••, card •••, •••, ends 22.", "Pin for •••?"]);
        TurnReply reply = TurnReply.From(talk.Turn, Conversation.Noon);
        Encoding.UTF8.GetString(TurnReplyJson.Write(reply)).ShouldNotContain(Secret);
        talk.Session.Data("card").ShouldBe(Conversation.Text(Secret));
        talk.Where.Question!.Text.ShouldBe("Pin for •••?");
        talk.Say("45").Said.ShouldBe(["Pin ••• of 12345.", "Is it yours?"]);
        talk.Where.Expects!.Options[1].Label.ShouldBe("Not •••");
        talk.Say("1").Said[0].ShouldBe("•••");
        talk.Said[^1].ShouldBe("••• Bye.");
    }

    [Fact]
    public void Messages_ToAnswersThatDoNotFit_HideThemToo()
    {
        var talk = new Conversation(Bank);
        talk.Say("secret words").Said.ShouldBe(["'•••' is none."]);
        talk.Say(Secret, "7").Said.ShouldBe(["••• is short."]);
    }

    [Fact]
    public void Tickets_ShowItOnlyWhereTheirDefinitionNamesIt()
    {
        Ticket[] tickets = new Conversation(Bank).Say(Secret, "4567", "mine").Tickets;
        tickets[0].Evidence[0].Value.ShouldBe(Conversation.Text(Secret));
        tickets[0].Body.ShouldBe("Copied: card " + Secret);
        tickets[1].Subject.ShouldBe("Card " + Secret);
        tickets[1].Body.ShouldBe("4567");
        tickets[2].Subject.ShouldBe("Copied card •••");
        tickets[2].Evidence[0].Value.ShouldBe(Conversation.Text("card •••"));
        Encoding.UTF8.GetString(TicketJson.Write(tickets[2])).ShouldNotContain(Secret);
    }

    [Fact]
    public void UnrecognisedTexts_AreHiddenInTheFallback()
    {
        Conversation talk = new Conversation(Bank).Say("my secret", "my secret");
        talk.Session.Outcome.ShouldBe(SessionOutcome.Escalated);
        Encoding.UTF8.GetString(talk.Bytes).ShouldNotContain("my secret");
        talk.Session.State.Fallback!.Unrecognised.ShouldBe(["•••", "•••"]);
    }

    [Fact]
    public void Errors_DoNotQuoteIt()
    {
        Flow flow = Flows.Of(
            """
            { "id": "q", "type": "ask", "text": "?", "answer": "text", "save": "card", "sensitive": true },
            { "id": "fails", "type": "set", "values": { "size": "card" } }
            """,
            """ "data": { "card": "text", "size": { "type": "choice", "values": ["small", "large"] } }, """);
        var talk = new Conversation(flow);
        GuidanceSession before = talk.Session;
        Turn turn = talk.Say(Secret).Turn;
        turn.Error!.ToString().ShouldContain("•••");
        turn.Error.ToString().ShouldNotContain(Secret);
        TurnRecord.Of(before, turn, new AnswerInput(Secret), null, Conversation.Noon).Error!.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Journal_KeepsItForTheStore_AndHidesItInEveryExport()
    {
        var store = new InMemorySessionStore();
        var logs = new RecordingLogger();
        var host = new GuidanceHost(new FlowCatalog([Bank]), store, new Tickets.FailingSink(99), new ManualTimeProvider(Conversation.Noon), logs);
        var start = new StartRequest { SessionId = "s", Known = Conversation.Named(("pin", Value.From(98765))) };
        var replies = new List<TurnReply> { await host.StartAsync("bank", start, cancellationToken: TestContext.Current.CancellationToken) };
        foreach (string answer in (string[])["wrong secret", Secret, "no"])
        {
            replies.Add(await host.AnswerAsync("s", answer, cancellationToken: TestContext.Current.CancellationToken));
        }

        IReadOnlyList<JournalEntry> journal = await store.ReadJournalAsync("s", TestContext.Current.CancellationToken);
        (journal[2].Raw, journal[2].Value).ShouldBe((Secret, Conversation.Text(Secret)));
        string export = Encoding.UTF8.GetString(JournalJson.Export(journal));
        string[] everything = [export, string.Concat(journal), logs.Text, string.Concat(replies.Select(Transcript.Render)), string.Concat(replies.Select(reply => Encoding.UTF8.GetString(TurnReplyJson.Write(reply))))];
        foreach (string output in everything)
        {
            output.ShouldNotContain(Secret);
            output.ShouldNotContain("wrong secret");
            output.ShouldNotContain("98765");
        }

        export.Split('\n').Length.ShouldBe(5);
        JournalJson.Read(Encoding.UTF8.GetBytes(export.Split('\n')[2])).Raw.ShouldBe("•••");
        JournalEntry read = JournalJson.Read(JournalJson.WriteForStore(journal[2]));
        (read.Raw, read.Value, read.Sensitive).ShouldBe((journal[2].Raw, journal[2].Value, journal[2].Sensitive));
        journal[3].Masked().Raw.ShouldBe("•••");
        logs.Text.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("4711")]
    [InlineData("no, 4711")]
    [InlineData("my pin is 4711 - is there an outage?")]
    public void Journal_HidesAnswersThatAreRestatedOrDenied_AndDigressionsFromSensitiveQuestions(string answer)
    {
        Flow flow = Flows.Of(
            """{ "id": "pin", "type": "ask", "text": "PIN?", "answer": { "type": "number", "integer": true }, "sensitive": true, "confirm": "Sure?" }""",
            """ "interrupts": { "outage": { "phrases": ["outage"], "steps": [{ "id": "none", "type": "say", "text": "There is none." }] } }, """);
        var talk = new Conversation(flow).Say("4712");
        var input = new AnswerInput(answer);
        JournalEntry entry = JournalEntry.Of(talk.Session, talk.Step(input).Turn, input, Conversation.Noon);
        entry.Result.ShouldBe(TurnResult.Accepted);
        entry.Sensitive.ShouldBe(["pin"]);
        Encoding.UTF8.GetString(JournalJson.Export([entry])).ShouldNotContain("4711");
    }

    [Fact]
    public void Transcript_HidesWhatTheCustomerSaid_ToSensitiveQuestionsOnly()
    {
        Turn turn = GuidanceEngine.Start(Bank, new StartRequest { SessionId = "s" }, Conversation.Noon);
        var turns = new List<ConversationTurn> { new(null, TurnReply.From(turn, Conversation.Noon)) };
        foreach (string answer in (string[])[Secret, "4567", "no"])
        {
            turn = GuidanceEngine.Step(Bank, turn.Session, new AnswerInput(answer), Conversation.Noon);
            turns.Add(new ConversationTurn(answer, TurnReply.From(turn, Conversation.Noon)));
        }

        string text = Transcript.Render(turns);
        text.ShouldNotContain(Secret);
        text.ShouldNotContain("4567");
        text.ShouldContain("\n> •••\n");
        Transcript.Render([new(null, new Conversation(Flows.Of(Flows.YesNo("a"))).Reply()), new("yes", new Conversation(Bank).Reply())]).ShouldContain("> yes");
    }

    [Fact]
    public void Snapshot_ThatDoesNotFit_IsRefusedWithoutQuotingIt()
    {
        string text = Encoding.UTF8.GetString(new Conversation(Bank).Say(Secret).Bytes);
        foreach (string wrong in (string[])[text.Replace($"\"number\":\"{Secret}\"", $"\"number\":[\"{Secret}\"]", StringComparison.Ordinal), text.Replace($"\"card\":\"{Secret}\"", "\"card\":411122", StringComparison.Ordinal)])
        {
            SnapshotReadResult read = SessionSnapshot.Read(Bank, Encoding.UTF8.GetBytes(wrong));
            read.Success.ShouldBeFalse();
            read.Message.ShouldNotContain("4111");
        }
    }

    [Fact]
    public void QuestionsThatAreNotSensitive_HideNothing() =>
        new Conversation(Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "answer": "text", "save": "x" }, { "id": "t", "type": "say", "text": "{{ x }}" }""", "\"data\": { \"x\": \"text\" },"))
            .Say(Secret).Said[0].ShouldBe(Secret);

    private sealed class RecordingLogger : Microsoft.Extensions.Logging.ILogger<GuidanceHost>
    {
        private readonly StringBuilder _text = new();

        public string Text => _text.ToString();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel logLevel) => true;

        public void Log<TState>(Microsoft.Extensions.Logging.LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _text.Append(formatter(state, exception)).Append(exception);
    }
}
