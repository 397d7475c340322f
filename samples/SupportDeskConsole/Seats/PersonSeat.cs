using GuidanceFlow.Engine;
using GuidanceFlow.Handoffs;
using GuidanceFlow.Sessions;
using SupportDeskConsole.Data;
using SupportDeskConsole.Screens;

namespace SupportDeskConsole.Seats;

/// <summary>The person's side: which sessions wait, taking one over, writing, giving it back or ending it.</summary>
internal sealed class PersonSeat(Desk desk, IScreen screen, string name)
{
    private readonly Words _words = desk.Words;
    private readonly HashSet<string> _takenOver = new(StringComparer.Ordinal);

    /// <summary>What the person is called.</summary>
    public string Name { get; } = name;

    /// <summary>The session the person has in front of them; null while they sit on the other side.</summary>
    public Handoff? Handoff { get; private set; }

    /// <summary>Whose session that is.</summary>
    public OpenSession? Session => Handoff is null ? null : desk.Meet(Handoff.SessionId, Handoff.CustomerKey, Handoff.FlowId);

    /// <summary>Lists the sessions that are with a person, what is due first.</summary>
    public async Task ListAsync() => screen.List(
        _words["desk_title"],
        _words["nothing"],
        [_words["session"], _words["customer"], _words["queue"], _words["priority"], _words["due"], _words["about"], _words["who"]],
        (await WaitingAsync()).Select(handoff =>
        {
            OpenSession session = desk.Meet(handoff.SessionId, handoff.CustomerKey, handoff.FlowId);
            return (string[])[session.Name, session.Customer.Name, handoff.Queue, _words.Of(handoff.Priority), desk.Due(handoff.Due), handoff.Situation.Split('\n')[0], _takenOver.Contains(handoff.Id) ? Name : _words["nobody"]];
        }));

    /// <summary>Takes a session over and shows all that is known; without a name, the one that is due first.</summary>
    public async Task TakeAsync(string session)
    {
        IReadOnlyList<Handoff> waiting = await WaitingAsync();
        Handoff? handoff = session.Length == 0 ? waiting is [{ } first, ..] ? first : null : waiting.FirstOrDefault(handoff => handoff.SessionId == desk.Find(session)?.Id);
        if (handoff is null)
        {
            screen.Note(_words["not_waiting", session]);
            return;
        }

        Handoff = handoff;
        _takenOver.Add(handoff.Id);
        screen.Note(_words["taken", Session!.Name, Name, Session.Customer.Name]);
        await ShowPacketAsync();
    }

    /// <summary>Shows all that is known about the session: nothing of it needs to be asked again.</summary>
    public async Task ShowPacketAsync()
    {
        if (Handoff is not { } handoff)
        {
            screen.Note(_words["not_taken"]);
            return;
        }

        screen.Say(await Packet.OfAsync(handoff, desk));
    }

    /// <summary>Writes to the customer.</summary>
    public Task WriteAsync(string text) => DoAsync(new PersonMessageInput(text) { By = Name });

    /// <summary>Gives the session back: <c>@step name=value name="two words"</c>.</summary>
    public async Task ReturnAsync(string words)
    {
        GivenBack given = GivenBack.Read(words);
        string? session = Session?.Name;
        if (await DoAsync(new PersonReturnInput { By = Name, Step = given.Step, Data = [.. given.Data] }))
        {
            Handoff = null;
            screen.Note(_words["given_back", session]);
        }
    }

    /// <summary>Ends the session: an outcome, and last words behind it.</summary>
    public async Task EndAsync(string words)
    {
        string[] parts = words.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || _words.Find<SessionOutcome>(parts[0]) is not { } outcome)
        {
            screen.Note(_words["no_outcome", parts.FirstOrDefault() ?? string.Empty]);
            return;
        }

        string? session = Session?.Name;
        if (await DoAsync(new PersonEndInput(outcome) { By = Name, Text = parts.ElementAtOrDefault(1) }))
        {
            Handoff = null;
            screen.Note(_words["person_ended", session]);
        }
    }

    /// <summary>Goes to the other side. The session stays with the person.</summary>
    public void Leave() => Handoff = null;

    /// <summary>Leaves a session that needs nobody any more.</summary>
    public void Drop(string handoffId)
    {
        if (Handoff?.Id == handoffId)
        {
            Handoff = null;
        }
    }

    /// <summary>Whether the person has taken over what was handed over.</summary>
    public bool Has(string handoffId) => _takenOver.Contains(handoffId);

    private async Task<bool> DoAsync(SessionInput input)
    {
        if (Handoff is null)
        {
            screen.Note(_words["not_taken"]);
            return false;
        }

        TurnReply reply = await desk.Host.StepAsync(Handoff.SessionId, input);
        if (reply.Result == TurnResult.Refused)
        {
            screen.Note(_words["refused", reply.Error]);
        }

        return reply.Result != TurnResult.Refused;
    }

    private async Task<IReadOnlyList<Handoff>> WaitingAsync()
    {
        var waiting = new List<Handoff>();
        foreach (Handoff handoff in desk.Handoffs.Handoffs.GroupBy(handoff => handoff.SessionId, StringComparer.Ordinal).Select(group => group.Last()))
        {
            if (await desk.Host.WhereAsync(handoff.SessionId) is { Status: SessionStatus.WithPerson })
            {
                waiting.Add(handoff);
            }
        }

        return [.. waiting.OrderBy(handoff => handoff.Due ?? DateTimeOffset.MaxValue)];
    }
}
