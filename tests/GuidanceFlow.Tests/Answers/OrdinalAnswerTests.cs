using GuidanceFlow.Engine;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Answers;

/// <summary>semantics.md, "Answers": an option named by its place in the list.</summary>
public sealed class OrdinalAnswerTests
{
    private static readonly Flow Drinks = FlowOf("\"tea\", \"coffee\", \"cocoa\", \"water\"");

    [Theory]
    [InlineData("2", "coffee")]
    [InlineData("2nd", "coffee")]
    [InlineData("#2", "coffee")]
    [InlineData("# 2", "coffee")]
    [InlineData("first", "tea")]
    [InlineData("The second!", "coffee")]
    [InlineData("second one", "coffee")]
    [InlineData("the third one, please", "cocoa")]
    [InlineData("the 4th option", "water")]
    [InlineData("option 2", "coffee")]
    [InlineData("Option number three", "cocoa")]
    [InlineData("number two", "coffee")]
    [InlineData("answer 1", "tea")]
    [InlineData("the last one", "water")]
    [InlineData("last", "water")]
    [InlineData("the very last one", "water")]
    [InlineData("I'd like the second of them", "coffee")]
    [InlineData("I want the first one", "tea")]
    [InlineData("I'll take the last one, thank you", "water")]
    [InlineData("it's the second", "coffee")]
    [InlineData("第二个", "coffee")]
    [InlineData("第2个", "coffee")]
    [InlineData("第 ２ 个", "coffee")]
    [InlineData("第三", "cocoa")]
    [InlineData("第四项。", "water")]
    [InlineData("第一个选项", "tea")]
    [InlineData("我选第二个吧", "coffee")]
    [InlineData("我要第三种，谢谢", "cocoa")]
    [InlineData("应该是第二个", "coffee")]
    [InlineData("头一个", "tea")]
    [InlineData("首项", "tea")]
    [InlineData("最后一个", "water")]
    [InlineData("要最后那个", "water")]
    [InlineData("选项二", "coffee")]
    [InlineData("选项4", "water")]
    [InlineData("选三", "cocoa")]
    [InlineData("2号", "coffee")]
    [InlineData("二号", "coffee")]
    public void A_place_in_the_list_is_as_exact_as_a_number(string answer, string expected)
    {
        Turn turn = Ask(Drinks, answer);
        turn.Answer.ShouldBe(new ResolvedAnswer(answer, Value.From(expected), "exact"));
    }

    [Theory]
    [InlineData("the fifth")]
    [InlineData("option 5")]
    [InlineData("option 0")]
    [InlineData("0th")]
    [InlineData("the zeroth")]
    [InlineData("number 99999999999")]
    [InlineData("第五个")]
    [InlineData("第零个")]
    [InlineData("two")]
    [InlineData("the one")]
    [InlineData("one")]
    [InlineData("a second")]
    [InlineData("one second")]
    [InlineData("second to last")]
    [InlineData("the last but one")]
    [InlineData("last time")]
    [InlineData("first of all")]
    [InlineData("not the second")]
    [InlineData("the first or the second")]
    [InlineData("倒数第二个")]
    [InlineData("不是第二个")]
    [InlineData("第二天")]
    [InlineData("第二次")]
    [InlineData("第二个或者第三个")]
    [InlineData("选一个")]
    [InlineData("一个")]
    [InlineData("两个")]
    [InlineData("最后")]
    [InlineData("头一")]
    public void Beyond_the_list_or_among_other_words_it_names_none(string answer) => Ask(Drinks, answer).Result.ShouldBe(TurnResult.NoMatch);

    // The words of options come first, and where a word for a place is one of another option's, nobody knows which is meant.
    [Theory]
    [InlineData("""{ "value": "second", "label": "First class" }, { "value": "standard", "label": "Second class" }""", "second", "second")]
    [InlineData("""{ "value": "a", "label": "Second class" }, { "value": "b", "label": "Economy" }""", "the second one", null)]
    [InlineData("""{ "value": "a", "label": "Economy" }, { "value": "b", "label": "Second class" }""", "the second one", "b")]
    [InlineData("""{ "value": "a", "label": "The last invoice" }, { "value": "b", "label": "An older one" }""", "the last one", null)]
    [InlineData("""{ "value": "none", "label": "0" }, { "value": "some", "label": "1" }, "more" """, "option 1", null)]
    [InlineData("""{ "value": "none", "label": "0" }, { "value": "some", "label": "1" }, "more" """, "1", "some")]
    [InlineData("""{ "value": "none", "label": "0" }, { "value": "some", "label": "1" }, "more" """, "the first", "none")]
    [InlineData("""{ "value": "a", "label": "Two networks" }, { "value": "b", "label": "One router" }""", "number two", null)]
    [InlineData("""{ "value": "a", "label": "第二代" }, { "value": "b", "label": "旧款" }""", "第二个", null)]
    [InlineData("""{ "value": "a", "label": "最后一次账单" }, { "value": "b", "label": "更早的" }""", "最后一个", null)]
    [InlineData("""{ "value": "a", "label": "两个网络" }, { "value": "b", "label": "一台路由器" }""", "选项一", null)]
    [InlineData("""{ "value": "a", "label": "{{ word }} class" }, { "value": "b", "label": "Economy" }""", "the second", null)]
    [InlineData("\"minutes\", \"hours\", \"seconds\"", "second", "seconds")]
    [InlineData("\"minutes\", \"hours\", \"seconds\"", "the second one", "hours")]
    public void Where_such_a_word_is_an_options_own_it_is_no_place(string options, string answer, string? expected) =>
        Ask(FlowOf(options), answer).Answer!.Value.ShouldBe(expected is null ? Value.Null : Value.From(expected));

    [Fact]
    public void A_place_counts_what_is_offered_now()
    {
        Flow flow = FlowOf("""{ "value": "tea", "when": "word == ''" }, "coffee", "water" """);
        Ask(flow, "the first").Answer!.Value.ShouldBe(Value.From("coffee"));
        Ask(flow, "the third").Result.ShouldBe(TurnResult.NoMatch);
    }

    private static Turn Ask(Flow flow, string answer) => new Conversation(flow).Say(answer).Turn;

    private static Flow FlowOf(string options) => Flows.Of(
        """{ "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ OPTIONS ] } }""".Replace("OPTIONS", options, StringComparison.Ordinal),
        """ "inputs": { "word": { "type": "text", "default": "Second" } }, """);
}
