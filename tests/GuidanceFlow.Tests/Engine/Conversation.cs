using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Talks to the engine turn by turn and remembers the latest one.</summary>
internal sealed class Conversation
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public Conversation(Flow flow, params ReadOnlySpan<(string Name, Value Value)> inputs)
        : this(flow, new StartRequest { SessionId = "s1", Inputs = Named(inputs) })
    {
    }

    public Conversation(Flow flow, StartRequest request)
    {
        Flow = flow;
        Turn = GuidanceEngine.Start(flow, request, Noon);
    }

    private Conversation(Flow flow, Turn turn)
    {
        Flow = flow;
        Turn = turn;
    }

    public Flow Flow { get; }

    public Turn Turn { get; private set; }

    public GuidanceSession Session => Turn.Session;

    public DateTimeOffset Now { get; set; } = Noon;

    /// <summary>What was said in the latest turn, message by message.</summary>
    public string[] Said => [.. Turn.Messages.Select(message => message.Text)];

    public string[] Entered => [.. Turn.Entered];

    /// <summary>The latest turn's events in short: <c>kind:step:detail</c>.</summary>
    public string[] Events => [.. Turn.Events.Select(entry => entry.Kind + ":" + entry.Step + (entry.Detail is null ? string.Empty : ":" + entry.Detail))];

    public Ticket[] Tickets => [.. Turn.Effects.OfType<FileTicketEffect>().Select(effect => effect.Ticket)];

    public Ticket Ticket => Tickets.ShouldHaveSingleItem();

    public string? At => Session.Step?.Id;

    public byte[] Bytes => SessionSnapshot.Write(Session);

    public TurnReply Reply() => TurnReply.From(Turn, Now);

    public Situation Where => GuidanceEngine.Describe(Flow, Session, Now);

    public static Dictionary<string, Value> Named(params ReadOnlySpan<(string Name, Value Value)> values)
    {
        var named = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach ((string name, Value value) in values)
        {
            named.Add(name, value);
        }

        return named;
    }

    public static Value Text(string text) => Value.From(text);

    public static Value List(params Value[] items) => Value.From(ValueList.Create(items));

    public static Value Numbers(params int[] items) => List([.. items.Select(item => Value.From(item))]);

    public static Value Texts(params string[] items) => List([.. items.Select(Text)]);

    public static Value Object(params ReadOnlySpan<(string Name, Value Value)> members) => Value.From(ValueObject.Create(Named(members)));

    /// <summary>Gives one answer after the other.</summary>
    public Conversation Say(params ReadOnlySpan<string> answers)
    {
        foreach (string answer in answers)
        {
            Step(new AnswerInput(answer));
        }

        return this;
    }

    public Conversation Step(SessionInput input)
    {
        Turn = GuidanceEngine.Step(Flow, Session, input, Now);
        return this;
    }

    /// <summary>The same conversation, to be continued another way.</summary>
    public Conversation Fork() => new(Flow, Turn) { Now = Now };

    /// <summary>The same conversation, read back from its snapshot.</summary>
    public Conversation Reread()
    {
        SnapshotReadResult read = SessionSnapshot.Read(Flow, Bytes);
        read.Success.ShouldBeTrue(read.Message);
        return new Conversation(Flow, new Turn { Session = read.Session!, Result = Turn.Result }) { Now = Now };
    }
}
