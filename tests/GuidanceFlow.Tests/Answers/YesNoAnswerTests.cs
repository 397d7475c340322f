using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Answers;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Answers;

/// <summary>semantics.md, "Answers": what is a yes, what a no, and what is neither. Each text holds one utterance a line.</summary>
public sealed class YesNoAnswerTests
{
    private const string EnglishYes =
        """
        Yes
        yess!
        yesssss
        Yeah, sure.
        yeah yeah
        Yep, thanks
        well, yes
        Um... yes
        uhh yeah
        Yes yes yes
        Yes, please do
        oh yes
        OK
        Sure thing!
        of course
        of course it does
        Yes, of course.
        Certainly, it's on
        definitely
        very much so
        You bet!
        I think so
        I believe so, yes
        I think it does
        I do
        Yes I do
        I already have
        I sure did
        I've already done that
        It does
        it really does
        It is working now.
        it's working again
        It works fine now
        that helped, thank you
        That's right.
        that is correct
        all of them are
        they still do
        there is one
        There's one
        Everything works
        Yes, it's green now
        yes the light is green
        Yes, the light is blinking slowly
        Yes - all three of them
        yeah it's the white box in the hallway
        yep, in the kitchen
        Yes, I have tried that twice.
        Yes, two
        yes still blinking
        I checked, yes
        hello, yes
        Done, it works
        Yes! Finally!
        I'm afraid so
        Yes absolutely
        YES, IT DOES!!!
        sorry, yes
        ｙｅｓ，ｉｔ　ｄｏｅｓ
        it did work
        I will
        """;

    private const string EnglishNo =
        """
        No
        nooooo
        Nope.
        no no no
        No, no.
        Well, no
        hmm, no
        Not really
        not really, no
        No, not really.
        not yet
        Not anymore
        not any more, no
        not quite
        Not exactly
        Not at all!
        not that I know of
        Not as far as I can tell.
        I don't think so
        no, I don't think so
        I do not think it does
        I don't believe it has
        I don't think that helped
        I'm afraid not
        Unfortunately not.
        sadly, no
        of course not
        of course it doesn't
        definitely not
        Hell no
        no way
        No thanks
        no thank you, I'm good
        No, thank you very much
        It doesn't
        It does not.
        it still doesn't
        It still does not work
        still not working
        It isn't working
        it's not working anymore
        It's still not working, sorry
        No, it still doesn't work
        it won't work
        that didn't help at all
        That did not help either.
        I haven't
        I have not done that yet
        I can't
        I couldn't
        There isn't one
        there aren't any
        they aren't
        Not true
        That's not right
        that is wrong
        No, the light is red
        no the light is red
        No, it is still blinking
        no it's the other one
        No, there is no light at all
        Nope, nothing
        no still the same
        I checked, it doesn't
        I just checked and no
        no, two
        Oh well... no
        NO IT DOES NOT
        """;

    private const string EnglishNeither =
        """
        I know it does
        I know
        you know it does
        no idea
        No idea, sorry
        I don't know
        I do not know
        I'm not sure
        not sure
        not so sure
        I'm sure
        no problem
        No problem at all
        No one did
        nobody knows
        no lights
        no more
        nothing to it
        not bad
        not wrong
        It's not wrong
        Not no
        yes and no
        Yes. No.
        no wait, yes
        no, I mean yes
        Yes, no, maybe
        yes but only sometimes
        Yes, but it is red
        no, but it blinks
        Yes, if I press it
        yes, when I press it
        yes, except the last one
        Yes, it doesn't
        yes it does not
        No, it does
        no it works
        Yes, not at all
        maybe
        probably
        Probably not
        I guess so
        I guess not
        I hope so
        I doubt it
        sort of
        kind of
        more or less
        almost
        hardly
        sometimes
        it depends
        why not
        do I have to?
        Does it?
        Is it not?
        Yes, I do?
        isn't it?
        I don't care
        I don't mind
        I don't understand
        I do know
        it doesn't matter
        I don't think it doesn't
        I think I know
        well done
        oh no
        true story
        yeah right
        on
        off
        it was working
        it was on
        it might
        It could
        so so
        hello
        thanks
        please
        no, go back
        No, I want to talk to a person
        yes, help me
        yesterday
        nose
        known
        note
        okapi
        eyes
        n/a
        north
        notyes
        the yes button
        the light says no
        press yes
        is there a no
        a yes would be wrong
        no, yes
        right or wrong
        never mind
        No. 2
        no, skip it
        yeah no
        I can't tell
        I haven't looked
        I think it works, but no
        no it's fixed now, it works
        I wouldn't say so
        forget it
        """;

    private const string ChineseYes =
        """
        是
        是的
        是的。
        嗯
        嗯嗯
        嗯，是的
        嗯是的
        对
        对对对
        对的，对的
        没错
        没错，就是这样，是的
        好的
        好的，谢谢
        好好好
        可以
        可以的，谢谢您
        可以，没问题
        有
        有的有的
        有，两个
        有了
        有呀
        能
        当然
        当然可以
        当然有啊
        行
        行啊
        行行行
        需要
        要的哦
        我要
        我有
        我有的
        我能
        我可以
        它会
        确实
        确实有
        的确是
        真的有
        肯定是
        一直有
        都有
        都好了
        都是的
        现在可以了
        现在好了，谢谢
        已经好了
        已经可以了
        我已经试过了
        家里有
        还是有
        能用了
        是的，灯亮着
        是的，绿灯
        对，就是白色的那个
        对，已经重启了
        有，客厅有一个
        没问题
        您好，是的
        不好意思，是的
        是的　有
        ｏｋ
        我看了，有
        行了
        """;

    private const string ChineseNo =
        """
        不
        不不不
        不是
        不是的
        不是不是
        不对
        没有
        没有。
        没有没有
        没有，谢谢
        没有呢
        嗯，没有
        嗯没有
        还没
        还没呢
        还没有
        还没有呢
        没有，还没有
        没有，还是不行
        不行
        还是不行
        还不行
        现在还不行
        不可以
        不能
        我不能
        不会
        不用
        不用了，谢谢
        不用谢谢
        不要
        我不要
        不需要
        暂时不需要
        目前没有
        暂时没有
        我没有
        我确实没有
        真的没有
        并没有
        从来没有
        一直没有
        根本没有
        完全没有
        当然没有
        当然不是
        绝对不是
        都没有
        都不是
        也没有
        没用
        还是没用
        没有用
        没反应
        不太行
        不完全是
        不，是红色的
        不是，是红灯
        没有，灯是红的
        没有，一个都没有
        不，还没有
        不好意思，没有
        对不起，没有
        抱歉，还没有
        我看了，没有
        我检查过了，不是
        唉，还是不行
        用不了
        没试过
        我没试
        没有，iPhone没反应
        """;

    private const string ChineseNeither =
        """
        是不是
        有没有
        能不能
        对不对
        好不好
        行不行
        可不可以
        不是没有
        不是不行
        不得不
        没有问题
        没关系
        没事
        不错
        不客气
        不好意思
        不好说
        不一定
        不知道
        我不知道
        不清楚
        不确定
        不太确定
        可能吧
        可能是
        应该是
        应该没有
        好像没有
        好像是
        大概有
        也许
        差不多
        有时候有
        有时候没有
        偶尔
        是吗
        是吧
        对吧
        真的吗
        有吗
        没有吗
        没有吧
        是的，但是只有一半
        是的，不过有时候不亮
        没有，但是灯亮了
        是的，没有
        对，没有
        不，是的
        没有，有
        好的，不用了
        我知道是的但是
        是的没有
        还可以
        还行
        还好
        都行
        都可以
        都要
        好好
        好看
        对了
        对面
        有意思
        没有人知道
        没办法
        有道理
        能量
        行李
        会议
        要么
        是非
        不锈钢
        不见不散
        别
        灭了
        亮了
        不亮
        没有，帮我转人工
        不，返回
        是什么
        要多久
        能便宜吗
        嗯？
        是？不是？
        没有，等一下
        对，看错了
        随便
        是的，nope
        有没有都行
        都有问题
        没看懂
        没有不行
        对，没反应
        会不会
        可以不
        """;

    public static TheoryData<string, bool?> Utterances
    {
        get
        {
            var data = new TheoryData<string, bool?>();
            foreach ((string lines, bool? means) in ((string, bool?)[])[(EnglishYes, true), (EnglishNo, false), (EnglishNeither, null), (ChineseYes, true), (ChineseNo, false), (ChineseNeither, null)])
            {
                foreach (string line in lines.Split('\n', StringSplitOptions.TrimEntries))
                {
                    data.Add(line, means);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Utterances))]
    public void What_people_say_is_a_yes_a_no_or_not_understood(string answer, bool? means) => Read(answer).ShouldBe(means);

    [Theory]
    [InlineData("是的，没问题", null)]
    [InlineData("没有，没问题", false)]
    [InlineData("nein, leider nicht", null)]
    [InlineData("ja, it works", true)]
    [InlineData("klar ja", true)]
    [InlineData("no, nein", false)]
    public void The_questions_own_words_count_in_clauses_too(string answer, bool? means) =>
        Read(answer, new YesNoSpec(["ja", "klar ja"], ["nein", "没问题"])).ShouldBe(means);

    [Fact]
    public void Nope_behind_a_yes_takes_it_back() => Read("yes the nope light").ShouldBeNull();

    [Fact]
    public void Yes_and_no_as_parts_of_other_words_or_beside_one_another_are_never_understood()
    {
        Gen<string> words = Gen.Elements("yes", "no", "not", "yeah", "nope", "是的", "没有", "不是", "有", "maybe", "but", "know", "the", "light", "但是", "可能");
        Prop.ForAll(words.ArrayOf().ToArbitrary(), said =>
        {
            string text = string.Join(' ', said);
            bool saysYes = said.Any(word => word is "yes" or "yeah" or "是的" or "有");
            bool saysNo = said.Any(word => word is "no" or "nope" or "没有" or "不是");
            bool hedges = said.Any(word => word is "maybe" or "but" or "know" or "但是" or "可能");
            if ((saysYes && saysNo) || hedges || !(saysYes || saysNo || said.Contains("not")))
            {
                Read(text).ShouldBeNull(text);
            }

            foreach (string word in said)
            {
                Read("x" + word).ShouldBeNull(word);
                Read(word + "x").ShouldBeNull(word);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithQuietOnSuccess(true));
    }

    [Fact]
    public void A_clause_is_understood_after_commands_a_whole_utterance_before_them()
    {
        Match("yes").By.ShouldBe("exact");
        Match("well, yes").By.ShouldBe("contained");
        Match("no, the light is red").By.ShouldBe("contained");
    }

    [Fact]
    public void A_long_story_is_not_understood_and_takes_no_time()
    {
        Read("no, " + string.Join(' ', Enumerable.Repeat("light", 12))).ShouldBe(false);
        Read("no, " + string.Join(' ', Enumerable.Repeat("light", 13))).ShouldBeNull();
        Read("不，" + new string('灯', 16)).ShouldBe(false);
        Read("不，" + new string('灯', 17)).ShouldBeNull();
        Read("no " + string.Concat(Enumerable.Repeat("it is now ", 49))).ShouldBeNull();
        Read(string.Concat(Enumerable.Repeat("没", 490))).ShouldBeNull();
    }

    private static bool? Read(string answer, YesNoSpec? question = null) => Match(answer, question).Value.TryGetBoolean(out bool value) ? value : null;

    private static AnswerMatch Match(string answer, YesNoSpec? question = null) =>
        AnswerMatcher.Match(question ?? new YesNoSpec([], []), [], answer, CultureInfo.GetCultureInfo("en"), Conversation.Noon);
}
