using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Answers;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Answers;

/// <summary>semantics.md, "Answers": what a customer may write, and what is understood.</summary>
public sealed class AnswerMatcherTests
{
    private static readonly Flow WifiKind = Flows.SmartHome;

    private static readonly Flow Drinks = Flows.Of(
        """
        { "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [
            { "value": "tea", "label": "Green tea", "synonyms": ["Sencha", "the au lait"] },
            { "value": "coffee", "label": "{{ name }} coffee" },
            { "value": "7", "label": "Seven up", "synonyms": ["7-up"] },
            { "value": "x", "label": "Hindi", "synonyms": ["की", "👍"] },
            { "value": "hidden", "when": "false && name == ''", "label": "Water" },
            { "value": "juice", "label": "O'Neil's juice" } ] } }
        """,
        """ "inputs": { "name": { "type": "text", "default": "Bob's" } }, """);

    // Choice: exactly first, then by the words of just one option, never against a negation.
    [Theory]
    [InlineData("tea", "tea")]
    [InlineData("TEA", "tea")]
    [InlineData("  Green   tea!! ", "tea")]
    [InlineData("ｇｒｅｅｎ　ｔｅａ", "tea")]
    [InlineData("sencha", "tea")]
    [InlineData("the-au-lait", "tea")]
    [InlineData("1", "tea")]
    [InlineData("１", "tea")]
    [InlineData("1.", "tea")]
    [InlineData("(1)", "tea")]
    [InlineData("Bobs coffee", "coffee")]
    [InlineData("BOB’S COFFEE", "coffee")]
    [InlineData("coffee", "coffee")]
    [InlineData("7", "7")]
    [InlineData("7 up", "7")]
    [InlineData("3", "7")]
    [InlineData("5", "juice")]
    [InlineData("6", null)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("1,5", null)]
    [InlineData("1.5", null)]
    [InlineData("١", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("oneils juice", "juice")]
    [InlineData("O´Neil`s juice", "juice")]
    [InlineData("I would like a green tea please", "tea")]
    [InlineData("teapot", null)]
    [InlineData("green tea, or rather coffee", "!tea,coffee")]
    [InlineData("not tea", null)]
    [InlineData("no tea", null)]
    [InlineData("I don't want tea", null)]
    [InlineData("I don´t want tea", null)]
    [InlineData("I didn't want tea", null)]
    [InlineData("I won't drink tea", null)]
    [InlineData("it wasn't tea", null)]
    [InlineData("I cannot stand tea", null)]
    [InlineData("neither tea nor coffee", null)]
    [InlineData("anything without tea", null)]
    [InlineData("water", null)]
    [InlineData("hidden", null)]
    [InlineData("x", "x")]
    [InlineData("an x perhaps", null)]
    [InlineData("👍", "x")]
    [InlineData("की", "x")]
    [InlineData("का", null)]
    [InlineData("क", null)]
    [InlineData("tea\0", "tea")]
    [InlineData("!!!", null)]
    [InlineData("\ud800tea", "tea")]
    public void A_choice_is_matched_exactly_first_and_then_by_the_words_of_just_one_option(string answer, string? expected)
    {
        Turn turn = new Conversation(Drinks).Say(answer).Turn;
        if (expected is null)
        {
            turn.Result.ShouldBe(TurnResult.NoMatch);
        }
        else if (expected[0] == '!')
        {
            turn.Result.ShouldBe(TurnResult.Ambiguous);
            string.Join(',', turn.Candidates).ShouldBe(expected[1..]);
        }
        else
        {
            turn.Result.ShouldBe(TurnResult.Accepted);
            turn.Answer!.Value.ShouldBe(Value.From(expected));
        }
    }

    [Theory]
    [InlineData("it won't turn on", null)]
    [InlineData("I couldn't get it on", null)]
    [InlineData("it hasn't worked", null)]
    [InlineData("none of it worked", null)]
    [InlineData("nothing is on", null)]
    [InlineData("it is on now", "done")]
    [InlineData("OK, it's on!", "done")]
    [InlineData("there is no switch", "impossible")]
    [InlineData("2", "impossible")]
    public void In_the_sample_nobody_is_taken_to_have_done_what_did_not_work(string answer, string? expected)
    {
        AskOf(WifiKind, "band-help", answer).ShouldBe(expected is null ? Value.Null : Value.From(expected));
    }

    [Theory]
    [InlineData("router", "single")]
    [InlineData("just a router", "single")]
    [InlineData("I don't know", "unknown")]
    [InlineData("i dont know", "unknown")]
    [InlineData("no idea", "unknown")]
    [InlineData("Not sure.", "unknown")]
    [InlineData("4", "unknown")]
    [InlineData("I have no idea", "unknown")]
    [InlineData("sorry, not sure", "unknown")]
    [InlineData("it is not that I am not sure", null)]
    [InlineData("not a mesh", null)]
    [InlineData("mesh router", null)]
    public void Synonyms_that_negate_are_understood_as_a_whole(string answer, string? expected) =>
        AskOf(WifiKind, "wifi-kind", answer).ShouldBe(expected is null ? Value.Null : Value.From(expected));

    // Yes or no: whole utterances only.
    [Theory]
    [InlineData("yes", true)]
    [InlineData("Yes.", true)]
    [InlineData("YES!!!", true)]
    [InlineData("y", true)]
    [InlineData(" yes please ", true)]
    [InlineData("yes, it does", true)]
    [InlineData("ｙｅｓ", true)]
    [InlineData("是的", true)]
    [InlineData("yes\0", true)]
    [InlineData("no", false)]
    [InlineData("Nope", false)]
    [InlineData("not really", false)]
    [InlineData("no, it doesn’t", false)]
    [InlineData("no, it doesn´t", false)]
    [InlineData("of course not", false)]
    [InlineData("没有", false)]
    [InlineData("没错！", true)]
    [InlineData("要的", true)]
    [InlineData("不要了", false)]
    [InlineData("不要了，谢谢", false)]
    [InlineData("ja", null)]
    [InlineData("nein", null)]
    [InlineData("嗯，对", true)]
    [InlineData("好的，谢谢您", true)]
    [InlineData("亮了", null)]
    [InlineData("灭了", null)]
    [InlineData("不亮", null)]
    [InlineData("还是不行", false)]
    [InlineData("是不是", null)]
    [InlineData("我知道是的但是", null)]
    [InlineData("I know it does", null)]
    [InlineData("no idea", null)]
    [InlineData("yes and no", null)]
    [InlineData("yes but only sometimes", null)]
    [InlineData("no problem", null)]
    [InlineData("not sure", null)]
    [InlineData("true story", null)]
    [InlineData("nothing", false)]
    [InlineData("👍", null)]
    [InlineData("1", null)]
    [InlineData("yesno", null)]
    [InlineData("ｎｏｔ ｒｅａｌｌｙ", false)]
    public void Yes_and_no_are_whole_utterances(string answer, bool? expected) =>
        Match("\"yes_no\"", answer).Value.ShouldBe(expected is { } value ? Value.From(value) : Value.Null);

    // A question's own words come before the built-in ones; they too must be the whole answer.
    [Theory]
    [InlineData("ja", true)]
    [InlineData("JA, KLAR!", true)]
    [InlineData("亮了", true)]
    [InlineData("亮了，谢谢", true)]
    [InlineData("nein", false)]
    [InlineData("没问题", false)]
    [InlineData("yes", true)]
    [InlineData("没有", false)]
    [InlineData("nein, ja", null)]
    [InlineData("ja, aber nur manchmal", null)]
    [InlineData("不亮了", null)]
    public void Own_words_for_yes_and_no_are_understood_beside_the_built_in_ones(string answer, bool? expected) =>
        Match("""{ "type": "yes_no", "yes": ["ja", "Ja klar", "亮了"], "no": ["Nein", "没问题"] }""", answer).Value.ShouldBe(expected is { } value ? Value.From(value) : Value.Null);

    // Numbers: one number, with the question's unit.
    [Theory]
    [InlineData("5", 5.0)]
    [InlineData(" 5 ", 5.0)]
    [InlineData("５", 5.0)]
    [InlineData("+5", 5.0)]
    [InlineData("-3", -3.0)]
    [InlineData("1.5", 1.5)]
    [InlineData("1,5", null)]
    [InlineData("1,500", 1500.0)]
    [InlineData("12,345,678.5", 12345678.5)]
    [InlineData("1,50,0", null)]
    [InlineData("two", 2.0)]
    [InlineData("Twelve", 12.0)]
    [InlineData("thirteen", null)]
    [InlineData("about 5", 5.0)]
    [InlineData("up to 5", 5.0)]
    [InlineData("No more than 5 m², please.", 5.0)]
    [InlineData("5 m² at most", 5.0)]
    [InlineData("5, max", 5.0)]
    [InlineData("5 max or so", 5.0)]
    [InlineData("more than 5", null)]
    [InlineData("maximum", null)]
    [InlineData("7000以内", 7000.0)]
    [InlineData("最多七千左右", 7000.0)]
    [InlineData("不超过 7000", 7000.0)]
    [InlineData("至少7000", null)]
    [InlineData("大约九台", 9.0)]
    [InlineData("差不多 12 左右", 12.0)]
    [InlineData("两个吧", 2.0)]
    [InlineData("５分", 5.0)]
    [InlineData("有十一台", 11.0)]
    [InlineData("十五", 15.0)]
    [InlineData("二十", 20.0)]
    [InlineData("一百零五台", 105.0)]
    [InlineData("三千五百", 3500.0)]
    [InlineData("十几台", null)]
    [InlineData("五六台", null)]
    [InlineData("台", null)]
    [InlineData("maybe just 5", 5.0)]
    [InlineData("it's 5", 5.0)]
    [InlineData("It’s about 5.", 5.0)]
    [InlineData("I have 5", 5.0)]
    [InlineData("5 m²", 5.0)]
    [InlineData("5 m2", 5.0)]
    [InlineData("5m²!", 5.0)]
    [InlineData("two m²", 2.0)]
    [InlineData("5 devices", null)]
    [InlineData("5 or 6", null)]
    [InlineData("5²", null)]
    [InlineData("½", null)]
    [InlineData("1e5", null)]
    [InlineData("0x10", null)]
    [InlineData("∞", null)]
    [InlineData("NaN", null)]
    [InlineData("Infinity", null)]
    [InlineData("١", null)]
    [InlineData("no idea", null)]
    [InlineData("-", null)]
    [InlineData(".", null)]
    [InlineData("5-", null)]
    [InlineData("(5)", null)]
    [InlineData("m²", null)]
    [InlineData("9999999999999999999999999999999999999999999999999999", null)]
    public void A_number_is_one_number_with_the_questions_unit(string answer, double? expected) =>
        Match("""{ "type": "number", "unit": "m²" }""", answer).Value.ShouldBe(expected is { } value ? Value.From(value) : Value.Null);

    [Theory]
    [InlineData("0", TurnReason.TooSmall)]
    [InlineData("-3", TurnReason.TooSmall)]
    [InlineData("10.5", TurnReason.TooLarge)]
    [InlineData("11", TurnReason.TooLarge)]
    [InlineData("1.5", TurnReason.NotWhole)]
    [InlineData("2 min.", null)]
    [InlineData("2 MIN", null)]
    [InlineData("10", null)]
    [InlineData("1.0", null)]
    public void A_number_out_of_bounds_is_invalid(string answer, string? reason)
    {
        AnswerMatch match = Match("""{ "type": "number", "integer": true, "min": 1, "max": 10, "unit": "min." }""", answer);
        match.Kind.ShouldBe(reason is null ? AnswerMatchKind.Matched : AnswerMatchKind.Invalid);
        match.Reason.ShouldBe(reason);
        if (reason is null)
        {
            match.Value.TryGetInteger(out _).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_number_is_read_as_the_language_writes_it()
    {
        var spec = (NumberSpec)Spec("\"number\"");
        var german = CultureInfo.GetCultureInfo("de-DE");
        AnswerMatcher.Match(spec, [], "1,5", german, Conversation.Noon).Value.ShouldBe(Value.From(1.5));
        AnswerMatcher.Match(spec, [], "1.5", german, Conversation.Noon).Value.ShouldBe(Value.From(1.5));
        AnswerMatcher.Match(spec, [], "-0,25", german, Conversation.Noon).Value.ShouldBe(Value.From(-0.25));
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("  a b\n", "a b")]
    [InlineData("12345", "12345")]
    [InlineData("123456", "!too_long")]
    [InlineData("  12345  ", "12345")]
    [InlineData(" \u3000\t", "!empty")]
    [InlineData("\0", "\0")]
    public void A_text_is_anything_but_white_space_up_to_its_length(string answer, string expected)
    {
        Turn turn = new Conversation(Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "answer": { "type": "text", "max_length": 5 } }""")).Say(answer).Turn;
        (turn.Result == TurnResult.Accepted ? turn.Answer!.Value : Value.From("!" + turn.Reason)).ShouldBe(Value.From(expected));
    }

    [Theory]
    [InlineData("\"yes_no\"")]
    [InlineData("\"number\"")]
    [InlineData("""{ "type": "choice", "options": ["a", "b"] }""")]
    public void A_megabyte_is_too_long_and_kept_only_in_part(string answer)
    {
        string million = string.Concat(Enumerable.Repeat("yes 😀 ", 150_000));
        var talk = new Conversation(Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "answer": ANSWER }""".Replace("ANSWER", answer, StringComparison.Ordinal))).Say(million);
        talk.Turn.Result.ShouldBe(TurnResult.Invalid);
        talk.Turn.Reason.ShouldBe(TurnReason.TooLong);
        talk.Bytes.Length.ShouldBeLessThan(2_000);
    }

    [Fact]
    public void Case_is_ignored_without_regard_to_the_machines_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in new[] { "tr-TR", "de-DE", "" })
            {
                CultureInfo.CurrentCulture = new CultureInfo(culture);
                Match("""{ "type": "choice", "options": ["wifi", "ısı", "straße"] }""", "WIFI").Value.ShouldBe(Value.From("wifi"));
                Match("""{ "type": "choice", "options": ["wifi", "kilim"] }""", "KİLİM").Kind.ShouldBeOneOf(AnswerMatchKind.NoMatch, AnswerMatchKind.Matched);
                Match("\"yes_no\"", "YES IT IS").Value.ShouldBe(Value.True);
                Match("""{ "type": "number", "unit": "MINI" }""", "5 mini").Value.ShouldBe(Value.From(5.0));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // Attributes cannot hold half characters, so these are escaped once more.
    [Theory]
    [InlineData("a", "a")]
    [InlineData(@"a\ud83d\ude00", @"a\ud83d\ude00")]
    [InlineData(@"\ud83d", @"\ufffd")]
    [InlineData(@"\ude00\ud83d", @"\ufffd\ufffd")]
    [InlineData(@"\ud83d\ud83d\ude00x", @"\ufffd\ud83d\ude00x")]
    [InlineData(@"x\ud83d", @"x\ufffd")]
    public void Lone_surrogates_are_read_as_replaced(string escaped, string repaired)
    {
        string text = Regex.Unescape(escaped);
        AnswerText.Repair(text).ShouldBe(Regex.Unescape(repaired));
        new Conversation(Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "answer": "text" }""")).Say(text).Turn.Answer.ShouldBe(new ResolvedAnswer(Regex.Unescape(repaired), Value.From(Regex.Unescape(repaired)), "exact"));
    }

    [Theory]
    [InlineData("\"yes_no\"")]
    [InlineData("\"number\"")]
    [InlineData("""{ "type": "choice", "options": ["a", { "value": "b", "label": "{{ odd }}" }] }""")]
    public void What_is_no_character_is_an_answer_that_is_not_understood(string answer)
    {
        Flow flow = Flows.Of(
            """{ "id": "q", "type": "ask", "text": "{{ odd }}", "answer": ANSWER }""".Replace("ANSWER", answer, StringComparison.Ordinal),
            """ "data": { "odd": { "type": "text", "default": "\uFFFE" } }, """);
        foreach (string text in new[] { "\ufffe", "\uffff", "\ud800\ufffe", "\udbff\udfff" })
        {
            new Conversation(flow).Say(text).Turn.Result.ShouldBe(TurnResult.NoMatch);
        }
    }

    [Fact]
    public void Nothing_throws_on_any_text_and_what_is_understood_is_offered()
    {
        AnswerSpec[] specs = [Spec("\"yes_no\""), Spec("\"number\""), Spec("""{ "type": "number", "integer": true, "unit": "㎡" }"""), Spec("""{ "type": "text", "max_length": 20 }"""), Spec("""{ "type": "choice", "options": ["a", "no", "1"] }""")];
        Gen<char> units = Gen.OneOf(
            Gen.Choose(0, 0xFFFF).Select(unit => (char)unit),
            Gen.Choose(0xD800, 0xDFFF).Select(unit => (char)unit),
            Gen.Elements("yesno 019.,-+'’\0\ufffe\uffff\u0301\u200d\ufe0f½²İıßﬁ㍿".ToCharArray()));
        var texts = units.ArrayOf().Select(chars => new string(chars));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            string repaired = AnswerText.Repair(text);
            repaired.EnumerateRunes().Count().ShouldBeGreaterThanOrEqualTo(0);
            AnswerText.Repair(repaired).ShouldBeSameAs(repaired);
            string normal = AnswerText.Normalize(repaired);
            AnswerText.Normalize(normal).ShouldBe(normal, "Normalising again changes nothing.");
            foreach (AnswerSpec spec in specs)
            {
                AnswerMatch match = AnswerMatcher.Match(spec, Offered(spec), repaired, CultureInfo.InvariantCulture, Conversation.Noon);
                if (match.Kind == AnswerMatchKind.Matched)
                {
                    AnswerMatcher.Accept(spec, Offered(spec), match.Value, "x").Value.ShouldBe(match.Value);
                }
                else
                {
                    match.Value.ShouldBe(Value.Null);
                }
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithQuietOnSuccess(true));
    }

    [Fact]
    public void Every_option_is_understood_by_its_value_label_synonyms_and_number()
    {
        foreach (AskStepWithOptions ask in AskStepWithOptions.Of(Flows.SmartHome))
        {
            for (int i = 0; i < ask.Options.Length; i++)
            {
                foreach (string word in ask.Options[i].Words.Append((i + 1).ToString(CultureInfo.InvariantCulture)))
                {
                    AskOf(Flows.SmartHome, ask.Step, word).ShouldBe(Value.From(ask.Options[i].Value), $"'{word}' to {ask.Step}");
                }
            }
        }
    }

    private static Value AskOf(Flow flow, string step, string answer)
    {
        AnswerSpec spec = ((GuidanceFlow.Compilation.AskStep)flow.FindStep(step)!).Answer;
        return AnswerMatcher.Match(spec, Offered(spec), answer, CultureInfo.InvariantCulture, Conversation.Noon).Value;
    }

    private static AnswerMatch Match(string answer, string text)
    {
        AnswerSpec spec = Spec(answer);
        return AnswerMatcher.Match(spec, Offered(spec), AnswerText.Repair(text), CultureInfo.GetCultureInfo("en"), Conversation.Noon);
    }

    private static AnswerSpec Spec(string answer) =>
        ((GuidanceFlow.Compilation.AskStep)Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "answer": ANSWER }""".Replace("ANSWER", answer, StringComparison.Ordinal)).FindStep("q")!).Answer;

    private static OfferedOption[] Offered(AnswerSpec spec) =>
        spec is ChoiceSpec choice ? [.. choice.Options.Select((option, i) => new OfferedOption(i, option, option.Value))] : [];
}
