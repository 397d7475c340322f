using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Sessions;

public sealed class AnswerListTests
{
    [Fact]
    public void With_OnWhateverList_GivesWhatACopyWouldAndLeavesEveryOtherListAsItWas() =>
        Prop.ForAll(
            Gen.Choose(0, 60).Two().ListOf(120).ToArbitrary(),
            changes =>
            {
                List<(AnswerList List, List<(int Step, long Value)> Model)> made = [(default, [])];
                foreach ((int from, int step) in changes)
                {
                    // Mostly the longest one goes on, and at times an older one goes another way.
                    (AnswerList list, List<(int Step, long Value)> model) = from < 45 ? made[^1] : made[from % made.Count];
                    long value = made.Count;
                    made.Add((list.With(step, Value.From(value)), [.. model.Where(answer => answer.Step != step), (step, value)]));
                }

                return made.TrueForAll(pair => Describe(pair.List) == string.Join(' ', pair.Model.Select(answer => $"{answer.Step}={answer.Value}")));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void With_ByManyThreadsOnOneLongList_GivesEachItsOwn()
    {
        AnswerList start = Enumerable.Range(0, 100).Aggregate(default(AnswerList), (list, step) => list.With(step, Value.From(step)));
        AnswerList[] made = new AnswerList[16];

        Parallel.For(0, made.Length, i => made[i] = start.With(100 + i, Value.From(i)).With(200 + i, Value.From(-i)));

        start.Count.ShouldBe(100);
        for (int i = 0; i < made.Length; i++)
        {
            made[i].Count.ShouldBe(102);
            made[i].Find(100 + i).ShouldBe(Value.From(i));
            made[i].Find(200 + i).ShouldBe(Value.From(-i));
            made[i].AsSpan()[..100].SequenceEqual(start.AsSpan()).ShouldBeTrue();
        }
    }

    [Fact]
    public void Find_OfAStepWithoutAnAnswer_IsNull() => default(AnswerList).With(1, Value.True).Find(2).ShouldBe(Value.Null);

    private static string Describe(AnswerList list) => string.Join(' ', list.AsSpan().ToArray().Select(answer => $"{answer.Step}={answer.Value}"));
}
