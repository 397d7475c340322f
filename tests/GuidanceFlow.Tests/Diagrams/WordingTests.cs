using GuidanceFlow.Compilation;
using GuidanceFlow.Diagrams;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Diagrams;

public sealed class WordingTests
{
    [Theory]
    [InlineData("failed_count > 0", "failed count > 0")]
    [InlineData("failed_count < devices.size", "failed count < number of devices")]
    [InlineData("!done && a.b_c >= 2", "not done and a b c ≥ 2")]
    [InlineData("a || b && c", "a or (b and c)")]
    [InlineData("(a || b) && c", "(a or b) and c")]
    [InlineData("!(a || b)", "not (a or b)")]
    [InlineData("place == 'in the corner'", "place is in the corner")]
    [InlineData("place != null", "place is known")]
    [InlineData("place == null", "place is unknown")]
    [InlineData("flag == true", "flag is yes")]
    [InlineData("a + 1 <= b * 2", "a + 1 ≤ b × 2")]
    [InlineData("(name | string.downcase) == ''", "name is empty")]
    [InlineData("answers['wifi-kind'] == 'mesh'", "wifi kind is mesh")]
    [InlineData("array.contains list 'x'", "array.contains list 'x'")]
    public void Guard_IsPutIntoWords(string guard, string words) => GuardWording.Of(Expression.Parse(guard).GetOrThrow()).ShouldBe(words);

    [Theory]
    [InlineData("Hello {{ customer.first_name }}!", "Hello ‹first name›!")]
    [InlineData("Stage {{ stage.index }} of {{ stage.count }}: {{ stage.title }}", "Stage 2 of 3: Begin")]
    [InlineData("{{ if a }}One{{ else if b }}Two{{ else }}Three{{ end }}.", "One.")]
    [InlineData("{{ for x in xs }}{{ x }} {{ end }}\n  end", "‹x› end")]
    [InlineData("{{ name ?? 'nobody' }} {{ 'text' }} {{ xs.size }} {{ math.abs x }}", "‹name› text … …")]
    [InlineData("{{ labels['wifi-kind'] | string.downcase }}", "‹wifi kind›")]
    [InlineData("a\u0000\u200B\u2028b\r\n\tc", "a b c")]
    public void Template_IsQuoted(string template, string text) =>
        TemplateWording.Of(Template.Parse(template).GetOrThrow(), new FlowStage("s", "Begin", 2, 3)).ShouldBe(text);

    [Theory]
    [InlineData("Please look at the router. Is the 2.4 GHz network on? Thank you.", "Is the 2.4 GHz network on?")]
    [InlineData("Take the sieve out. Is it clean?", "Take the sieve out. Is it clean?")]
    [InlineData("Tell me your name, please. Thank you very much.", "Tell me your name, please.")]
    [InlineData("请看路由器。灯是绿色的吗？", "请看路由器。 灯是绿色的吗？")]
    public void Question_IsTheSentenceThatAsks(string text, string question) => LabelText.Question(text, "known", 60).ShouldBe(question);

    [Theory]
    [InlineData("Hello! A router is a small computer. It hums.", "Hello! A router is a small computer.")]
    [InlineData("Stage 1: Prepare. Most devices speak 2.4 GHz.", "Most devices speak 2.4 GHz.")]
    [InlineData("Prepare", "Prepare")]
    [InlineData("", "")]
    public void FirstSentence_SaysSomethingNew(string text, string first) => LabelText.FirstSentence(text, "Prepare").ShouldBe(first);

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("one two three", 9, "one two…")]
    [InlineData("Donaudampfschifffahrt", 10, "Donaudamp…")]
    [InlineData("中文中文中文", 6, "中文…")]
    [InlineData("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…")]
    public void Text_IsCutBetweenWordsOrLetters(string text, int most, string expected) => LabelText.Shorten(text, most).ShouldBe(expected);

    [Fact]
    public void Text_IsWrapped() => LabelText.Wrap("one two three fourteen-letters", 9).ShouldBe(["one two", "three", "fourteen-", "letters"]);
}
