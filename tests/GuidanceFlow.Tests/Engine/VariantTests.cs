using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Translations;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Other wordings of a text: semantics.md, "Variants".</summary>
public sealed class VariantTests
{
    private const string Inputs = "\"inputs\": { \"likes\": \"text\" }, ";

    private static readonly Flow Flow = Flows.Of(
        """
        { "id": "hello", "type": "say", "text": "Hello.", "variants": [ { "id": "list", "when": "likes == 'lists'", "text": "1. Hello." }, { "id": "any", "when": "likes != ''", "text": "Hello, {{ likes }}." } ] },
        { "id": "well", "type": "ask", "text": "Well?", "answer": "yes_no", "confirm": "{{ answer }}?",
          "variants": [ { "id": "a", "weight": 30, "text": "All well?" }, { "id": "list", "when": "likes == 'lists'", "text": "- well?" }, { "id": "b", "weight": 30, "text": "Is all well?" } ] },
        { "id": "again", "type": "ask", "text": "Again?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "well" }, { "goto": "bye" } ] }
        """,
        Inputs);

    [Theory]
    [InlineData("lists", "1. Hello.", "list")]
    [InlineData("tea", "Hello, tea.", "any")]
    [InlineData("", "Hello.", "base")]
    public void First_WhoseConditionIsTrue_IsSaid_ElseTheTextItself(string likes, string said, string variant)
    {
        var talk = new Conversation(Flow, ("likes", Value.From(likes)));

        talk.Said[0].ShouldBe(said);
        talk.Events.ShouldContain("Said:hello:" + variant);
    }

    [Fact]
    public void Condition_ComesBeforeWeights_WhereverItStands()
    {
        for (int i = 0; i < 20; i++)
        {
            Start($"s{i}", "lists").Said[1].ShouldBe("- well?");
        }
    }

    [Fact]
    public void Weights_GiveEachWordingItsShareOfTheSessions_AndTheRestTheText()
    {
        Dictionary<string, int> counts = Enumerable.Range(0, 2000).Select(i => Start($"session-{i}", "").Said[1]).GroupBy(said => said).ToDictionary(group => group.Key, group => group.Count());

        counts.Keys.Order().ShouldBe(["All well?", "Is all well?", "Well?"]);
        counts["All well?"].ShouldBeInRange(540, 660); // three standard deviations of 30 % of 2,000 are 61
        counts["Is all well?"].ShouldBeInRange(540, 660);
    }

    [Fact]
    public void TextThatIsSaidAgain_HasTheWordingItHad()
    {
        for (int i = 0; i < 30; i++)
        {
            Conversation talk = Start($"s-{i}", "");
            string first = talk.Said[1];
            string id = talk.Turn.Events.Single(entry => entry is { Kind: TurnEventKind.Said, Step: "well" }).Detail!;

            talk.Fork().Say("what?").Said.ShouldBe([first]); // not understood
            talk.Fork().Say("repeat").Said.ShouldBe([first]);
            talk.Fork().Say("yes", "no").Said.ShouldBe([first]); // restated wrongly
            Conversation back = talk.Fork().Say("yes", "yes").Reread().Say("back");
            back.Said.ShouldBe([first]);
            back.Events.ShouldContain("Said:well:" + id);
            talk.Fork().Say("yes", "yes", "yes").Said.ShouldBe([first]); // another visit
            talk.Where.Question!.Text.ShouldBe(first);
        }
    }

    [Fact]
    public void Journal_TellsTheVariant_AndOfATextWithoutVariantsNone()
    {
        Conversation talk = Start("s", "tea");
        JournalEntry entry = EntryOf(talk);

        entry.Events.Where(told => told.Kind == TurnEventKind.Said).Select(told => told.Detail).ShouldBe(["any", "base"]);
        talk.Say("yes").Turn.Events.Single(told => told.Kind == TurnEventKind.Said).Detail.ShouldBeNull();
    }

    [Fact]
    public void AnotherLanguage_KeepsTheVariant()
    {
        FlowSource source = FlowSource.FromText("t.json", """
            { "flow": "t", "locales": ["en", "de"], "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "title": "Look", "steps": [
              { "id": "well", "title": "Well", "type": "ask", "text": "Well?", "answer": { "type": "yes_no", "yes": ["yes"], "no": ["no"] }, "variants": [ { "id": "b", "weight": 50, "text": "All well?" } ] },
              { "id": "bye", "title": "Bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);
        FlowText[] texts = [.. FlowTexts.Of(source.Read().Definition!)];
        texts.Select(text => text.Key.ToString()).ShouldContain("steps/well/variants.b.text");
        var german = new TranslationDefinition
        {
            FlowId = "t",
            Locale = "de",
            Entries = [.. texts.Select(text => new TranslationEntry { Key = text.Key, Of = text.Fingerprint, Texts = [.. text.Source.Select(word => "de:" + word)] })],
        };
        Flow flow = FlowCompiler.Compile([source.WithTranslation(TranslationSource.FromDefinition(german))]).GetOrThrow();
        var said = new HashSet<string>();
        for (int i = 0; i < 20; i++)
        {
            var talk = new Conversation(flow, new StartRequest { SessionId = $"s{i}" });
            string first = talk.Said.ShouldHaveSingleItem();
            talk.Step(new LocaleInput("de")).Said.ShouldBe(["de:" + first]);
            said.Add(first);
        }

        said.Order().ShouldBe(["All well?", "Well?"]);
    }

    /// <summary>Computed by the rule in semantics.md by hand-written code in another language: a change would mix up comparisons that are under way.</summary>
    [Theory]
    [InlineData("f", "well", "s", 91)]
    [InlineData("app-login-help", "hello", "3f2b", 73)]
    [InlineData("f", "s", "会话-1", 91)]
    public void Percentile_IsTheSameEverywhereAndForever(string flow, string step, string session, int expected) =>
        VariantChoice.PercentileOf(flow, step, session).ShouldBe(expected);

    [Fact]
    public void TwoSteps_ChooseIndependently()
    {
        int both = Enumerable.Range(0, 4000).Count(i => VariantChoice.PercentileOf("f", "a", $"s{i}") < 50 && VariantChoice.PercentileOf("f", "b", $"s{i}") < 50);

        both.ShouldBeInRange(900, 1100); // a quarter; three standard deviations are 82
    }

    [Theory]
    [InlineData("\"id\": \"a\", \"text\": \"x\"", "GF0007: Nothing says when this variant is used. Add \"when\": \"…\", or \"weight\": 50 for half of the sessions.")]
    [InlineData("\"id\": \"a\", \"when\": \"likes == ''\", \"weight\": 5, \"text\": \"x\"", "GF0007: A variant goes by 'when' or by 'weight', not by both. Take one of them out.")]
    [InlineData("\"id\": \"base\", \"weight\": 5, \"text\": \"x\"", "GF0007: 'base' stands for the step's own text. Choose another id.")]
    [InlineData("\"id\": \"\", \"weight\": 5, \"text\": \"x\"", "GF0007: This text is empty. Write something, or leave it out.")]
    [InlineData("\"id\": \"A\", \"weight\": 5, \"text\": \"x\"", "GF0101: The variant id 'A' is not in kebab-case. Use at most 64 lower-case letters a to z, digits and single hyphens.")]
    [InlineData("\"id\": \"a\", \"weight\": 60, \"text\": \"x\" }, { \"id\": \"b\", \"weight\": 41, \"text\": \"x\"", "GF0007: The weights are percent of the sessions and come to 101. Lower them to at most 100 together; what is left gets the step's own text.")]
    [InlineData("\"id\": \"a\", \"weight\": 60, \"text\": \"x\" }, { \"id\": \"a\", \"weight\": 4, \"text\": \"x\"", "GF0102: The variant 'a' is there twice. Give one of them another id.")]
    [InlineData("\"id\": \"a\", \"weight\": 0, \"text\": \"x\"", "GF0007: Expected a whole number from 1 to 100.")]
    [InlineData("\"id\": \"a\", \"when\": \"false\", \"text\": \"x\"", "GF0113: The variant 'a' is never used: its condition never holds. Change the condition or take the variant out.")]
    [InlineData("\"id\": \"a\", \"weight\": 5, \"text\": \"{{ when_did }}\"", "GF0204: ")]
    public void Mistake_IsNamedOnce(string variant, string message)
    {
        string text = Flows.TextOf("{ \"id\": \"hello\", \"type\": \"say\", \"text\": \".\", \"variants\": [ { " + variant + " } ] }", Inputs + "\"data\": { \"when_did\": \"text\" }, ");

        Flows.ErrorsOf(text).ShouldHaveSingleItem().ShouldContain(message);
    }

    private static Conversation Start(string session, string likes) =>
        new(Flow, new StartRequest { SessionId = session, Inputs = new Dictionary<string, Value> { ["likes"] = Value.From(likes) } });

    private static JournalEntry EntryOf(Conversation talk) =>
        JournalJson.Read(JournalJson.WriteForStore(TurnRecord.OfStart(talk.Turn, new StartRequest { SessionId = "s" }, null, Conversation.Noon)));
}
