using System.Globalization;
using GuidanceFlow;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.History;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;
using SupportDeskConsole.Data;
using SupportDeskConsole.Screens;

namespace SupportDeskConsole.Seats;

/// <summary>The customer's side: who it is, what they start, and what they say.</summary>
internal sealed class CustomerSeat(Desk desk, IScreen screen)
{
    private readonly Words _words = desk.Words;

    /// <summary>Who sits there.</summary>
    public Customer Customer { get; private set; } = desk.Customers[0];

    /// <summary>The session they are in; null for none.</summary>
    public OpenSession? Session { get; private set; }

    /// <summary>Lists the customers.</summary>
    public async Task ListCustomersAsync()
    {
        var rows = new List<string[]>();
        foreach (Customer customer in desk.Customers)
        {
            rows.Add([customer.Key, customer.Name, customer.Locale, (await PastOfAsync(customer)).Count.ToString(CultureInfo.InvariantCulture)]);
        }

        screen.List(_words["customers_title"], _words["nothing"], [_words["customer"], _words["name"], _words["language"], _words["earlier"]], rows);
    }

    /// <summary>Lists what earlier sessions of the customer found.</summary>
    public async Task ListHistoryAsync() => screen.List(
        _words["history_title", Customer.Name],
        _words["nothing"],
        [_words["when"], _words["flow"], _words["outcome"], _words["found"], _words["tried"]],
        (await PastOfAsync(Customer)).Select(past => (string[])[desk.Time(past.Ended), past.FlowId, _words.Of(past.Outcome), string.Join(", ", past.Found.Select(found => $"{found.Key}: {Desk.Text(found.Value)}")), string.Join(", ", past.Tried)]));

    /// <summary>Lists the flows that the customer can start.</summary>
    public void ListFlows() => screen.List(
        _words["flows_title", Customer.Name],
        _words["nothing"],
        [_words["number"], _words["flow"], _words["about"]],
        Startable.Select((flow, i) => (string[])[(i + 1).ToString(CultureInfo.InvariantCulture), flow.Id, flow.TitleIn(flow.ResolveLocale(Customer.Locale))]));

    /// <summary>Sits down as another customer, in the session that they talked in last.</summary>
    public async Task<bool> BecomeAsync(string name)
    {
        if (desk.Customers.FirstOrDefault(customer => string.Equals(customer.Key, name, StringComparison.OrdinalIgnoreCase) || customer.Name == name) is not { } customer)
        {
            screen.Note(_words["no_such_customer", name]);
            return false;
        }

        Customer = customer;
        Session = null;
        screen.Note(_words["now_customer", customer.Name]);
        if (desk.Sessions.LastOrDefault(session => session.Customer == customer) is { } last && (await desk.WhereAsync(last)).Status != SessionStatus.Ended)
        {
            await OpenAsync(last);
        }

        return true;
    }

    /// <summary>Starts a flow with what is known about the customer.</summary>
    public async Task StartAsync(string name)
    {
        Flow? flow = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? Startable.ElementAtOrDefault(number - 1) : Startable.FirstOrDefault(flow => flow.Id == name);
        if (flow is null)
        {
            screen.Note(_words["no_such_flow", name, Customer.Name]);
            return;
        }

        string id = desk.Begin(Customer, flow.Id);
        var request = new StartRequest { SessionId = id, CustomerKey = Customer.Key, Locale = Customer.Locale, Channel = "console", Inputs = InputsOf(flow) };
        TurnReply reply = await desk.Host.StartAsync(flow.Id, request, inputId: "start");
        if (reply.Result == TurnResult.Refused)
        {
            desk.Forget(id);
            screen.Note(_words["refused", reply.Error]);
            return;
        }

        Session = desk.Find(id);
        screen.Note(_words["started", Session!.Name, flow.TitleIn(flow.ResolveLocale(Customer.Locale))]);
        Show(reply);
    }

    /// <summary>Goes on in a session, as its customer.</summary>
    public async Task OpenAsync(OpenSession session)
    {
        (Customer, Session) = (session.Customer, session);
        Situation where = await desk.WhereAsync(session);
        screen.Note(_words["started", session.Name, _words.Of(where.Status)]);
        Show(new TurnReply { Session = session.Id, Turn = where.Turn, Result = TurnResult.Accepted, Status = where.Status, Messages = where.Question is { } question ? [question] : [], Expects = where.Expects, Outcome = where.Outcome });
    }

    /// <summary>Says something in the session that is open.</summary>
    public async Task SayAsync(string text)
    {
        if (Session is null)
        {
            screen.Note(_words["no_session"]);
            return;
        }

        TurnReply reply = await desk.Host.AnswerAsync(Session.Id, text);
        if (reply.Result == TurnResult.Refused)
        {
            screen.Note(reply.Reason switch
            {
                TurnReason.Ended => _words["session_over", Session.Name, reply.Outcome is { } outcome ? _words.Of(outcome) : _words.Of(SessionStatus.Ended)],
                TurnReason.Busy => _words["busy"],
                _ => _words["refused", reply.Error],
            });
            return;
        }

        Show(reply);
    }

    /// <summary>Hears of a session that has something to say: a customer whose own one is over, or who has none, goes on there.</summary>
    public async Task HearAsync(OpenSession session)
    {
        if (session.Customer == Customer && (Session is null || (await desk.WhereAsync(Session)).Status == SessionStatus.Ended))
        {
            Session = session;
        }
    }

    /// <summary>Shows what a reply says, and where the session is then.</summary>
    public void Show(TurnReply reply)
    {
        // The desk tells of tickets wherever they come from.
        screen.Say(reply with { Tickets = [] });
        if (reply is { Status: SessionStatus.WithPerson, Messages.IsEmpty: true })
        {
            screen.Note(_words["passed_on"]);
        }
        else if (reply.Status == SessionStatus.Busy)
        {
            screen.Note(_words["busy"]);
        }
        else if (reply.Outcome is { } outcome)
        {
            screen.Note(_words["session_over", desk.NameOf(reply.Session), _words.Of(outcome)]);
        }
    }

    private IEnumerable<Flow> Startable => desk.Host.Flows.Ids.Select(id => desk.Host.Flows.Latest(id)!).Where(flow => flow.Definition.Inputs.All(input => input.Optional || !input.Default.IsNull || Customer.Inputs.ContainsKey(input.Name)));

    private async Task<IReadOnlyList<PastSession>> PastOfAsync(Customer customer) => await desk.History.ReadAsync(customer.Key, CancellationToken.None);

    private Dictionary<string, Value> InputsOf(Flow flow) => flow.Definition.Inputs
        .Where(input => Customer.Inputs.ContainsKey(input.Name))
        .ToDictionary(input => input.Name, input => Declared(ValueJson.Read(Customer.Inputs[input.Name]), input.Type), StringComparer.Ordinal);

    /// <summary>What a flow declares of a value: the shop knows more about its customers than each flow needs.</summary>
    private static Value Declared(Value value, DataType type)
    {
        if (type.Kind == DataKind.Object && value.TryGetObject(out var members))
        {
            return Value.From(ValueObject.Create(members.Join(type.Fields, member => member.Key, field => field.Name, (member, field) => KeyValuePair.Create(field.Name, Declared(member.Value, field.Type)), StringComparer.Ordinal)));
        }

        return type is { Kind: DataKind.List, Item: { } item } && value.TryGetList(out var items) ? Value.From(ValueList.Create([.. items.Select(each => Declared(each, item))])) : value;
    }
}
