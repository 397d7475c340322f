using System.Text;
using GuidanceFlow.Commands;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Options made from a list in data.</summary>
public sealed class ListedOptionsTests
{
    private const string Head =
        """
        "inputs": { "stock": { "type": "list", "of": { "type": "object", "fields": { "sku": "text", "name": "text", "price": "number" } } } },
        "data": { "budget": { "type": "number", "default": 1000 }, "bought": "text", "several": "list of text", "works": "boolean" },
        """;

    private const string Options = """ "options": { "from": "stock", "where": "item.price <= budget", "value": "item.sku", "label": "{{ item.name }} ({{ item.price }})" } """;

    private static readonly Flow One = Flows.Of(
        """{ "id": "q", "type": "ask", "text": "Which of {{ stock.size }}?", "save": "bought", "answer": { "type": "choice", """ + Options + """
         } },
        { "id": "spent", "type": "set", "values": { "budget": 0 } },
        { "id": "said", "type": "say", "text": "{{ bought }}: {{ labels['q'] }}" },
        """ + Flows.YesNo("last"),
        Head);

    private static readonly Flow Several = Flows.Of(
        $$"""
        { "id": "q", "type": "ask", "text": "Which?", "answer": { "type": "choices", "min": 2, {{Options}} }, "save": "several" },
        """ + """
        { "id": "said", "type": "say", "text": "{{ several | array.join ' ' }}: {{ labels['q'] | array.join ', ' }}" },
        { "id": "all", "type": "each", "in": "several", "as": "one", "steps": [{ "id": "test", "type": "ask", "text": "{{ one }}?", "answer": "yes_no" }] },
        """ + Flows.YesNo("last"),
        Head);

    private static Value Item(string sku, string name, double price) => Conversation.Object(("sku", Conversation.Text(sku)), ("name", Conversation.Text(name)), ("price", Value.From(price)));

    private static readonly Value Stock = Conversation.List(Item("a1", "Air", 900), Item("b2", "Big", 1500), Item("c3", "Cat", 500), Item("a1", "Air again", 100));

    [Fact]
    public void Options_AreTheItemsThatMayBe_OneAValue()
    {
        var talk = new Conversation(One, ("stock", Stock));
        talk.Where.Expects!.Options.ShouldBe([new ExpectedOption("a1", "Air (900)"), new ExpectedOption("c3", "Cat (500)")]);
        talk.Said.ShouldBe(["Which of 4?"]);
        talk.Say("b2").Turn.Result.ShouldBe(TurnResult.NoMatch);
        talk.Say("Cat (500)").Session.Data("bought").ShouldBe(Conversation.Text("c3"));
    }

    [Theory]
    [InlineData("2", "c3")]
    [InlineData("C3", "c3")]
    [InlineData("air (900)", "a1")]
    [InlineData("I take the c3", "c3")]
    public void Choice_IsMadeByValueLabelOrNumber(string answer, string value) =>
        new Conversation(One, ("stock", Stock)).Say(answer).Session.Answer("q").ShouldBe(Conversation.Text(value));

    [Fact]
    public void Label_IsThatOfWhatWasChosen_ThoughTheListIsAnotherNow() =>
        new Conversation(One, ("stock", Stock)).Say("1").Said[0].ShouldBe("a1: Air (900)");

    [Fact]
    public void Choices_TakeSeveral_AndCanBeLoopedOver()
    {
        Conversation talk = new Conversation(Several, ("stock", Stock)).Say("all");
        talk.Said.ShouldBe(["a1 c3: Air (900), Cat (500)", "a1?"]);
        talk.Say("yes").Said.ShouldBe(["c3?"]);
        talk.Reread().Bytes.ShouldBe(talk.Bytes);
    }

    [Fact]
    public void NothingToOffer_OrTooFew_FallsBackWithTheReason()
    {
        new Conversation(One, ("stock", Conversation.List())).Ticket.Subject.ShouldBe("no_options");
        new Conversation(One, ("stock", Conversation.List(Item("b2", "Big", 1500)))).Ticket.Fallback!.Reason.ShouldBe(FallbackReason.NoOptions);
        new Conversation(Several, ("stock", Conversation.List(Item("a1", "Air", 900)))).Ticket.Subject.ShouldBe("no_options");
    }

    [Fact]
    public void ItemWithoutAValue_IsNotOffered() =>
        new Conversation(One, ("stock", Conversation.List(Item("", "x", 1), Item("a1", "Air", 900)))).Where.Expects!.Options.ShouldHaveSingleItem().Value.ShouldBe("a1");

    [Fact]
    public void ValueThatIsNoText_FailsTheTurn_AndSaysSo()
    {
        Flow flow = Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": { "from": "['a', 5]", "value": "[item][0]" } } }""");
        Turn turn = new Conversation(flow).Turn;
        turn.Error!.ToString().ShouldContain("The option's value '[item][0]' is 5, not a text.");
        turn.Effects.ShouldHaveSingleItem();
    }

    [Fact]
    public void Snapshot_HoldsTheOptionsAsTheyWereAsked()
    {
        var talk = new Conversation(One, ("stock", Stock));
        Conversation read = talk.Reread();
        read.Bytes.ShouldBe(talk.Bytes);
        read.Where.Expects!.ShouldBe(talk.Where.Expects);
        read.Say("2").Bytes.ShouldBe(talk.Fork().Say("2").Bytes);
        Encoding.UTF8.GetString(talk.Bytes).ShouldContain("\"offered\":[{");
        Encoding.UTF8.GetString(read.Bytes).ShouldContain("\"chosen\":{\"q\":[{\"sku\":\"c3\"");
        read.Reread().Bytes.ShouldBe(read.Bytes);
    }

    [Fact]
    public void WhatIsOffered_StaysOffered_ThoughTheTimeDecidedAboutIt()
    {
        Flow flow = Flows.Of(
            """
            { "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": { "from": "slots", "where": "item > (date.now | date.to_string '%H')", "value": "item" } }, "save": "slot" }
            """,
            "\"data\": { \"slots\": { \"type\": \"list of text\", \"default\": [\"11\", \"13\", \"15\"] }, \"slot\": \"text\" },");
        var talk = new Conversation(flow) { Now = Conversation.Noon.AddHours(2) };
        talk.Where.Expects!.Options.Select(option => option.Value).ShouldBe(["13", "15"]);
        talk.Say("1").Session.Data("slot").ShouldBe(Conversation.Text("13"));
    }

    [Theory]
    [InlineData("\"offered\":[", "\"offered\":[1,", "The snapshot's item 0 of the options of 'q' must be an object with the fields sku (text), name (text), price (number), but is 1.")]
    [InlineData("\"offered\":[", "\"offered\":[],\"known\":{},\"x\":[", "A snapshot has no member 'x'.")]
    [InlineData("\"offered\":", "\"chosen\":{\"last\":[]},\"offered\":", "The snapshot's member 'chosen' must have a list of items for 'last', whose options must be made from a list.")]
    public void Snapshot_WithOtherItems_IsRefused(string part, string other, string expected)
    {
        string text = Encoding.UTF8.GetString(new Conversation(One, ("stock", Stock)).Bytes).Replace(part, other, StringComparison.Ordinal);
        SessionSnapshot.Read(One, Encoding.UTF8.GetBytes(text)).Message.ShouldStartWith(expected);
    }

    [Fact]
    public void Back_OffersWhatWasOffered_AndForgetsWhatWasChosen()
    {
        var talk = new Conversation(One, ("stock", Stock));
        Conversation back = talk.Fork().Say("1").Reread().Step(new CommandInput(SessionCommand.Back));
        back.At.ShouldBe("q");
        back.Where.Expects!.Options.ShouldBe(talk.Where.Expects!.Options);
        Encoding.UTF8.GetString(back.Bytes).ShouldNotContain("chosen");
        back.Say("2").Said[0].ShouldBe("c3: Cat (500)");
    }

    [Fact]
    public void InALoop_EveryItemHasItsOwnOptions_AndBackItsLabels()
    {
        Flow flow = Flows.Of(
            """
            { "id": "all", "type": "each", "in": "rooms", "as": "room", "steps": [
              { "id": "q", "type": "ask", "text": "{{ labels['q'] ?? '-' }}", "answer": { "type": "choice", "options": { "from": "room.lamps", "as": "lamp", "value": "lamp.id", "label": "{{ room.name }} {{ lamp.id }}" } } }
            ] },
            """ + Flows.YesNo("last"),
            """
            "inputs": { "rooms": { "type": "list", "of": { "type": "object", "fields": { "name": "text", "lamps": { "type": "list", "of": { "type": "object", "fields": { "id": "text" } } } } } } },
            """);
        Value rooms = Conversation.List([.. ((string[])["A", "B", "C"]).Select(room => Conversation.Object(("name", Conversation.Text(room)), ("lamps", Conversation.List([.. ((string[])["1", "2"]).Select(lamp => Conversation.Object(("id", Conversation.Text(room + lamp))))])))) ]);
        var talk = new Conversation(flow, ("rooms", rooms));
        talk.Say("a1").Said.ShouldBe(["B A1"]);
        talk.Where.Expects!.Options.Select(option => option.Value).ShouldBe(["B1", "B2"]);
        byte[] atB = talk.Bytes;
        talk.Say("b2").Reread().Step(new CommandInput(SessionCommand.Back)).Where.Expects!.Options.Select(option => option.Label).ShouldBe(["B B1", "B B2"]);
        Encoding.UTF8.GetString(atB).ShouldContain("\"chosen\":{\"q\":[{\"id\":\"A1\"}]}");
        Encoding.UTF8.GetString(talk.Step(new CommandInput(SessionCommand.Back)).Bytes).ShouldContain("\"chosen\":{\"q\":[{\"id\":\"A1\"}]}");
    }

    [Fact]
    public void Known_IsTaken_WhereItIsOffered()
    {
        Known("c3").Session.Answer("q").ShouldBe(Conversation.Text("c3"));
        Known("c3").Said[0].ShouldBe("c3: Cat (500)");
        Known("b2").At.ShouldBe("q");

        static Conversation Known(string value) => new(One, new StartRequest { SessionId = "s1", Inputs = Conversation.Named(("stock", Stock)), Known = Conversation.Named(("q", Conversation.Text(value))) });
    }

    [Fact]
    public void Labels_AreInTheLanguageOfTheSession_AlsoAfterASwitch()
    {
        FlowSource source = FlowSource.FromText("flow.json", """
            { "flow": "f", "locales": ["en", "zh-CN"], "data": { "list": { "type": "list of text", "default": ["x", "y"] } }, "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [
              { "id": "q", "type": "ask", "text": "Which?", "answer": { "type": "choice", "options": { "from": "list", "value": "item", "label": "Lamp {{ item }}" } } },
              { "id": "bye", "type": "end", "outcome": "resolved", "text": "{{ labels['q'] ?? '' }}" } ] } ] }
            """);
        source = source.WithTranslation(TranslationSource.FromText("flow.zh-CN.json", """
            { "flow": "f", "locale": "zh-CN", "steps": { "q": { "text": { "source": "Which?", "of": "6700dc35", "text": "哪个？" }, "answer.options.label": { "source": "Lamp {{ item }}", "of": "d3ac4a36", "text": "灯 {{ item }}" } },
              "bye": { "text": { "source": "{{ labels['q'] ?? '' }}", "of": "d1bb08a6", "text": "{{ labels['q'] ?? '' }}" } } } }
            """));
        CompilationResult compiled = FlowCompiler.Compile(source);
        string.Join("\n", compiled.Diagnostics).ShouldBe(string.Empty);
        Conversation talk = new Conversation(compiled.Flow!).Step(new LocaleInput("zh-CN"));
        talk.Where.Expects!.Options.Select(option => option.Label).ShouldBe(["灯 x", "灯 y"]);
        talk.Say("灯 y").Said.ShouldBe(["灯 y"]);
    }

    [Theory]
    [InlineData("\"from\": \"budget\", \"value\": \"item\"", "list")]
    [InlineData("\"from\": \"stock\", \"value\": \"item.skuu\"", "skuu")]
    [InlineData("\"from\": \"stock\", \"value\": \"item.price\"", "text")]
    [InlineData("\"from\": \"stock\", \"value\": \"item.sku\", \"where\": \"item.name\"", "true or false")]
    [InlineData("\"from\": \"stock\", \"value\": \"item.sku\", \"label\": \"{{ item.nam }}\"", "nam")]
    [InlineData("\"from\": \"stocks\", \"value\": \"item.sku\"", "stocks")]
    [InlineData("\"from\": \"stock\", \"as\": \"budget\", \"value\": \"budget.sku\"", "'budget' is a name of the flow already. Call the item something else with 'as'.")]
    [InlineData("\"from\": \"stock | array.filter @(do; ret true; end)\", \"value\": \"null\"", "null")]
    public void Options_ThatDoNotFit_AreErrors(string options, string expected) =>
        Flows.ErrorsOf(Flows.TextOf($$"""{ "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": { {{options}} } } }""", Head)).ShouldContain(error => error.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void Datum_OfAChoice_CannotTakeAnyText() =>
        Flows.ErrorsOf(Flows.TextOf(
            """{ "id": "q", "type": "ask", "text": "?", "save": "size", "answer": { "type": "choice", "options": { "from": "['a']", "value": "item" } } }""",
            """ "data": { "size": { "type": "choice", "values": ["a", "b"] } }, """)).ShouldHaveSingleItem().ShouldContain("The datum 'size' takes one of 'a', 'b', but the answer may be any text.");

    [Fact]
    public void Next_IsTaken_AndFallbackIsAWayOutWithoutHavingAsked()
    {
        string[] errors = Flows.ErrorsOf(Flows.TextOf(
            """
            { "id": "q", "type": "ask", "text": "?", "save": "x", "answer": { "type": "choice", "options": { "from": "['a']", "value": "item" } }, "next": [{ "when": "x == 'a'", "goto": "said" }, { "goto": "other" }] },
            { "id": "said", "type": "say", "text": "{{ x }}", "next": "bye" },
            { "id": "other", "type": "say", "text": "Other." }
            """,
            """ "data": { "x": "text" }, """));
        errors.ShouldBeEmpty();
    }
}
