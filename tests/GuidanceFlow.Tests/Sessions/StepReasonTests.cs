using GuidanceFlow.Commands;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>Why a session came to a step.</summary>
public sealed class StepReasonTests
{
    private static readonly Flow Lamp = Flows.Of(
        """
        { "id": "hello", "type": "say", "text": "Hello." },
        { "id": "lamp", "type": "ask", "text": "Lamp?", "answer": { "type": "choice", "options": ["red", "green", { "value": "off", "goto": "plug" }] }, "save": "lamp", "next": [ { "when": "lamp == 'red' && count < 3", "goto": "plug" }, { "goto": "wait" } ] },
        { "id": "wait", "type": "say", "text": "Wait.", "when": "count > 5" },
        { "id": "plug", "type": "ask", "text": "Plug?", "answer": "yes_no" },
        { "id": "rooms", "type": "each", "in": "['a', 'b']", "as": "room", "steps": [ { "id": "room", "type": "ask", "text": "Room {{ room }}?", "answer": { "type": "text" }, "sensitive": true, "next": "noted" }, { "id": "noted", "type": "say", "text": "Noted." } ] },
        { "id": "grade", "type": "decide", "inputs": ["count"], "rows": [ { "if": [1], "goto": "bye" }, { "if": ["*"], "goto": "bye" } ] }
        """,
        """ "data": { "lamp": "text", "count": { "type": "integer", "default": 1 } }, """);

    [Fact]
    public void Why_TellsRouteGuardAndAnswer_InTheAuthorsTerms()
    {
        var talk = new Journaled(Lamp);
        talk.Why("hello").ShouldBe("'hello' was entered in turn 1: it is the first step.");
        talk.Why("lamp").ShouldBe("'lamp' was entered in turn 1: 'hello' leads to it.");
        talk.Why("plug").ShouldBeNull();

        talk.Say("the red one");
        talk.Why("plug").ShouldBe("'plug' was entered in turn 2: 'lamp' was answered 'the red one', and 'lamp == 'red' && count < 3' was true.");
        talk.Reason("plug").ShouldBe(new StepReason("plug", 2, Conversation.Noon, StepReasonKind.Route, "lamp", "lamp == 'red' && count < 3", "the red one", WasSkipped: false));

        talk.Command(SessionCommand.Back);
        talk.Why("lamp").ShouldBe("'lamp' was entered in turn 3: the customer went back from 'plug'.");
        talk.Say("green");
        talk.Why("wait").ShouldBe("'wait' was skipped in turn 4: 'lamp' was answered 'green'.");
        talk.Why("plug").ShouldBe("'plug' was entered in turn 4: it follows 'wait', which was skipped, as its 'when' was false.");
        talk.Say("yes");
        talk.Why("room").ShouldBe("'room' was entered in turn 5: the loop 'rooms' went on to item 1.");
        talk.Say("my secret");
        talk.Why("noted").ShouldBe("'noted' was entered in turn 6: 'room' was answered '•••'.");
        talk.Why("room").ShouldBe("'room' was entered in turn 6: the loop 'rooms' went on to item 2.");
        talk.Say("other");
        talk.Why("bye").ShouldBe("'bye' was entered in turn 7: 'grade' leads to it, by row 1 of its table.");
    }

    [Fact]
    public void Why_TellsFallbacksAndRestarts()
    {
        var talk = new Journaled(Lamp).Say("?").Say("?");
        talk.Command(SessionCommand.Restart);
        talk.Why("hello").ShouldBe("'hello' was entered in turn 4: the customer began again.");
        talk.Say("?").Say("?").Say("?");
        talk.Why("left").ShouldBe("'left' was entered in turn 7: 'open-ticket' leads to it.");
        talk.Why("open-ticket").ShouldBe("'open-ticket' was entered in turn 7: 'lamp' fell back (attempts).");
    }

    [Fact]
    public void Why_TellsOfFlowsThatAreRun()
    {
        var talk = new Journaled(NestedFlow.Make()).Say("Mia");
        talk.Why("room").ShouldBe("'room' was entered in turn 2: 'sub' runs the flow 'place', which begins with it.");
        talk.Say("outage");
        talk.Why("sees").ShouldBe("'sees' was entered in turn 3: at 'room' the customer asked for 'is-it-down'.");
        talk.Say("call me something else");
        talk.Why("wants").ShouldBe("'wants' was entered in turn 4: at 'sees' the customer asked for 'rename'.");
    }

    [Fact]
    public async Task WhyAsync_ReadsTheJournalOfTheStore()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        var host = new GuidanceHost(new FlowCatalog([Lamp]), new InMemorySessionStore(), new InMemoryTicketSink());
        await host.StartAsync(Lamp.Id, new StartRequest { SessionId = "s" }, cancellationToken: token);
        await host.AnswerAsync("s", "off", cancellationToken: token);

        (await host.WhyAsync("s", "plug", token))!.ToString().ShouldBe("'plug' was entered in turn 2: 'lamp' was answered 'off'.");
        (await host.WhyAsync("s", "bye", token)).ShouldBeNull();
        (await host.WhyAsync("nobody", "plug", token)).ShouldBeNull();
    }

    /// <summary>A conversation that keeps its journal.</summary>
    private sealed class Journaled
    {
        private readonly Flow _flow;
        private readonly List<JournalEntry> _journal = [];

        public Journaled(Flow flow)
        {
            _flow = flow;
            var request = new StartRequest { SessionId = "s", Inputs = new Dictionary<string, Value>() };
            Turn turn = GuidanceEngine.Start(flow, request, Conversation.Noon);
            _journal.Add(JournalEntry.OfStart(turn, request, Conversation.Noon));
            Session = turn.Session;
        }

        public GuidanceSession Session { get; private set; }

        public Journaled Say(string text) => Take(new AnswerInput(text));

        public Journaled Command(SessionCommand command) => Take(new CommandInput(command));

        public StepReason? Reason(string step) => StepReason.Find(_flow, _journal, step);

        public string? Why(string step) => Reason(step)?.ToString();

        private Journaled Take(SessionInput input)
        {
            Turn turn = GuidanceEngine.Step(_flow, Session, input, Conversation.Noon);
            _journal.Add(JournalEntry.Of(Session, turn, input, Conversation.Noon));
            Session = turn.Session;
            return this;
        }
    }
}
