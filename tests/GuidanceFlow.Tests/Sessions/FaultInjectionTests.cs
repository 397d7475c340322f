using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>
/// One point at which a host reaches outside fails, before or after it did its work, each in turn; whoever sent an input sends it again. In the end all is as if nothing had failed: the same tickets, messages,
/// handoffs and actions, each once by its id, and the same journal.
/// </summary>
public sealed class FaultInjectionTests
{
    private static readonly Flow Everything = FlowCompiler.Compile(FlowSource.FromText("f.json", """
        { "flow": "f", "remembers": [ "state" ], "fallback": { "goto": "file" }, "signals": { "paid": "text" },
          "actions": { "find": { "with": { "number": "text" }, "returns": { "state": "text" } } },
          "inputs": { "history": { "type": "list", "of": { "type": "object", "fields": { "flow": "text" } }, "default": [] } },
          "data": { "number": { "type": "text", "default": "?" }, "state": { "type": "text", "optional": true }, "reference": { "type": "text", "optional": true } },
          "tickets": { "t": { "queue": "q", "respond_within": "PT2H", "subject": "s", "body": "{{ state ?? 'none' }} {{ reference ?? 'none' }}" } },
          "stages": [ { "id": "s", "steps": [
            { "id": "which", "type": "ask", "text": "Which?", "answer": "text", "save": "number", "silence": { "remind_after": "PT5M" } },
            { "id": "find", "type": "call", "action": "find", "with": { "number": "number" }, "save": { "state": "state" }, "text": "One moment.", "retries": { "times": 3, "after": "PT10S" } },
            { "id": "pay", "type": "wait", "text": "It is {{ state }}. Please pay.", "signal": { "name": "paid", "save": "reference" }, "timeout": { "after": "P1D", "goto": "file" } },
            { "id": "hand", "type": "handoff", "queue": "people", "text": "A colleague comes.", "situation": "{{ state }}", "on_return": "file" },
            { "id": "file", "type": "ticket", "ticket": "t", "text": "Filed." },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye.", "follow_up": { "flow": "g", "after": "PT10H" } } ] } ] }
        """)).GetOrThrow();

    private static readonly Flow After = FlowCompiler.Compile(FlowSource.FromText("g.json", """
        { "flow": "g", "stages": [ { "id": "s", "steps": [ { "id": "hope", "type": "say", "text": "We hope all is well." }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """)).GetOrThrow();

    private static readonly FlowCatalog Catalog = new([Everything, After]);

    private static readonly (string Id, Func<GuidanceHost, string, Task<TurnReply>> Send)[] Script =
    [
        ("start", static (host, id) => host.StartAsync("f", new StartRequest { SessionId = "s", CustomerKey = "c" }, id)),
        ("wait 7 minutes", static (_, _) => Task.FromResult<TurnReply>(null!)),
        ("answer", static (host, id) => host.AnswerAsync("s", "A7", id)),
        ("pay", static (host, id) => host.SignalAsync("s", "paid", Value.From("R1"), id)),
        ("hello", static (host, id) => host.AnswerAsync("s", "Hello?", id)),
        ("write", static (host, id) => host.StepAsync("s", new PersonMessageInput("Hi.") { By = "jo" }, id)),
        ("return", static (host, id) => host.StepAsync("s", new PersonReturnInput { By = "jo" }, id)),
        ("wait 11 hours", static (_, _) => Task.FromResult<TurnReply>(null!)),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhateverFails_NothingIsLost_AndNothingComesTwice(bool afterwards)
    {
        FaultyWorld whole = await RunAsync(failAt: 0, afterwards);
        whole.Points.ShouldBeGreaterThan(60);
        whole.Happened().ShouldBe(
        [
            "action find A7", "handed over: found", "history resolved", "history resolved", "relayed: Hello?", "ticket s: found R1",
            "said: One moment.", "said: Which?", "said: It is found. Please pay.", "said: A colleague comes.", "said: Filed.", "said: Bye.", "said: Hi.", "said: Which?", "said: We hope all is well.",
        ], ignoreOrder: true);
        for (int point = 1; point <= whole.Points; point++)
        {
            FaultyWorld world = await RunAsync(point, afterwards);
            string at = $"point {point}, {world.Failed}";
            world.Failed.ShouldNotBeNull(at);
            world.Happened().ShouldBe(whole.Happened(), ignoreOrder: true, at);
            world.Ids.ShouldBe(world.Ids.Distinct(), at);
            if (world.Failed != "action")
            {
                // An action that fails is tried again, which is two more turns.
                (await world.JournalAsync("s")).ShouldBe(await whole.JournalAsync("s"), at);
            }
        }
    }

    private static async Task<FaultyWorld> RunAsync(int failAt, bool afterwards)
    {
        var world = new FaultyWorld(Catalog)
        {
            FailAt = failAt,
            Afterwards = afterwards,
            Actions = static world => new GuidanceActions().Add("find", (call, _) => world.ActAsync(call, $"find {Number(call)}", static () => ActionResult.Done(("state", Value.From("found"))))),
        };
        foreach ((string id, Func<GuidanceHost, string, Task<TurnReply>> send) in Script)
        {
            if (id.StartsWith("wait", StringComparison.Ordinal))
            {
                await world.PassAsync(id == "wait 11 hours" ? TimeSpan.FromHours(11) : TimeSpan.FromMinutes(7));
                continue;
            }

            TurnReply reply = await world.InsistAsync(host => send(host, id));
            reply.Result.ShouldBe(TurnResult.Accepted, $"{id} at point {failAt} ({world.Failed})");
            if (id is "start" or "answer")
            {
                world.Heard(reply);
            }


            // Long enough for whatever failed to be tried again, also after a host that vanished.
            await world.PassAsync(id == "start" ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(6));
        }

        await world.PassAsync(TimeSpan.FromMinutes(20));
        (await world.Store.ReadOutboxAsync(null, isDead: false, 0, 10, CancellationToken.None)).ShouldBeEmpty($"point {failAt}, {world.Failed}");
        (await world.Store.ReadOutboxAsync(null, isDead: true, 0, 10, CancellationToken.None)).ShouldBeEmpty($"point {failAt}, {world.Failed}");
        return world;
    }

    private static string? Number(ActionCall call) => call.Argument("number").TryGetText(out string? number) ? number : null;
}
