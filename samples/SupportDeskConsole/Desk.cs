using System.Globalization;
using GuidanceFlow;
using GuidanceFlow.Engine;
using GuidanceFlow.Handoffs;
using GuidanceFlow.History;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing;
using GuidanceFlow.Tickets;
using SupportDeskConsole.Data;

namespace SupportDeskConsole;

/// <summary>What both sides of the desk share: the host with all that it works with, and the sessions so far.</summary>
internal sealed class Desk(
    GuidanceHost host,
    ISessionStore store,
    ManualTimeProvider clock,
    InMemoryTicketSink tickets,
    InMemoryHandoffSink handoffs,
    InMemoryMessageSink messages,
    InMemoryCustomerHistory history,
    IReadOnlyList<Customer> customers,
    Words words)
{
    private readonly List<OpenSession> _sessions = [];

    public GuidanceHost Host { get; } = host;

    public ISessionStore Store { get; } = store;

    public ManualTimeProvider Clock { get; } = clock;

    public InMemoryTicketSink Tickets { get; } = tickets;

    public InMemoryHandoffSink Handoffs { get; } = handoffs;

    public InMemoryMessageSink Messages { get; } = messages;

    public InMemoryCustomerHistory History { get; } = history;

    public IReadOnlyList<Customer> Customers { get; } = customers;

    public Words Words { get; } = words;

    /// <summary>The sessions, in the order in which they began.</summary>
    public IReadOnlyList<OpenSession> Sessions => _sessions;

    /// <summary>A new session of a customer, with a short name that is its id.</summary>
    public string Begin(Customer customer, string flow)
    {
        string id = "s" + (_sessions.Count + 1).ToString(CultureInfo.InvariantCulture);
        _sessions.Add(new OpenSession(id, id, customer, flow));
        return id;
    }

    /// <summary>A session that could not be started after all.</summary>
    public void Forget(string id) => _sessions.RemoveAll(session => session.Id == id);

    /// <summary>The session of an id; one that is met for the first time, such as a follow-up, gets a short name.</summary>
    public OpenSession Meet(string id, string? customerKey, string flow)
    {
        if (_sessions.Find(session => session.Id == id) is not { } known)
        {
            Customer customer = Customers.FirstOrDefault(customer => customer.Key == customerKey) ?? Customers[0];
            known = new OpenSession(id, "s" + (_sessions.Count + 1).ToString(CultureInfo.InvariantCulture), customer, flow);
            _sessions.Add(known);
        }

        return known;
    }

    /// <summary>The session that a short name or an id stands for; null for none.</summary>
    public OpenSession? Find(string name) => _sessions.Find(session => string.Equals(session.Name, name, StringComparison.OrdinalIgnoreCase) || session.Id == name);

    /// <summary>What people call a session.</summary>
    public string NameOf(string id) => _sessions.Find(session => session.Id == id)?.Name ?? id;

    /// <summary>Where a session is.</summary>
    public async Task<Situation> WhereAsync(OpenSession session) => (await Host.WhereAsync(session.Id))!;

    /// <summary>A point in time, as short as it is clear today.</summary>
    public string Time(DateTimeOffset? at)
    {
        DateTime now = Clock.GetUtcNow().UtcDateTime;
        return at?.UtcDateTime is { } time
            ? time.ToString(time.Date == now.Date ? "HH:mm" : time.Year == now.Year ? "MM-dd HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : "-";
    }

    /// <summary>A point in time with its day.</summary>
    public static string Day(DateTimeOffset at) => at.ToString(at.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A value as people read it.</summary>
    public static string Text(Value value) => value.TryGetText(out string? text) ? text : value.ToString();

    /// <summary>A time by which something was promised, with a word when it is past.</summary>
    public string Due(DateTimeOffset? due) => due < Clock.GetUtcNow() ? Words["overdue", Time(due)] : Time(due);
}
