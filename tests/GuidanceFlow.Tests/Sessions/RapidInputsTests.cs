using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>Inputs that come while a turn of their session is under way.</summary>
public sealed class RapidInputsTests
{
    private static readonly Flow Counting = Flows.Of(
        """
        { "id": "more", "type": "ask", "text": "{{ said }}", "answer": "text", "save": "last" },
        { "id": "note", "type": "set", "values": { "said": "said + last" }, "next": [ { "when": "last == 'stop'", "goto": "bye" }, { "goto": "more" } ] }
        """,
        """ "data": { "said": { "type": "text", "default": "" }, "last": "text" }, """);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queue_TakesInputsInTheOrderInWhichTheyCame()
    {
        var store = new GatedStore();
        GuidanceHost host = await Started(store, RapidInputs.Queue);

        Task<TurnReply>[] replies = [.. "abcdef".Select(letter => host.AnswerAsync("s", letter.ToString(), cancellationToken: Token))];
        replies.ShouldAllBe(reply => !reply.IsCompleted);
        store.Open();

        (await Task.WhenAll(replies)).Select(reply => reply.Messages[^1].Text).ShouldBe(["a", "ab", "abc", "abcd", "abcde", "abcdef"]);
    }

    [Fact]
    public async Task Refuse_AnswersBusyAtOnce_AndTheNextInputIsTakenAgain()
    {
        var store = new GatedStore();
        GuidanceHost host = await Started(store, RapidInputs.Refuse);

        Task<TurnReply> first = host.AnswerAsync("s", "a", "one", cancellationToken: Token);
        store.OpenForOthers();
        TurnReply busy = await host.AnswerAsync("s", "b", cancellationToken: Token);
        (busy.Result, busy.Reason, busy.Turn).ShouldBe((TurnResult.Refused, TurnReason.Busy, 1));
        store.Open();
        (await first).Messages[^1].Text.ShouldBe("a");

        (await host.AnswerAsync("s", "b", cancellationToken: Token)).Messages[^1].Text.ShouldBe("ab");
        (await store.ReadJournalAsync("s", Token)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Queue_PassesOverWhoGaveUpWaiting_AndRefusesMoreThanAHundred()
    {
        var store = new GatedStore();
        GuidanceHost host = await Started(store, RapidInputs.Queue);
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Token);

        Task<TurnReply> first = host.AnswerAsync("s", "a", cancellationToken: Token);
        Task<TurnReply> gone = host.AnswerAsync("s", "b", cancellationToken: impatient.Token);
        Task<TurnReply>[] waiting = [.. Enumerable.Range(0, 99).Select(_ => host.AnswerAsync("s", ".", cancellationToken: Token))];
        store.OpenForOthers();
        (await host.AnswerAsync("s", "too many", cancellationToken: Token)).Reason.ShouldBe(TurnReason.Busy);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(gone);
        store.Open();

        (await first).Messages[^1].Text.ShouldBe("a");
        (await Task.WhenAll(waiting))[^1].Messages[^1].Text.ShouldBe("a" + new string('.', 99));
    }

    [Fact]
    public async Task OtherSessions_DoNotWait()
    {
        var store = new GatedStore();
        GuidanceHost host = await Started(store, RapidInputs.Queue);
        Task<TurnReply> first = host.AnswerAsync("s", "a", cancellationToken: Token);
        store.OpenForOthers();

        await host.StartAsync(Counting.Id, new StartRequest { SessionId = "other" }, cancellationToken: Token);
        (await host.AnswerAsync("other", "x", cancellationToken: Token)).Messages[^1].Text.ShouldBe("x");
        first.IsCompleted.ShouldBeFalse();
        store.Open();
        await first;
    }

    [Fact]
    public async Task Sink_ThatAnswersInTheSameSession_DoesNotWaitForItself()
    {
        Flow flow = Flows.Of("""{ "id": "a", "type": "ask", "text": "A?", "answer": "yes_no" }, { "id": "file", "type": "ticket", "ticket": "help" }, { "id": "b", "type": "ask", "text": "B?", "answer": "yes_no" }""");
        var sink = new CallingSink();
        var host = new GuidanceHost(new FlowCatalog([flow]), new InMemorySessionStore(), sink);
        sink.Call = token => host.AnswerAsync("s", "yes", cancellationToken: token);
        await host.StartAsync(flow.Id, new StartRequest { SessionId = "s" }, cancellationToken: Token);

        (await host.AnswerAsync("s", "yes", cancellationToken: Token)).Messages[^1].Text.ShouldBe("B?");
        (await host.WhereAsync("s", Token))!.Status.ShouldBe(SessionStatus.Ended);
    }

    [Fact]
    public async Task Builder_ChoosesThePolicy()
    {
        var store = new GatedStore();
        var services = new ServiceCollection();
        services.AddGuidanceFlow(builder => builder.AddFlow(Counting).UseStore(store).OnRapidInputs(RapidInputs.Refuse));
        await using ServiceProvider provider = services.BuildServiceProvider();
        GuidanceHost host = provider.GetRequiredService<GuidanceHost>();
        await host.StartAsync(Counting.Id, new StartRequest { SessionId = "s" }, cancellationToken: Token);
        store.Close();

        Task<TurnReply> first = host.AnswerAsync("s", "a", cancellationToken: Token);
        store.OpenForOthers();
        (await host.AnswerAsync("s", "b", cancellationToken: Token)).Reason.ShouldBe(TurnReason.Busy);
        store.Open();
        await first;
    }

    private static async Task<GuidanceHost> Started(GatedStore store, RapidInputs policy)
    {
        var host = new GuidanceHost(new FlowCatalog([Counting]), store, new InMemoryTicketSink(), rapidInputs: policy);
        await host.StartAsync(Counting.Id, new StartRequest { SessionId = "s" }, cancellationToken: Token);
        store.Close();
        return host;
    }

    /// <summary>A sink that calls the host when it gets a ticket.</summary>
    private sealed class CallingSink : ITicketSink
    {
        public Func<CancellationToken, Task>? Call { get; set; }

        public async ValueTask FileAsync(Ticket ticket, CancellationToken cancellationToken) => await Call!(cancellationToken);
    }

    /// <summary>A store in memory whose loads wait while it is closed.</summary>
    private sealed class GatedStore() : StoreBehind(new InMemorySessionStore())
    {
        private TaskCompletionSource? _gate;
        private bool _isOpenForOthers;

        public void Close() => (_gate, _isOpenForOthers) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), false);

        public void Open() => _gate?.TrySetResult();

        /// <summary>Lets all go on that come from now on.</summary>
        public void OpenForOthers() => _isOpenForOthers = true;

        public override async ValueTask<StoredSession?> LoadAsync(string sessionId, CancellationToken cancellationToken)
        {
            if (_gate is { } gate && !_isOpenForOthers)
            {
                await gate.Task.WaitAsync(cancellationToken);
            }

            return await base.LoadAsync(sessionId, cancellationToken);
        }
    }
}
