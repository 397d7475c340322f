using GuidanceFlow.Engine;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Answers;

/// <summary>semantics.md, "Answers": addresses, telephone numbers, ratings.</summary>
public sealed class ContactAnswerTests
{
    // What is expected: the value saved, "!reason" of an invalid answer, "?first,second" of an ambiguous one, null of one that is not understood.
    [Theory]
    [InlineData("ada@example.com", "ada@example.com")]
    [InlineData("  Ada.Lovelace+shop@Mail.Example.COM ", "Ada.Lovelace+shop@mail.example.com")]
    [InlineData("It's ada@example.com, thanks!", "ada@example.com")]
    [InlineData("<ada@example.com>", "ada@example.com")]
    [InlineData("'ada@example.com'.", "ada@example.com")]
    [InlineData("(mailto:ada@example.com)", "ada@example.com")]
    [InlineData("我的邮箱是ada@example.com。谢谢", "ada@example.com")]
    [InlineData("ada＠example．com", "ada@example.com")]
    [InlineData("ada@example。com", "ada@example.com")]
    [InlineData("o'neil@example.com", "o'neil@example.com")]
    [InlineData("jörg@müller.example", "jörg@müller.example")]
    [InlineData("ada@example.com, really ada@example.com", "ada@example.com")]
    [InlineData("ada@example.com or bob@example.com", "?ada@example.com,bob@example.com")]
    [InlineData("ada@example", "!not_an_address")]
    [InlineData("ada@", "!not_an_address")]
    [InlineData("@example.com", "!not_an_address")]
    [InlineData("ada@@example.com", "!not_an_address")]
    [InlineData("ada@example..com", "!not_an_address")]
    [InlineData("a..b@example.com", "!not_an_address")]
    [InlineData("ada@-example.com", "!not_an_address")]
    [InlineData("ada@127.0.0.1", "!not_an_address")]
    [InlineData("ada@example.c", "!not_an_address")]
    [InlineData("ada lovelace", null)]
    [InlineData("no", null)]
    [InlineData("\ud800@example.com", "!not_an_address")]
    public void An_address_is_the_one_in_the_answer(string answer, string? expected) => Describe("email", answer).ShouldBe(expected);

    [Fact]
    public void An_address_has_at_most_the_length_that_mail_takes()
    {
        string longest = new string('a', 64) + "@" + string.Join('.', Enumerable.Repeat(new string('b', 62), 4));
        Describe("email", longest).ShouldBe(longest);
        Describe("email", "a" + longest).ShouldBe("!not_an_address");
        Describe("email", longest + "b.cc").ShouldBe("!not_an_address");
    }

    [Theory]
    [InlineData("13800138000", "13800138000")]
    [InlineData("138-0013-8000", "13800138000")]
    [InlineData("(030) 123 45-67", "0301234567")]
    [InlineData("+49 30 1234567", "+49301234567")]
    [InlineData("+44 (0)20 7946 0958", "+442079460958")]
    [InlineData("0049 30 1234567", "+49301234567")]
    [InlineData("+ 1 (555) 010-9999", "+15550109999")]
    [InlineData("you can call 555 010 9999 after six", "5550109999")]
    [InlineData("我的电话是１３８００１３８０００。", "13800138000")]
    [InlineData("010.555.0199", "0105550199")]
    [InlineData("5550109999, I repeat: 555-010-9999", "5550109999")]
    [InlineData("5550109999 or 5550108888", "?5550109999,5550108888")]
    [InlineData("123456", "!not_a_phone_number")]
    [InlineData("1234567890123456", "!not_a_phone_number")]
    [InlineData("123", "!not_a_phone_number")]
    [InlineData("no phone", null)]
    [InlineData("+", null)]
    public void A_telephone_number_is_the_one_in_the_answer(string answer, string? expected) => Describe("phone", answer).ShouldBe(expected);

    [Theory]
    [InlineData("4", "4")]
    [InlineData("４", "4")]
    [InlineData(" 4. ", "4")]
    [InlineData("4/5", "4")]
    [InlineData("4 / 5", "4")]
    [InlineData("4 out of 5", "4")]
    [InlineData("four out of 5!", "4")]
    [InlineData("Four stars", "4")]
    [InlineData("1 star", "1")]
    [InlineData("★★★★", "4")]
    [InlineData("★★★★☆", "4")]
    [InlineData("⭐⭐", "2")]
    [InlineData("四星", "4")]
    [InlineData("4颗星", "4")]
    [InlineData("3分吧", "3")]
    [InlineData("满分", "5")]
    [InlineData("0", "!too_small")]
    [InlineData("-1", "!too_small")]
    [InlineData("6", "!too_large")]
    [InlineData("十分", "!too_large")]
    [InlineData("★★★★★★", "!too_large")]
    [InlineData("4/10", null)]
    [InlineData("4 or 5", null)]
    [InlineData("great", null)]
    [InlineData("★ and ★", null)]
    public void A_rating_is_one_number_on_the_scale(string answer, string? expected) => Describe("rating", answer).ShouldBe(expected);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("10/10", "10")]
    [InlineData("ten", "10")]
    [InlineData("11", "!too_large")]
    [InlineData("10/5", null)]
    public void A_rating_has_the_scale_of_its_question(string answer, string? expected) =>
        Describe("""{ "type": "rating", "from": 0, "scale": 10 }""", answer).ShouldBe(expected);

    // What a host or an interpreter says is the answer is checked as well.
    [Theory]
    [InlineData("email", "Ada@Example.com", "Ada@example.com")]
    [InlineData("email", "ada", null)]
    [InlineData("phone", "+49 30 1234567", "+49301234567")]
    [InlineData("phone", "12", "!not_a_phone_number")]
    public void A_value_from_an_interpreter_must_fit(string type, string value, string? expected) =>
        Describe(new Conversation(FlowOf(type)).Step(new AnswerInput("?") { Interpretation = new AnswerInterpretation(Value.From(value), "model") }).Turn).ShouldBe(expected);

    [Fact]
    public void A_rating_from_an_interpreter_must_stand_on_the_scale()
    {
        Flow flow = FlowOf("rating");
        Describe(new Conversation(flow).Step(new AnswerInput("?") { Interpretation = new AnswerInterpretation(Value.From(3.0), "model") }).Turn).ShouldBe("3");
        Describe(new Conversation(flow).Step(new AnswerInput("?") { Interpretation = new AnswerInterpretation(Value.From(3.5), "model") }).Turn).ShouldBe("!not_whole");
        Describe(new Conversation(flow).Step(new AnswerInput("?") { Interpretation = new AnswerInterpretation(Value.From(double.NaN), "model") }).Turn).ShouldBeNull();
        Describe(new Conversation(flow).Step(new AnswerInput("?") { Interpretation = new AnswerInterpretation(Value.From("3"), "model") }).Turn).ShouldBeNull();
    }

    [Theory]
    [InlineData("email", null, null)]
    [InlineData("phone", null, null)]
    [InlineData("rating", 1.0, 5.0)]
    public void A_channel_learns_what_is_asked_for(string type, double? least, double? greatest)
    {
        Expectation expected = new Conversation(FlowOf(type)).Where.Expects!;
        (expected.Type, expected.Min, expected.Max).ShouldBe((type, least, greatest));
    }

    [Theory]
    [InlineData("email", "text", "ada@example.com")]
    [InlineData("phone", "text", "+49 30 1234567")]
    [InlineData("rating", "integer", "4")]
    [InlineData("rating", "number", "4")]
    public void An_answer_is_saved_and_outlives_its_snapshot(string type, string datum, string answer)
    {
        Flow flow = Flows.Of(
            $$"""{ "id": "q", "type": "ask", "text": "?", "answer": "{{type}}", "save": "given" }, """ + Flows.YesNo("on") + """, { "id": "say", "type": "say", "text": "{{ given }} {{ answers.q }}" } """,
            $$""" "data": { "given": "{{datum}}" }, """);
        Conversation conversation = new Conversation(flow).Say(answer);
        Conversation reread = conversation.Reread();

        reread.Bytes.ShouldBe(conversation.Bytes);
        string saved = reread.Say("yes").Said[0];
        saved.ShouldBe(conversation.Say("yes").Said[0]);
        saved.ShouldBe(type == "phone" ? "+49301234567 +49301234567" : answer + " " + answer);
    }

    [Theory]
    [InlineData("email", "integer")]
    [InlineData("rating", "text")]
    [InlineData("rating", "boolean")]
    public void A_datum_of_another_type_is_a_finding(string type, string datum) =>
        Compilation.Compiling.Findings(Flows.TextOf($$"""{ "id": "q", "type": "ask", "text": "?", "answer": "{{type}}", "save": "given" }""", $$""" "data": { "given": "{{datum}}" }, """))
            .ShouldHaveSingleItem().ShouldContain("error GF0203");

    private static Flow FlowOf(string answer) => Flows.Of($$"""{ "id": "q", "type": "ask", "text": "?", "answer": {{(answer[0] == '{' ? answer : $"\"{answer}\"")}} }""");

    private static string? Describe(string answer, string text) => Describe(new Conversation(FlowOf(answer)).Say(text).Turn);

    private static string? Describe(Turn turn) => turn.Result switch
    {
        TurnResult.Accepted => turn.Answer!.Value.TryGetText(out string? text) ? text : turn.Answer.Value.ToString(),
        TurnResult.Invalid => "!" + turn.Reason,
        TurnResult.Ambiguous => "?" + string.Join(',', turn.Candidates),
        _ => null,
    };
}
