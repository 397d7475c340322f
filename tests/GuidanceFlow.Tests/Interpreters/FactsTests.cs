using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Interpreters;

/// <summary>Several facts that an interpreter reads in one answer.</summary>
public sealed class FactsTests
{
    private static readonly Flow Order = Flows.Of(
        """
        { "id": "kind", "type": "ask", "text": "Kind?", "answer": { "type": "choice", "options": ["laptop", "phone"] }, "save": "kind" },
        { "id": "size", "type": "ask", "text": "Size?", "answer": { "type": "number", "integer": true, "min": 1, "max": 20 }, "save": "size" },
        { "id": "colour", "type": "ask", "text": "Colour?", "answer": { "type": "choice", "options": ["red", "blue"] }, "save": "colour", "confirm": "{{ answer }}, is that right?", "when_known": "confirm" },
        { "id": "pin", "type": "ask", "text": "PIN?", "answer": "text", "sensitive": true, "save": "pin" },
        { "id": "rooms", "type": "each", "in": "['a']", "as": "room", "steps": [ { "id": "room", "type": "ask", "text": "Room?", "answer": "text", "save": "place" } ] }
        """,
        """ "data": { "kind": "text", "size": "integer", "colour": "text", "pin": "text", "place": "text" }, """);

    [Fact]
    public void Facts_AnswerLaterQuestions_ByIdOrByDatum_AsTheStepSays()
    {
        Conversation talk = Say(new Conversation(Order), "a red 14 inch laptop", "laptop", ("size", Value.From(14)), ("colour", Value.From("red")));

        talk.Said.ShouldBe(["red, is that right?"]);
        talk.Session.Data("size").ShouldBe(Value.From(14));
        talk.Say("yes").Said.ShouldBe(["PIN?"]);
        talk.Reread().Say("back", "back").At.ShouldBe("kind");
        talk.Session.State.Known.ShouldBeEmpty();
    }

    [Fact]
    public void Facts_ThatDoNotFit_OrBelongToNothing_OrToALoop_AreLeftAlone()
    {
        Conversation talk = Say(new Conversation(Order), "…", "laptop", ("size", Value.From(99)), ("nothing", Value.True), ("place", Value.From("attic")), ("kind", Value.From("phone")), ("colour", Value.From("mauve")));

        talk.Said.ShouldBe(["Size?"]);
        talk.Session.Data("kind").ShouldBe(Value.From("laptop"));
        talk.Session.State.Known.ShouldBeEmpty();
    }

    [Fact]
    public void Facts_AreTakenBack_WithTheAnswerTheyCameWith()
    {
        Conversation talk = Say(new Conversation(Order), "…", "laptop", ("colour", Value.From("blue")));
        talk.Session.State.Known.Length.ShouldBe(1);

        talk = talk.Reread().Step(new CommandInput(SessionCommand.Back));
        talk.At.ShouldBe("kind");
        talk.Session.State.Known.ShouldBeEmpty();
        talk.Say("laptop", "14").Said.ShouldBe(["Colour?"]);
    }

    [Fact]
    public void Facts_StandInTheJournal_WithSecretsHidden()
    {
        var input = new AnswerInput("…") { Interpretation = new AnswerInterpretation(Value.From("laptop"), "model") { Facts = [KeyValuePair.Create("pin", Value.From("1234")), KeyValuePair.Create("size", Value.From(3))] } };
        GuidanceSession before = new Conversation(Order).Session;
        JournalEntry entry = JournalEntry.Of(before, GuidanceEngine.Step(Order, before, input, Conversation.Noon), input, Conversation.Noon);

        entry.Facts.Count.ShouldBe(2);
        entry.Sensitive.ShouldBe(["pin"]);
        entry.Masked().Facts.ShouldBe([KeyValuePair.Create("pin", Value.From("•••")), KeyValuePair.Create("size", Value.From(3))]);
        JournalJson.Read(JournalJson.WriteForStore(entry)).ShouldBe(entry);
        System.Text.Encoding.UTF8.GetString(JournalJson.Export([entry])).ShouldNotContain("1234");
    }

    private static Conversation Say(Conversation talk, string text, string value, params (string Name, Value Value)[] facts) => talk.Step(new AnswerInput(text)
    {
        Interpretation = new AnswerInterpretation(Value.From(value), "model") { Facts = facts.Select(fact => KeyValuePair.Create(fact.Name, fact.Value)).ToEquatableArray() },
    });
}
