using GuidanceFlow.Handoffs;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Tickets;
using GuidanceFlow.Tests.Telemetry;

namespace GuidanceFlow.Tests.Hosting;

/// <summary>A host says when it is made what its flows want to do that it has nothing for.</summary>
public sealed class HostShortfallsTests
{
    private readonly ListLogger _log = new();

    [Fact]
    public void AHostWithoutSinks_SaysWhatWouldBeLost()
    {
        Host(new GuidanceHostOptions());

        _log.Entries.Select(entry => $"{entry.Level}: {entry.Text}").ShouldBe(
        [
            "Warning: The flow f, version 3, says things when nobody waits for them, first at 'which', and the host has no message sink: they would be in the journal alone. Name one with UseMessages.",
            "Warning: The flow f, version 3, files tickets, first at 'file', and the host has no ticket sink: they would become dead letters. Name one with UseTickets.",
            "Warning: The flow f, version 3, hands sessions over to people, first at 'hand', and the host has no handoff sink: they would become dead letters. Name one with UseHandoffs.",
            "Warning: The flow f, version 3, plans sessions of 'after' at 'bye', and the host has no such flow: they would become dead letters. Add it with AddFlow.",
        ]);
    }

    [Fact]
    public void AHostWithAllItNeeds_SaysNothing()
    {
        Host(new GuidanceHostOptions { Tickets = new InMemoryTicketSink(), Messages = new Channel(), Handoffs = new InMemoryHandoffSink() }, Flows.FromText("""
            { "flow": "after", "stages": [ { "id": "s", "steps": [ { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye." } ] } ] }
            """));

        _log.Entries.ShouldBeEmpty();
    }

    [Fact]
    public void APlannedSession_ThatCannotStart_IsSaid()
    {
        Host(new GuidanceHostOptions { Tickets = new InMemoryTicketSink(), Messages = new Channel(), Handoffs = new InMemoryHandoffSink() }, Flows.FromText("""
            { "flow": "after", "inputs": { "what": "text", "why": { "type": "text", "default": "-" }, "who": { "type": "text", "optional": true } }, "stages": [ { "id": "s", "steps": [ { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """), Flows.FromText("""
            { "flow": "before", "stages": [ { "id": "s", "steps": [ { "id": "bye", "type": "end", "outcome": "resolved", "follow_up": { "flow": "after", "after": "P1D", "with": { "whta": "'x'", "who": "'y'", "what": "'z'" } } } ] } ] }
            """));

        _log.Entries.Select(entry => $"{entry.Level}: {entry.Text}").ShouldBe(
        [
            "Warning: The flow f, version 3, plans sessions of 'after' at 'bye' without its input 'what': they would become dead letters. Add it under 'with'.",
            "Warning: The flow before, version 1, plans sessions of 'after' at 'bye' with an input 'whta' that there is none of: they would become dead letters. Correct it under 'with'.",
        ], ignoreOrder: true);
        _log.Ids.ShouldBe([55, 56], ignoreOrder: true);
    }

    private void Host(GuidanceHostOptions options, params Flow[] others) => _ = new GuidanceHost(
        new FlowCatalog([
            Flows.FromText("""
                { "flow": "f", "version": 3, "fallback": { "goto": "file" },
                  "tickets": { "t": { "queue": "q", "respond_within": "PT2H", "subject": "s", "body": "b" } },
                  "stages": [ { "id": "s", "steps": [
                    { "id": "which", "type": "ask", "text": "Well?", "answer": "yes_no", "silence": { "remind_after": "PT5M" } },
                    { "id": "rest", "type": "wait", "text": "Wait.", "for": "PT1M" },
                    { "id": "hand", "type": "handoff", "queue": "q", "text": "Somebody comes.", "situation": "?", "on_return": "file" },
                    { "id": "file", "type": "ticket", "ticket": "t", "text": "Filed." },
                    { "id": "bye", "type": "end", "outcome": "resolved", "follow_up": { "flow": "after", "after": "P1D" } } ] } ] }
                """),
            .. others]),
        new InMemorySessionStore(),
        options with { Logger = _log });

    private sealed class Channel : IMessageSink
    {
        public ValueTask DeliverAsync(OutboundMessages messages, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
