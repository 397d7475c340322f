using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Engine;

/// <summary>The language switched in the middle of a session.</summary>
public sealed class LocaleTests
{
    private static Conversation Talk() => new Conversation(Flows.SmartHome, new StartRequest { SessionId = "s", Inputs = SmartHomeInputs.Of(1), Locale = "en" });

    [Fact]
    public void Locale_Switched_AsksThePresentQuestionAgainInTheOtherLanguage()
    {
        Conversation talk = Talk();
        Conversation chinese = new(Flows.SmartHome, new StartRequest { SessionId = "s", Inputs = SmartHomeInputs.Of(1), Locale = "zh-CN" });
        string step = talk.At!;

        talk.Step(new LocaleInput("zh_CN"));

        talk.At.ShouldBe(step);
        talk.Session.Locale.ShouldBe("zh-CN");
        talk.Said.ShouldBe([chinese.Said[^1]]);
        talk.Events[0].ShouldBe("LocaleChanged:" + step + ":zh-CN");
        talk.Session.Attempts.ShouldBe(0);
        talk.Reread().Session.Locale.ShouldBe("zh-CN");
    }

    [Fact]
    public void Locale_Switched_GoesOnInIt_AndSurvivesGoingBack()
    {
        var talk = Talk();
        talk.Say(Sensible.Answers(talk.Where.Expects)[0]).Step(new LocaleInput("zh-CN")).Say("返回");
        talk.Turn.Result.ShouldBe(TurnResult.Accepted);
        talk.Session.Locale.ShouldBe("zh-CN");
    }

    [Fact]
    public async Task AHost_KeepsTheSwitchInTheJournal()
    {
        var store = new InMemorySessionStore();
        var host = new GuidanceHost(new FlowCatalog([Flows.SmartHome]), store, new InMemoryTicketSink());
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await host.StartAsync(Flows.SmartHome.Id, new StartRequest { SessionId = "s", Inputs = SmartHomeInputs.Of(1) }, cancellationToken: cancellation);
        await host.StepAsync("s", new LocaleInput("zh"), cancellationToken: cancellation);

        JournalEntry entry = (await store.ReadJournalAsync("s", cancellation))[^1];
        (entry.Kind, entry.Locale).ShouldBe((JournalEntryKind.Locale, "zh-CN"));
    }
}
