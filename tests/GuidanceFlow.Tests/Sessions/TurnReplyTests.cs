using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>What a channel gets to ask "did you mean …?".</summary>
public sealed class TurnReplyTests
{
    private static readonly Flow Drinks = Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "tea", "label": "A tea, {{ name }}" }, { "value": "coffee", "label": "A coffee" } ] } }""", """ "inputs": { "name": { "type": "text", "default": "Mia" } }, """);

    [Fact]
    public void Candidates_of_an_ambiguous_answer_have_the_labels_the_customer_reads()
    {
        Reply(Drinks, "coffee or tea").Candidates.ShouldBe([new ExpectedOption("tea", "A tea, Mia"), new ExpectedOption("coffee", "A coffee")]);
        Reply(Drinks, "toffee").Candidates.ShouldBe([new ExpectedOption("coffee", "A coffee")]);
        Reply(Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "answer": "date" }"""), "3/4/2026").Candidates.ShouldBe([new ExpectedOption("2026-03-04", "2026-03-04"), new ExpectedOption("2026-04-03", "2026-04-03")]);
    }

    [Fact]
    public void Candidates_are_none_for_other_answers_and_once_another_question_is_asked()
    {
        Reply(Drinks, "tea").Candidates.ShouldBeEmpty();
        Reply(Drinks, "beer").Candidates.ShouldBeEmpty();
        Reply(Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "fallback": { "attempts": 1, "goto": "r" }, "answer": { "type": "choice", "options": ["tea", "coffee"] } }, { "id": "r", "type": "ask", "text": "?", "answer": { "type": "choice", "options": ["coffee", "milk"] } }"""), "toffee").Candidates.ShouldBeEmpty();
    }

    [Fact]
    public void Candidates_that_are_secrets_are_kept_back()
    {
        const string Question = """{ "id": "q", "type": "ask", "text": "?", "answer": "email" }""";
        Reply(Flows.Of(Question), "a@x.org or b@x.org").Candidates.Select(candidate => candidate.Value).ShouldBe(["a@x.org", "b@x.org"]);
        Reply(Flows.Of(Question.Replace("\"text\"", "\"sensitive\": true, \"text\"", StringComparison.Ordinal)), "a@x.org or b@x.org").Candidates.ShouldBeEmpty();
    }

    [Fact]
    public void Candidates_are_stored_with_the_reply()
    {
        TurnReply reply = Reply(Drinks, "toffee");
        TurnReplyJson.Read(TurnReplyJson.Write(reply)).ShouldBe(reply);
    }

    private static TurnReply Reply(Flow flow, string answer) => TurnReply.From(new Conversation(flow).Say(answer).Turn, Conversation.Noon);
}
