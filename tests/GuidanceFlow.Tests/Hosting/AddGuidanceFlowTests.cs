using GuidanceFlow.Compilation;
using GuidanceFlow.Engine;
using GuidanceFlow.Interpreters;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceFlow.Tests.Hosting;

public sealed class AddGuidanceFlowTests
{
    private static readonly Flow One = Flows.Of(Flows.YesNo("q"));

    private static readonly Flow Two = Flows.FromText(Flows.TextOf(Flows.YesNo("r")).Replace("\"flow\": \"f\"", "\"flow\": \"g\"", StringComparison.Ordinal));

    [Fact]
    public async Task One_line_registers_a_host_that_works()
    {
        using ServiceProvider services = new ServiceCollection().AddGuidanceFlow(flow => flow.AddFlow(One)).BuildServiceProvider(validateScopes: true);
        var host = services.GetRequiredService<GuidanceHost>();
        host.ShouldBeSameAs(services.GetRequiredService<GuidanceHost>());
        (await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: TestContext.Current.CancellationToken)).Messages[0].Text.ShouldBe("q?");
        for (int i = 0; i < 3; i++)
        {
            await host.AnswerAsync("s", "what", cancellationToken: TestContext.Current.CancellationToken);
        }

        services.GetRequiredService<ISessionStore>().ShouldBeOfType<InMemorySessionStore>();
        services.GetRequiredService<ITicketSink>().ShouldBeOfType<InMemoryTicketSink>().Tickets.Count.ShouldBe(1);
    }

    [Fact]
    public void A_store_and_a_sink_can_be_chosen_or_be_there_already()
    {
        var store = new InMemorySessionStore();
        var sink = new InMemoryTicketSink();
        using ServiceProvider chosen = new ServiceCollection().AddGuidanceFlow(flow => flow.AddFlow(One).UseStore(store).UseTickets(sink)).BuildServiceProvider();
        chosen.GetRequiredService<ISessionStore>().ShouldBeSameAs(store);
        chosen.GetRequiredService<ITicketSink>().ShouldBeSameAs(sink);

        using ServiceProvider there = new ServiceCollection().AddSingleton<ISessionStore>(store).AddSingleton<ITicketSink>(sink).AddGuidanceFlow(flow => flow.AddFlow(One)).BuildServiceProvider();
        there.GetRequiredService<ISessionStore>().ShouldBeSameAs(store);
        there.GetRequiredService<ITicketSink>().ShouldBeSameAs(sink);
    }

    [Fact]
    public void Called_again_it_adds_flows_and_keeps_the_store()
    {
        var store = new InMemorySessionStore();
        using ServiceProvider services = new ServiceCollection().AddGuidanceFlow(flow => flow.AddFlow(One).UseStore(store)).AddGuidanceFlow(flow => flow.AddFlow(Two)).BuildServiceProvider();
        services.GetServices<GuidanceHost>().ShouldHaveSingleItem().Flows.Ids.ShouldBe(["f", "g"]);
        services.GetRequiredService<ISessionStore>().ShouldBeSameAs(store);
    }

    [Fact]
    public void A_version_can_be_retired_before_or_after_it_is_added()
    {
        Flow newer = Flows.FromText(Flows.TextOf(Flows.YesNo("q")).Replace("\"flow\": \"f\"", "\"flow\": \"f\", \"version\": 2", StringComparison.Ordinal));
        using ServiceProvider services = new ServiceCollection().AddGuidanceFlow(flow => flow.RetireFlow("f", 2).AddFlow(newer).AddFlow(One).RetireFlow("f", 2)).BuildServiceProvider();
        FlowCatalog flows = services.GetRequiredService<GuidanceHost>().Flows;
        (flows.Latest("f"), flows.IsRetired("f", 2)).ShouldBe((One, true));

        using ServiceProvider wrong = new ServiceCollection().AddGuidanceFlow(flow => flow.AddFlow(One).RetireFlow("f", 7)).BuildServiceProvider();
        Should.Throw<ArgumentException>(() => wrong.GetRequiredService<GuidanceHost>()).Message.ShouldContain("version 7 of a flow 'f'");
    }

    [Fact]
    public async Task The_hosts_clock_is_the_services()
    {
        using ServiceProvider services = new ServiceCollection().AddSingleton<TimeProvider>(new Clock()).AddGuidanceFlow(flow => flow.AddFlow(One)).BuildServiceProvider();
        await services.GetRequiredService<GuidanceHost>().StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: TestContext.Current.CancellationToken);
        (await services.GetRequiredService<ISessionStore>().ReadJournalAsync("s", TestContext.Current.CancellationToken))[0].At.ShouldBe(Conversation.Noon);
    }

    [Fact]
    public async Task Interpreters_are_asked_in_the_order_they_were_added_in_front_of_and_behind_the_built_in_words()
    {
        var asked = new List<string>();
        using ServiceProvider services = new ServiceCollection()
            .AddSingleton(asked)
            .AddGuidanceFlow(flow => flow.AddFlow(One).AddInterpreterBehind(new Noting(asked, "third")).AddInterpreterInFront(new Noting(asked, "first")))
            .AddGuidanceFlow(flow => flow.AddInterpreterInFront<Second>().AddInterpreterBehind<Fourth>())
            .BuildServiceProvider(validateScopes: true);
        var host = services.GetRequiredService<GuidanceHost>();
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: TestContext.Current.CancellationToken);
        await host.AnswerAsync("s", "what", cancellationToken: TestContext.Current.CancellationToken);
        asked.ShouldBe(["first", "second", "third", "fourth"]);
        await host.AnswerAsync("s", "yes", cancellationToken: TestContext.Current.CancellationToken);
        asked[4..].ShouldBe(["first", "second"]);
        services.GetRequiredService<Second>().ShouldNotBeNull();
    }

    [Fact]
    public async Task Interpreters_are_waited_for_as_long_as_was_said()
    {
        var clock = new ManualTimeProvider();
        using ServiceProvider services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddGuidanceFlow(flow => flow.AddFlow(One).AddInterpreterBehind(new Silent()).LimitInterpreters(TimeSpan.FromMinutes(5)).LimitInterpreters(TimeSpan.FromSeconds(2)))
            .BuildServiceProvider();
        var host = services.GetRequiredService<GuidanceHost>();
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: TestContext.Current.CancellationToken);
        Task<TurnReply> reply = host.AnswerAsync("s", "what", cancellationToken: TestContext.Current.CancellationToken);
        reply.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(2));
        (await reply).Result.ShouldBe(TurnResult.NoMatch);

        Should.Throw<ArgumentOutOfRangeException>(() => new ServiceCollection().AddGuidanceFlow(flow => flow.LimitInterpreters(TimeSpan.Zero)));
        Should.Throw<ArgumentNullException>(() => new ServiceCollection().AddGuidanceFlow(flow => flow.AddInterpreterInFront(null!)));
    }

    [Fact]
    public void Errors_of_a_flow_file_are_thrown_with_their_listing()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, """{ "flow": "f", "stages": [ { "id": "s", "steps": [ { "id": "a", "type": "say", "text": "{{ nobody }}", "next": "nowhere" } ] } ] }""");
            FlowCompilationException exception = Should.Throw<FlowCompilationException>(() => new ServiceCollection().AddGuidanceFlow(flow => flow.AddFlow(path)));
            exception.Diagnostics.Length.ShouldBeGreaterThanOrEqualTo(2);
            exception.Message.ShouldContain(path + "(1,");
            exception.Message.ShouldContain("no such step");
        }
        finally
        {
            File.Delete(path);
        }

        Should.Throw<FlowCompilationException>(() => new ServiceCollection().AddGuidanceFlow(flow => flow.AddFlow("no/such.json"))).Message.ShouldContain("There is no such file.");
    }

    private class Noting(List<string> asked, string name) : IAnswerInterpreter
    {
        public ValueTask<AnswerInterpretation> InterpretAsync(InterpretationRequest request, CancellationToken cancellationToken)
        {
            asked.Add(name);
            return ValueTask.FromResult(AnswerInterpretation.NoMatch);
        }
    }

    private sealed class Second(List<string> asked) : Noting(asked, "second");

    private sealed class Fourth(List<string> asked) : Noting(asked, "fourth");

    private sealed class Silent : IAnswerInterpreter
    {
        public async ValueTask<AnswerInterpretation> InterpretAsync(InterpretationRequest request, CancellationToken cancellationToken) =>
            await new TaskCompletionSource<AnswerInterpretation>().Task;
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Conversation.Noon;
    }
}
