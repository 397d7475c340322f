using GuidanceFlow.Actions;
using GuidanceFlow.Handoffs;
using GuidanceFlow.History;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>Everything that hosts over one store reach outside, of which one call fails, before or after it did its work. Who gets something again, by its id, does nothing again.</summary>
internal sealed class FaultyWorld(FlowCatalog flows) : ITicketSink, IMessageSink, IHandoffSink, ICustomerHistory
{
    private readonly HashSet<string> _seen = [];
    private readonly List<string> _happened = [];
    private readonly InMemoryCustomerHistory _history = new();

    public InMemorySessionStore Store { get; } = new();

    public ManualTimeProvider Clock { get; init; } = new();

    /// <summary>The call that fails, counted from 1; 0 for none.</summary>
    public int FailAt { get; init; }

    /// <summary>Whether it fails when its work is done.</summary>
    public bool Afterwards { get; init; }

    /// <summary>The host's actions, which call <see cref="ActAsync"/>.</summary>
    public Func<FaultyWorld, GuidanceActions>? Actions { get; init; }

    /// <summary>The calls so far.</summary>
    public int Points { get; private set; }

    /// <summary>What failed.</summary>
    public string? Failed { get; private set; }

    /// <summary>The ids of all that happened.</summary>
    public List<string> Ids { get; } = [];

    /// <summary>All that happened, in the order of the alphabet: what is delivered may overtake.</summary>
    public string[] Happened() => [.. _happened.Order(StringComparer.Ordinal)];

    public async Task<string[]> JournalAsync(string session) =>
        [.. (await Store.ReadJournalAsync(session, CancellationToken.None)).Select(entry => $"{entry.Turn} {entry.Kind} {entry.InputId?.Split(':')[^1]} {entry.Result} {entry.Code}")];

    /// <summary>The customer got a reply, which may lack what came behind its turn when that is delivered instead.</summary>
    public void Heard(TurnReply reply) => _happened.AddRange(reply.Messages.Select(message => "said: " + message.Text));

    /// <summary>Somebody sends an input until there is a reply.</summary>
    public async Task<TurnReply> InsistAsync(Func<GuidanceHost, Task<TurnReply>> send)
    {
        while (true)
        {
            try
            {
                return await send(Host());
            }
            catch (IOException)
            {
                await PassAsync(TimeSpan.FromSeconds(1));
            }
        }
    }

    /// <summary>Time passes, in steps in which a new host looks at what is due.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        TimeSpan step = time > TimeSpan.FromHours(1) ? TimeSpan.FromHours(1) : time > TimeSpan.FromMinutes(1) ? TimeSpan.FromSeconds(30) : time;
        for (TimeSpan passed = TimeSpan.Zero; passed < time; passed += step)
        {
            Clock.Advance(step);
            await LookAsync();
        }
    }

    /// <summary>A new host does what is due.</summary>
    public async Task LookAsync()
    {
        try
        {
            await Host().FireDueTimersAsync(CancellationToken.None);
        }
        catch (IOException)
        {
            // It looks again.
        }
    }

    /// <summary>An action is run, which fails when it is its turn.</summary>
    public async ValueTask<ActionResult> ActAsync(ActionCall call, string what, Func<ActionResult> act)
    {
        await Do("action", "action " + call.Id, "action " + what);
        return act();
    }

    public ValueTask FileAsync(Ticket ticket, CancellationToken cancellationToken) => Do("ticket", ticket.Id, $"ticket {ticket.SessionId}: {ticket.Body}");

    public ValueTask DeliverAsync(OutboundMessages messages, CancellationToken cancellationToken) => Do("message", messages.Id, [.. messages.Messages.Select(message => "said: " + message.Text)]);

    public ValueTask HandOverAsync(Handoff handoff, CancellationToken cancellationToken) => Do("handoff", handoff.Id, "handed over: " + handoff.Situation);

    public ValueTask RelayAsync(CustomerMessage message, CancellationToken cancellationToken) => Do("relay", message.Id, "relayed: " + message.Text);

    public ValueTask WithdrawAsync(Withdrawal withdrawal, CancellationToken cancellationToken) => Do("withdrawal", withdrawal.Id, "withdrawn: " + withdrawal.Reason);

    public async ValueTask<IReadOnlyList<PastSession>> ReadAsync(string customerKey, CancellationToken cancellationToken)
    {
        await Do("history", null);
        return await _history.ReadAsync(customerKey, cancellationToken);
    }

    public async ValueTask AddAsync(PastSession session, CancellationToken cancellationToken)
    {
        await Do("history", "history " + session.SessionId, $"history {session.Outcome.ToString().ToLowerInvariant()}");
        await _history.AddAsync(session, cancellationToken);
    }

    /// <summary>A host that keeps nothing the store does not have.</summary>
    private GuidanceHost Host() => new(flows, new FaultyStoreOf(Store, this), new GuidanceHostOptions
    {
        Tickets = this,
        Messages = this,
        Handoffs = this,
        History = this,
        Time = Clock,
        Actions = Actions?.Invoke(this) ?? new GuidanceActions(),
    });

    private ValueTask Do(string what, string? id, params string[] happens)
    {
        bool fails = Fails(what);
        if ((!fails || Afterwards) && id is not null && _seen.Add(id))
        {
            Ids.Add(id);
            _happened.AddRange(happens);
        }

        return fails ? throw new IOException($"{what} failed.") : ValueTask.CompletedTask;
    }

    private bool Fails(string what)
    {
        if (++Points != FailAt)
        {
            return false;
        }

        Failed = what;
        return true;
    }

    private sealed class FaultyStoreOf(ISessionStore store, FaultyWorld world) : StoreBehind(store)
    {
        protected override async ValueTask<T> Call<T>(Func<ValueTask<T>> call)
        {
            bool fails = world.Fails("store");
            if (fails && !world.Afterwards)
            {
                throw new IOException("The store failed before it did anything.");
            }

            T result = await call();
            return fails ? throw new IOException("The store failed after it did everything.") : result;
        }
    }
}
