using GuidanceFlow.Answers;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Answers;

/// <summary>Many options are looked up, few looked through; nobody can tell but by the time it takes.</summary>
public sealed class ManyOptionsTests
{
    private static readonly ChoiceSpec Many = new(
        [.. Enumerable.Range(0, 20).Select(i => new ChoiceOption("v" + i, Template.Parse("Label " + i).GetOrThrow(), ["v" + i, "label " + i, i < 3 ? "shared" : "own " + i, "own " + i], When: null, Target: null))],
        Listed: null);

    [Theory]
    [InlineData("v7", "v7")]
    [InlineData("label 19", "v19")]
    [InlineData("own 3", "v3")]
    [InlineData("own 0", "v0")]
    [InlineData("20", "v19")]
    [InlineData("the last one", "v19")]
    [InlineData("i say label 12", "v12")]
    [InlineData("shared", "v0|v1|v2")]
    [InlineData("nothing known", "")]
    public void An_answer_to_many_options_is_read_as_one_to_few(string answer, string expected)
    {
        Many.Places.ShouldNotBeNull();
        AnswerMatch lookedUp = ChoiceMatcher.Match(Many.Fixed, answer, Many.Places);
        AnswerMatch lookedThrough = ChoiceMatcher.Match(Many.Fixed, answer);

        (lookedUp with { Candidates = [] }).ShouldBe(lookedThrough with { Candidates = [] });
        lookedUp.Candidates.ShouldBe(lookedThrough.Candidates);
        (lookedUp.Value.TryGetText(out string? value) ? value : string.Join('|', lookedUp.Candidates)).ShouldBe(expected);
    }

    [Fact]
    public void Options_that_are_few_or_not_always_offered_have_no_index()
    {
        new ChoiceSpec(Many.Options[..15], Listed: null).Places.ShouldBeNull();
        new ChoiceSpec([.. Many.Options[..19], Many.Options[19] with { Label = Template.Parse("{{ x }}").GetOrThrow() }], Listed: null).Places.ShouldBeNull();
    }
}
