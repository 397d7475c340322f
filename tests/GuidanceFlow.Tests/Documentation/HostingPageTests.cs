using GuidanceFlow.Engine;
using GuidanceFlow.Handoffs;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing;
using Microsoft.Extensions.DependencyInjection;
using QuickStart;

namespace GuidanceFlow.Tests.Documentation;

/// <summary>docs/hosting.md: the app on the page is compiled, and does what the page says.</summary>
public sealed class HostingPageTests
{
    private static readonly string Page = Repository.Read("docs", "hosting.md");

    [Fact]
    public void App_OnThePage_IsTheOneThatIsCompiled()
    {
        Block("csharp").ShouldBe(Repository.Read("samples", "QuickStart", "ParcelDesk.cs"));
        Block("json").ShouldBe(Repository.Read("samples", "QuickStart", "parcel-help.json"));
    }

    [Fact]
    public async Task App_OnThePage_RemindsFindsAndCallsAPerson()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        var clock = new ManualTimeProvider();
        var sent = new List<string>();
        var desk = new InMemoryHandoffSink();
        int found = 0;
        await using ServiceProvider provider = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddParcelDesk(
            Repository.Path("samples", "QuickStart", "parcel-help.json"),
            (number, _) => number == "A7" ? Task.FromResult<string?>("on its way") : number == "B8" ? Task.FromResult<string?>(null) : throw new TimeoutException($"Call {++found}."),
            (customer, text) =>
            {
                sent.Add($"{customer}: {text}");
                return Task.CompletedTask;
            },
            desk).BuildServiceProvider();
        GuidanceHost host = provider.GetRequiredService<GuidanceHost>();

        await host.StartAsync("parcel-help", new StartRequest { SessionId = "s1", CustomerKey = "ann" }, cancellationToken: cancellationToken);
        clock.Advance(TimeSpan.FromMinutes(5));
        await host.FireDueTimersAsync(cancellationToken);
        sent.ShouldBe(["ann: Are you still there? The number is on your receipt."]);
        (await host.AnswerAsync("s1", "B8", cancellationToken: cancellationToken)).Messages.Select(message => message.Text).ShouldBe(["One moment.", "What is the number of the parcel?"]);
        (await host.AnswerAsync("s1", "A7", cancellationToken: cancellationToken)).Messages.Select(message => message.Text).ShouldBe(["One moment.", "Your parcel is on its way."]);

        await host.StartAsync("parcel-help", new StartRequest { SessionId = "s2", CustomerKey = "bob" }, cancellationToken: cancellationToken);
        (await host.AnswerAsync("s2", "C9", cancellationToken: cancellationToken)).Status.ShouldBe(SessionStatus.Busy);
        for (int i = 0; i < 10; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await host.FireDueTimersAsync(cancellationToken);
        }

        found.ShouldBe(3);
        desk.Handoffs.ShouldHaveSingleItem().Situation.ShouldBe("Parcel C9 cannot be found.");
        await host.StepAsync("s2", new PersonMessageInput("Found it.") { By = "ada" }, cancellationToken: cancellationToken);
        sent[1..].ShouldBe(["bob: A colleague looks for it and writes to you here.", "bob: Found it."]);
    }

    private static string Block(string language)
    {
        int start = Page.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return Page[start..Page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
