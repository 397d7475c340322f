using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Documentation;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Answers;

/// <summary>semantics.md, "Answers": what is understood of an option's words that are misspelt, and what is only asked for.</summary>
public sealed class MisspeltAnswerTests
{
    private static readonly Flow Lights = Flows.Of(
        """
        { "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [
            { "value": "red" },
            { "value": "none", "label": "It is switched off", "synonyms": ["not now"] },
            { "value": "blinking", "label": "Blinking slowly" },
            { "value": "bright", "label": "{{ word }}", "synonyms": ["now"] },
            { "value": "iphone 14" },
            { "value": "upstairs", "synonyms": ["床头的台灯", "打不开了"] } ] } }
        """,
        """ "inputs": { "word": { "type": "text", "default": "Steady green" } }, """);

    [Theory]
    [InlineData("blinkign", "blinking")]
    [InlineData("Blinknig slowly!", "blinking")]
    [InlineData("blnking", "blinking")]
    [InlineData("blinkingg", "blinking")]
    [InlineData("blibking", "blinking")]
    [InlineData("lbinking", "blinking")]
    [InlineData("blinkingslowly", "blinking")]
    [InlineData("blinkings lowly", "blinking")]
    [InlineData("steady grene", "bright")]
    [InlineData("it is swiched off", "none")]
    [InlineData("床头台灯", "upstairs")]
    [InlineData("床头的灯台", "upstairs")]
    [InlineData("床头的的台灯", "upstairs")]
    public void One_slip_in_a_long_word_is_taken(string answer, string expected) =>
        Ask(answer).Answer.ShouldBe(new ResolvedAnswer(answer, Value.From(expected), "approximate"));

    // A short word, another first letter, a digit, a negation, another sign: there the answer may well mean something else.
    [Theory]
    [InlineData("bed", "red")]
    [InlineData("rad", "red")]
    [InlineData("clinking", "blinking")]
    [InlineData("5linking", "blinking")]
    [InlineData("iphone 15", "iphone 14")]
    [InlineData("it is switched of", "none")]
    [InlineData("it in switched off", "none")]
    [InlineData("steady greem", "bright", "steady greed")]
    [InlineData("blinkin slowy", "blinking")]
    [InlineData("打得开了", "upstairs")]
    [InlineData("打开了", "upstairs")]
    [InlineData("床头的吊灯", "upstairs")]
    [InlineData("nt now", "none,bright")]
    [InlineData("nod now", "none,bright")]
    [InlineData("nw", "bright")]
    public void What_may_mean_something_else_is_a_candidate_to_ask_for(string answer, string candidates, string? word = null)
    {
        Turn turn = (word is null ? new Conversation(Lights) : new Conversation(Twin(word))).Say(answer).Turn;
        turn.Result.ShouldBe(TurnResult.Ambiguous);
        string.Join(',', turn.Candidates).ShouldBe(word is null ? candidates : candidates + ",twin");
        turn.Answer!.By.ShouldBe("approximate");
    }

    [Theory]
    [InlineData("on")]
    [InlineData("n")]
    [InlineData("bde x")]
    [InlineData("read it")]
    [InlineData("blinded")]
    [InlineData("unsteady greens")]
    [InlineData("床上")]
    [InlineData("steady as she goes, green as grass")]
    public void What_is_farther_away_is_not_understood(string answer) => Ask(answer).Result.ShouldBe(TurnResult.NoMatch);

    [Fact]
    public void Candidates_stand_in_the_order_of_likelihood_and_there_are_at_most_three()
    {
        Flow flow = Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": ["rattle", "cattle", "battle", "tattle", "battles"] } }""");
        new Conversation(flow).Say("pattle").Turn.Candidates.ShouldBe(["rattle", "cattle", "battle"]);
        new Conversation(flow).Say("batle").Turn.Candidates.ShouldBe(["battle"]);
    }

    [Fact]
    public void A_command_comes_before_a_misspelt_option()
    {
        Flow flow = Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": ["cancels", "restarts"] } }""");
        new Conversation(flow).Say("cancel").Session.Status.ShouldBe(GuidanceFlow.Sessions.SessionStatus.Ended);
        new Conversation(flow).Say("cancelss").Turn.Answer!.Value.ShouldBe(Value.From("cancels"));
    }

    // The promise: over every single edit of every word of every option of every sample flow in every language.
    [Fact]
    public void No_single_edit_of_an_option_of_the_samples_takes_another_one_and_four_of_five_are_taken_or_offered_first()
    {
        Dictionary<string, int[]> samples = MeasureSamples();
        samples.Keys.ShouldContain("en");
        samples.Keys.ShouldContain("zh-CN");
        samples.Where(counted => counted.Value[0] < 1_000 || counted.Value[1] + counted.Value[2] < 0.8 * counted.Value[0])
            .Select(counted => $"{counted.Key}: {counted.Value[1]} taken and {counted.Value[2]} offered first of {counted.Value[0]}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_distance_is_that_of_the_whole_table()
    {
        Gen<string> words = Gen.Elements("abc 中".ToCharArray()).ArrayOf().Select(letters => new string(letters));
        Prop.ForAll(words.ToArbitrary(), words.ToArbitrary(), (one, other) =>
        {
            int distance = WholeTable(one, other);
            for (int bound = 0; bound < 4; bound++)
            {
                SpellingDistance.Between(one, other, bound).ShouldBe(Math.Min(distance, bound + 1), $"'{one}' and '{other}'");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithQuietOnSuccess(true));
    }

    [Theory]
    [InlineData("ab", "ba", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    public void The_distance_counts_neighbours_changed_over_once_and_changes_no_letter_twice(string one, string other, int distance)
    {
        SpellingDistance.Between(one, other, 5).ShouldBe(distance);
        WholeTable(one, other).ShouldBe(distance);
    }

    [Fact]
    public void Long_answers_and_labels_are_compared_too()
    {
        string label = string.Concat(Enumerable.Repeat("seventeen ", 45)).Trim();
        SpellingDistance.Between(label, label.Replace("n seventeen s", "n seventene s", StringComparison.Ordinal), 100).ShouldBe(22);
        SpellingDistance.Between(label, label.Insert(200, "x").Insert(300, "y"), 2).ShouldBe(2);
    }

    private static Turn Ask(string answer) => new Conversation(Lights).Say(answer).Turn;

    /// <summary>The lights with one more option beside the steady green.</summary>
    private static Flow Twin(string word) => Flows.Of(
        """
        { "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "bright", "label": "Steady green" }, { "value": "twin", "label": "WORD" } ] } }
        """.Replace("WORD", word, StringComparison.Ordinal));

    /// <summary>For each language, Latin words in Chinese apart: how many edits, how many of them taken, how many offered first. Asserts that none takes another option.</summary>
    private static Dictionary<string, int[]> MeasureSamples()
    {
        var measured = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(Repository.Path("samples", "flows"), "*.json", SearchOption.AllDirectories).Where(file => !Path.GetFileNameWithoutExtension(file).Contains('.', StringComparison.Ordinal)))
        {
            Flow flow = FlowCompiler.Compile([FlowSource.FromFile(file)]).GetOrThrow();
            foreach (string locale in flow.Locales)
            {
                foreach (AskStep ask in flow.Nodes.OfType<AskStep>().Where(ask => ask.Answer is ChoiceSpec))
                {
                    Measure((ChoiceSpec)ask.Answers.In(flow.LocaleIndex(locale)), CultureInfo.GetCultureInfo(locale), measured, locale, $"{ask.Id} in {locale}");
                }
            }
        }

        return measured;
    }

    private static void Measure(ChoiceSpec choice, CultureInfo culture, Dictionary<string, int[]> measured, string locale, string where)
    {
        OfferedOption[] offered = choice.Fixed ?? OptionOffer.All(choice);
        foreach (OfferedOption option in offered)
        {
            var others = offered.Where(other => other.Index != option.Index).SelectMany(other => other.Option.Keys).ToHashSet(StringComparer.Ordinal);
            foreach ((string key, string edit) in option.Option.Keys.SelectMany(key => SingleEdits.Of(key).Select(edit => (key, edit))).Where(word => AnswerText.Normalize(word.edit) is { Length: > 0 } read && !others.Contains(read)))
            {
                string group = locale != "en" && !key.Any(AnswerText.IsUnspaced) ? locale + ", Latin letters" : locale;
                int[] counts = measured.TryGetValue(group, out int[]? before) ? before : measured[group] = new int[3];
                AnswerMatch match = AnswerMatcher.Match(choice, offered, edit, culture, Conversation.Noon);
                bool isTaken = match.Kind == AnswerMatchKind.Matched;
                if (isTaken)
                {
                    match.Option.ShouldBe(option.Index, $"'{edit}' to {where}");
                }

                counts[0]++;
                counts[1] += isTaken ? 1 : 0;
                counts[2] += match.Kind == AnswerMatchKind.Ambiguous && match.Candidates[0] == option.Option.Value ? 1 : 0;
            }
        }
    }

    /// <summary>Optimal string alignment as textbooks have it, without a bound.</summary>
    private static int WholeTable(string one, string other)
    {
        int[,] table = new int[one.Length + 1, other.Length + 1];
        for (int i = 0; i <= one.Length; i++)
        {
            for (int j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                int cost = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                table[i, j] = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] ? Math.Min(cost, table[i - 2, j - 2] + 1) : cost;
            }
        }

        return table[one.Length, other.Length];
    }
}
