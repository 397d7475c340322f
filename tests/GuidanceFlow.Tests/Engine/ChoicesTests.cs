using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Several options chosen at once: as data, in guards, prompts, loops and snapshots.</summary>
public sealed class ChoicesTests
{
    private const string Data = "\"data\": { \"devices\": \"list of text\", \"works\": \"boolean\", \"bad\": { \"type\": \"list of text\", \"default\": [] }, \"desk\": \"text\" },";

    private const string Ask =
        """
        { "id": "which", "type": "ask", "text": "Which devices?", "save": "devices",
          "answer": { "type": "choices", "options": [{ "value": "hub", "label": "The hub" }, { "value": "lamp", "label": "A lamp" }, { "value": "lock", "when": "locale_ok" }] },
          "next": [{ "when": "devices | array.contains 'hub'", "goto": "hub-first" }, { "goto": "@next" }] },
        { "id": "no-hub", "type": "say", "text": "Without a hub.", "next": "summary" },
        { "id": "hub-first", "type": "say", "text": "The hub first." },
        { "id": "summary", "type": "say", "text": "You have {{ labels['which'] | array.join ', ' }} ({{ answers['which'].size }})." },
        { "id": "all", "type": "each", "in": "devices", "as": "device", "where": "device != 'hub'", "collect": { "bad": "works ? null : device" }, "steps": [
          { "id": "test", "type": "ask", "text": "Does the {{ device }} work?", "answer": "yes_no", "save": "works" }
        ] },
        { "id": "grade", "type": "decide", "inputs": ["bad.size"], "outputs": ["desk"],
          "rows": [{ "if": [0], "then": ["nobody"] }, { "if": [1], "then": ["front"] }], "default": { "then": ["experts"] } },
        { "id": "result", "type": "say", "text": "{{ bad | array.join ' ' }}: {{ desk }}" },
        """;

    private static readonly Flow Devices = Flows.Of(Ask.Replace("locale_ok", "session.turn >= 0", StringComparison.Ordinal) + Flows.YesNo("last"), Data);

    [Fact]
    public void Choices_GoIntoAList_AndComposeWithGuardsPromptsLoopsAndTables()
    {
        var talk = new Conversation(Devices);
        talk.Where.Expects!.Type.ShouldBe("choices");
        talk.Where.Expects.Options.Select(option => option.Value).ShouldBe(["hub", "lamp", "lock"]);
        (talk.Where.Expects.Min, talk.Where.Expects.Max).ShouldBe((1, null));

        talk.Say("lock, hub and lamp");
        talk.Session.Data("devices").ShouldBe(Conversation.Texts("hub", "lamp", "lock"));
        talk.Said.ShouldBe(["The hub first.", "You have The hub, A lamp, lock (3).", "Does the lamp work?"]);
        talk.Say("no", "no").Said.ShouldBe(["lamp lock: experts", "last?"]);
    }

    [Fact]
    public void Choices_OfOne_AreAListToo() =>
        new Conversation(Devices).Say("2").Session.Data("devices").ShouldBe(Conversation.Texts("lamp"));

    [Fact]
    public void Back_GivesTheChoicesBeforeBack()
    {
        var talk = new Conversation(Devices);
        byte[] before = talk.Bytes;
        talk.Say("all").Step(new CommandInput(GuidanceFlow.Commands.SessionCommand.Back));
        talk.At.ShouldBe("which");
        talk.Session.Data("devices").ShouldBe(Value.Null);
        talk.Say("lamp").Said[0].ShouldBe("Without a hub.");
        talk.Reread().Bytes.ShouldBe(talk.Bytes);
        before.ShouldNotBe(talk.Bytes);
    }

    [Fact]
    public void Snapshot_HoldsTheChoices_AndRefusesOthers()
    {
        Conversation talk = new Conversation(Devices).Say("hub, lamp");
        Conversation read = talk.Reread();
        read.Bytes.ShouldBe(talk.Bytes);
        read.Say("yes").Session.Answer("which").ShouldBe(Conversation.Texts("hub", "lamp"));
        foreach (string wrong in (string[])["[]", "[\"plug\"]", "\"hub\"", "[1]", "true"])
        {
            string text = System.Text.Encoding.UTF8.GetString(talk.Bytes).Replace("\"which\":[\"hub\",\"lamp\"]", "\"which\":" + wrong, StringComparison.Ordinal);
            SnapshotReadResult refused = SessionSnapshot.Read(Devices, System.Text.Encoding.UTF8.GetBytes(text));
            refused.Success.ShouldBeFalse(wrong);
            refused.Message.ShouldContain("'which' must be a list of 1 or more of 'hub', 'lamp', 'lock'");
        }
    }

    [Fact]
    public void Known_AreTakenInTheOrderOfTheOptions_OrRefused()
    {
        Conversation talk = Knowing(Conversation.Texts("lamp", "hub"));
        talk.Session.Answer("which").ShouldBe(Conversation.Texts("hub", "lamp"));
        talk.At.ShouldBe("test");
        Knowing(Conversation.Texts("plug")).Turn.Error!.ToString().ShouldContain("'which', which wants a list of 1 or more of 'hub', 'lamp', 'lock'");
        Knowing(Conversation.Text("hub")).Turn.Reason.ShouldBe(TurnReason.InvalidStart);
        Knowing(Conversation.Texts()).Turn.Reason.ShouldBe(TurnReason.InvalidStart);

        static Conversation Knowing(Value value) => new(Devices, new StartRequest { SessionId = "s1", Known = Conversation.Named(("devices", value)) });
    }

    [Fact]
    public void FewerOffersThanMustBeChosen_FallBack()
    {
        Flow flow = Flows.Of(
            """
            { "id": "q", "type": "ask", "text": "?", "answer": { "type": "choices", "min": 2, "options": ["a", { "value": "b", "when": "many" }, { "value": "c", "when": "many" }] } }
            """,
            "\"inputs\": { \"many\": \"boolean\" },");
        new Conversation(flow, ("many", Value.From(true))).At.ShouldBe("q");
        new Conversation(flow, ("many", Value.From(false))).Ticket.Subject.ShouldBe("no_options");
    }

    [Fact]
    public void Check_SeesTheList_AndItsMessageToo()
    {
        Flow flow = Flows.Of(
            """
            { "id": "q", "type": "ask", "text": "?", "answer": { "type": "choices", "options": ["a", "b", "c"], "check": "!((answer | array.contains 'a') && (answer | array.contains 'b'))",
              "message": "{{ answer | array.join ' and ' }} do not go together." } }
            """);
        var talk = new Conversation(flow);
        talk.Say("a, b").Said.ShouldBe(["a and b do not go together."]);
        talk.Turn.Reason.ShouldBe(TurnReason.Check);
        talk.Say("a, c").Turn.Result.ShouldBe(TurnResult.Accepted);
    }

    [Fact]
    public void Journal_KeepsWhatWasSaidAndWhatWasUnderstood()
    {
        Turn turn = new Conversation(Devices).Say("the hub and a lamp").Turn;
        turn.Answer.ShouldBe(new ResolvedAnswer("the hub and a lamp", Conversation.Texts("hub", "lamp"), "listed"));
        JournalEntry entry = TurnRecord.Of(turn.Session, turn, new AnswerInput("the hub and a lamp"), null, Conversation.Noon);
        (entry.Raw, entry.Value, entry.By).ShouldBe(("the hub and a lamp", Conversation.Texts("hub", "lamp"), "listed"));
    }

    [Theory]
    [InlineData("\"q\": \"text\"", "The datum 'q' is text, but the answer is list of text.")]
    [InlineData("\"q\": \"list of number\"", "The datum 'q' is list of number, but the answer is list of text.")]
    [InlineData("\"q\": { \"type\": \"list\", \"of\": { \"type\": \"choice\", \"values\": [\"a\"] } }", "The datum 'q' does not take 'b'. Its values are 'a'.")]
    public void Datum_OfAnotherType_IsAnError(string datum, string expected) =>
        Flows.ErrorsOf(Flows.TextOf("""{ "id": "q", "type": "ask", "text": "?", "save": "q", "answer": { "type": "choices", "options": ["a", "b"] } }""", $"\"data\": {{ {datum} }},"))
            .ShouldHaveSingleItem().ShouldContain(expected);

    [Fact]
    public void Datum_OfAListOfItsValues_IsTaken() =>
        Flows.ErrorsOf(Flows.TextOf(
            """{ "id": "q", "type": "ask", "text": "?", "save": "q", "answer": { "type": "choices", "options": ["a", "b"] } }""",
            """ "data": { "q": { "type": "list", "of": { "type": "choice", "values": ["a", "b", "c"] } } }, """)).ShouldBeEmpty();

    [Fact]
    public void Options_ThatShareAWord_AreAnError() =>
        Flows.ErrorsOf(Flows.TextOf("""{ "id": "q", "type": "ask", "text": "?", "answer": { "type": "choices", "options": ["a", { "value": "b", "synonyms": ["A"] }] } }"""))
            .ShouldHaveSingleItem().ShouldContain("would choose both 'a' and 'b'");
}
