using GuidanceFlow.Engine;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Engine;

/// <summary>semantics.md, "Data".</summary>
public sealed class DataTests
{
    private static readonly Flow Coffee = Flows.Of(
        """
        { "id": "size", "type": "ask", "text": "Size?", "answer": { "type": "choice", "options": [ "small", { "value": "large", "when": "big" } ] }, "save": "size" },
        { "id": "milk", "type": "ask", "text": "Milk?", "answer": "yes_no", "save": "milk" },
        { "id": "cups", "type": "ask", "text": "Cups?", "answer": { "type": "number", "integer": true, "min": 1, "max": 9 } },
        { "id": "tell", "type": "say", "text": "{{ cups_text = answers['cups'] }}{{ size }} {{ milk }} {{ cups_text }}" },
        { "id": "again", "type": "ask", "text": "Again?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "size" }, { "goto": "@next" } ] }
        """,
        """ "inputs": { "big": { "type": "boolean", "default": true } }, "data": { "size": "text", "milk": "boolean" }, """);

    [Fact]
    public void Inputs_are_read_only()
    {
        Flows.ErrorsOf(Flows.TextOf("""{ "id": "s", "type": "set", "values": { "n": "1" } }""", """ "inputs": { "n": "integer" }, """)).ShouldHaveSingleItem().ShouldContain("'n' is an input, and inputs are read-only.");
        Flows.ErrorsOf(Flows.TextOf(Flows.YesNo("q", "\"save\": \"n\""), """ "inputs": { "n": "boolean" }, """)).ShouldHaveSingleItem().ShouldContain("read-only");
    }

    [Fact]
    public void A_datum_that_may_not_be_collected_yet_is_a_compile_error_unless_its_absence_is_provided_for()
    {
        string Tell(string text) => Flows.TextOf(Flows.YesNo("q", "\"save\": \"ok\", \"fallback\": { \"goto\": \"tell\" }") + """, { "id": "tell", "type": "say", "text": "TEXT" }""".Replace("TEXT", text, StringComparison.Ordinal), """ "data": { "ok": "boolean" }, """);
        Flows.ErrorsOf(Tell("{{ ok }}")).ShouldHaveSingleItem().ShouldContain("'ok' may not be collected yet when 'tell' is reached, for example on the way 'q' (not understood) → 'tell'.");
        new Conversation(Flows.FromText(Tell("{{ ok ?? 'not known' }}"))).Say("x", "x", "x").Said[0].ShouldBe("not known");
        new Conversation(Flows.FromText(Tell("{{ if ok }}yes{{ end }}."))).Say("x", "x", "x").Said[0].ShouldBe(".");
    }

    [Fact]
    public void Answers_and_labels_are_the_latest_and_null_before()
    {
        Flow flow = Flows.Of(
            """
            { "id": "q", "type": "ask", "text": "{{ answers['q'] ?? 'none' }} {{ labels['q'] ?? 'none' }}", "answer": { "type": "choice", "options": [ { "value": "a", "label": "The first" }, { "value": "b", "label": "The {{ n }}nd" } ] },
              "next": [ { "when": "answer == 'b'", "goto": "q" }, { "goto": "n" } ] },
            { "id": "n", "type": "ask", "text": "{{ labels['q'] }} {{ labels['n'] ?? 'none' }}", "answer": { "type": "number", "integer": true }, "next": [ { "when": "answer == 5", "goto": "n" }, { "goto": "@next" } ] }
            """,
            """ "inputs": { "n": { "type": "integer", "default": 2 } }, """);

        var talk = new Conversation(flow);
        talk.Said.ShouldBe(["none none"]);
        talk.Say("b").Said.ShouldBe(["b The 2nd"]);
        talk.Say("the 2ND!").Said.ShouldBe(["b The 2nd"]);
        talk.Say("1").Said.ShouldBe(["The first none"]);
        talk.Say("5").Said.ShouldBe(["The first 5"]);
        talk.Session.Path.ShouldBe(["q", "n"]);
        talk.Session.Answer("q").ShouldBe(Conversation.Text("a"));
    }

    [Fact]
    public void The_path_has_each_question_once_in_the_order_of_its_latest_answer()
    {
        Flow flow = Flows.Of(Flows.YesNo("one") + ", " + Flows.YesNo("two", "\"next\": [ { \"when\": \"answer\", \"goto\": \"one\" }, { \"goto\": \"@next\" } ]") + """, { "id": "tell", "type": "say", "text": "{{ session.path | array.join ' ' }}" }""");
        var talk = new Conversation(flow).Say("yes", "yes", "yes");
        talk.Session.Path.ShouldBe(["two", "one"]);
        talk.Say("no").Said[0].ShouldBe("one two");
    }

    [Fact]
    public void A_label_made_from_a_loops_item_is_known_inside_the_item()
    {
        Flow flow = Flows.Of(
            """
            { "id": "all", "type": "each", "in": "['x', 'y']", "as": "w", "steps": [
              { "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "a", "label": "A {{ w }}" }, "b" ] } },
              { "id": "tell", "type": "say", "text": "{{ labels['q'] }}" } ] }
            """);

        new Conversation(flow).Say("a x").Said[0].ShouldBe("A x");
    }

    [Fact]
    public void Known_answers_by_step_and_by_datum_are_not_asked_for()
    {
        var talk = new Conversation(Coffee, new StartRequest { SessionId = "s", Known = Conversation.Named(("size", Conversation.Text("large")), ("milk", Value.False), ("cups", Value.From(2.0))) });
        talk.Said.ShouldBe(["large false 2", "Again?"]);
        talk.Session.Path.ShouldBe(["size", "milk", "cups"]);
        talk.Session.Answer("cups").ShouldBe(Value.From(2));
    }

    [Fact]
    public void Known_answers_are_used_once()
    {
        var talk = new Conversation(Coffee, new StartRequest { SessionId = "s", Known = Conversation.Named(("milk", Value.True)) });
        talk.Said.ShouldBe(["Size?"]);
        talk = talk.Reread();
        talk.Say("small").Said.ShouldBe(["Cups?"]);
        talk.Say("2").Said.ShouldBe(["small true 2", "Again?"]);
        talk.Say("yes").Said.ShouldBe(["Size?"]);
        talk.Say("small").Said.ShouldBe(["Milk?"]);
    }

    [Fact]
    public void A_known_answer_whose_option_is_not_offered_is_asked_for_and_used_up()
    {
        var talk = new Conversation(Coffee, new StartRequest { SessionId = "s", Inputs = Conversation.Named(("big", Value.False)), Known = Conversation.Named(("size", Conversation.Text("large"))) });
        talk.Said.ShouldBe(["Size?"]);
        talk.Session.State.Known.ShouldBeEmpty();
    }

    [Fact]
    public void The_step_beats_the_datum_where_both_are_known_whatever_their_order()
    {
        Flow flow = Flows.Of(Flows.YesNo("q", "\"save\": \"ok\"") + ", " + Flows.YesNo("r", "\"save\": \"ok\""), """ "data": { "ok": "boolean" }, """);
        var one = new Conversation(flow, new StartRequest { SessionId = "s", Known = Conversation.Named(("q", Value.True), ("ok", Value.False)) });
        var other = new Conversation(flow, new StartRequest { SessionId = "s", Known = Conversation.Named(("ok", Value.False), ("q", Value.True)) });
        one.Bytes.ShouldBe(other.Bytes);
        one.Session.Answer("q").ShouldBe(Value.True);
        one.Session.Answer("r").ShouldBe(Value.False);
    }

    [Fact]
    public void A_known_text_is_kept_as_a_written_one_is()
    {
        Flow flow = Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "answer": { "type": "text", "max_length": 5 }, "save": "t" }, { "id": "tell", "type": "say", "text": "<{{ t }}>" }""", """ "data": { "t": "text" }, """);
        new Conversation(flow).Say("  a\ud800  ").Said[0].ShouldBe("<a\ufffd>");
        new Conversation(flow, new StartRequest { SessionId = "s", Known = Conversation.Named(("q", Conversation.Text("  a\ud800  "))) }).Said[0].ShouldBe("<a\ufffd>");
    }

    [Fact]
    public void Values_of_data_keep_their_declared_type()
    {
        Flow flow = Flows.Of(
            """
            { "id": "q", "type": "ask", "text": "?", "answer": { "type": "number", "integer": true }, "save": "n" },
            { "id": "s", "type": "set", "values": { "m": "3" } },
            { "id": "tell", "type": "ask", "text": "{{ n }} {{ m }} {{ i }}", "answer": "yes_no" }
            """,
            """ "inputs": { "i": "number" }, "data": { "n": "number", "m": "number", "z": { "type": "number", "default": 0 } }, """);

        var talk = new Conversation(flow, ("i", Value.From(2))).Say("5");
        talk.Session.Data("i").ShouldBe(Value.From(2.0));
        talk.Session.Data("n").ShouldBe(Value.From(5.0));
        talk.Session.Data("m").ShouldBe(Value.From(3.0));
        talk.Session.Data("z").ShouldBe(Value.From(0.0));
        talk.Session.Data("nobody").ShouldBe(Value.Null);
    }

    [Fact]
    public void Half_characters_in_inputs_are_read_as_replaced_so_that_a_snapshot_says_the_same()
    {
        Flow flow = Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "answer": "yes_no" }, { "id": "tell", "type": "say", "text": "{{ who }} {{ rows[0].x }} {{ session.channel }} {{ session.customer }}" }""",
            """ "inputs": { "who": "text", "rows": { "type": "list", "of": { "type": "object", "fields": { "x": "text" } } } }, """);
        var talk = new Conversation(flow, new StartRequest
        {
            SessionId = "s",
            Channel = "c\udc00",
            CustomerKey = "k\ud800",
            Inputs = Conversation.Named(("who", Conversation.Text("\ud800")), ("rows", Conversation.List(Conversation.Object(("x", Conversation.Text("\udfff")))))),
        });

        talk.Reread().Say("yes").Said.ShouldBe(talk.Fork().Say("yes").Said);
        talk.Say("yes").Said[0].ShouldBe("\ufffd \ufffd c\ufffd k\ufffd");
    }

    [Fact]
    public void Defaults_are_part_of_the_structure_whatever_their_shape()
    {
        string Hash(string type, string value) => Flows.Of(Flows.YesNo("q"), $$""" "data": { "d": { {{type}}, "default": {{value}} } }, """).StructureHash;
        const string Texts = "\"type\": \"list\", \"of\": \"text\"";
        Hash(Texts, "[\"a\", \"b\"]").ShouldNotBe(Hash(Texts, "[\"a\", \"c\"]"));

        // One text that looks like two.
        Hash(Texts, "[\"a\", \"b\"]").ShouldNotBe(Hash(Texts, "[\"a\\\", \\\"b\"]"));
        Hash("\"type\": \"number\"", "1").ShouldBe(Hash("\"type\": \"number\"", "1.0"));
    }
}
