using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Terminal.Asking;
using GuidanceFlow.Terminal.Words;

namespace GuidanceFlow.Terminal.Tests.Asking;

public sealed class QuestionTests
{
    [Theory]
    [InlineData("text", "type your answer", "请输入您的回答")]
    [InlineData("email", "an e-mail address such as name@example.com", "一个邮箱地址，例如 name@example.com")]
    [InlineData("phone", "a telephone number, 7 to 15 digits", "一个电话号码（7 到 15 位数字）")]
    [InlineData("date", "a date such as 2026-01-05", "一个日期，例如 2026-01-05")]
    public void From_AnswerWithoutChoices_SaysWhatIsAskedFor(string type, string english, string chinese)
    {
        var expects = new Expectation(type, default, null, null, null, 3);

        Question.From(expects, ChatWords.English).Placeholder.ShouldBe(english);
        Question.From(expects, ChatWords.Chinese).Placeholder.ShouldBe(chinese);
    }

    [Theory]
    [InlineData(0, "Files cannot be sent from here. Say “skip” to go on without.", "这里无法发送文件。请说“跳过”，不发送也可以继续。")]
    [InlineData(1, "Files cannot be sent from here. Say “person” to be helped by somebody.", "这里无法发送文件。需要人工帮助请说“人工”。")]
    public void Attachment_IsExplained_WhereNoneCanBeSent(int min, string english, string chinese)
    {
        var expects = new Expectation("attachment", default, min, 1, null, 3);
        var reply = new TurnReply { Session = "s", Turn = 1, Status = SessionStatus.Waiting, Result = TurnResult.NoMatch, Expects = expects };

        Question.From(expects, ChatWords.English).Placeholder.ShouldBe(english);
        Misunderstanding.Of(reply, ChatWords.Chinese).ShouldBe(chinese);
    }

    [Fact]
    public void From_Rating_SaysItsScale() =>
        Question.From(new Expectation("rating", default, 1, 5, null, 3), ChatWords.English).Placeholder.ShouldBe("a number from 1 to 5");

    [Theory]
    [InlineData(1, null, "Please choose at least one option.", "请选择至少一项。")]
    [InlineData(0, null, "Please choose at least one option.", "请选择至少一项。")]
    [InlineData(2, null, "Please choose at least 2 options.", "请选择至少 2 项。")]
    [InlineData(2, 2, "Please choose 2 options.", "请选择 2 项。")]
    [InlineData(1, 3, "Please choose 1 to 3 options.", "请选择 1 到 3 项。")]
    public void Misunderstanding_OfTooFewOrTooMany_SaysHowMany(int min, int? max, string english, string chinese)
    {
        var expects = new Expectation("choices", [new ExpectedOption("a", "A")], min, max, null, 3);
        var reply = new TurnReply { Session = "s", Turn = 1, Status = SessionStatus.Waiting, Result = TurnResult.Invalid, Reason = TurnReason.TooFew, Expects = expects };

        Misunderstanding.Of(reply, ChatWords.English).ShouldBe(english);
        Misunderstanding.Of(reply with { Reason = TurnReason.TooMany }, ChatWords.Chinese).ShouldBe(chinese);
        Question.From(expects, ChatWords.English).Several.ShouldBe(min);
    }

    [Theory]
    [InlineData(TurnReason.NotAnAddress, "Please give an e-mail address such as name@example.com.", "请输入一个邮箱地址，例如 name@example.com。")]
    [InlineData(TurnReason.NotAPhoneNumber, "Please give a telephone number, 7 to 15 digits.", "请输入一个电话号码（7 到 15 位数字）。")]
    [InlineData(TurnReason.NotADate, "Please give a date such as 2026-01-05.", "请输入一个日期，例如 2026-01-05。")]
    public void Misunderstanding_SaysWhatIsWrong(string reason, string english, string chinese)
    {
        var reply = new TurnReply { Session = "s", Turn = 1, Status = SessionStatus.Waiting, Result = TurnResult.Invalid, Reason = reason };

        Misunderstanding.Of(reply, ChatWords.English).ShouldBe(english);
        Misunderstanding.Of(reply, ChatWords.Chinese).ShouldBe(chinese);
    }
}
