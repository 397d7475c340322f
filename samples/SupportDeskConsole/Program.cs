using System.Text;
using GuidanceFlow;
using GuidanceFlow.Compilation;
using GuidanceFlow.Handoffs;
using GuidanceFlow.History;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Terminal;
using GuidanceFlow.Testing;
using GuidanceFlow.Tickets;
using Microsoft.Extensions.DependencyInjection;
using SupportDeskConsole;
using SupportDeskConsole.Data;
using SupportDeskConsole.Screens;

if (Arguments.Read(args) is not { } arguments)
{
    await Console.Error.WriteLineAsync("Usage: " + Arguments.Usage);
    return 2;
}

// Whole minutes are easier to read; time stands still between them anyway.
DateTimeOffset now = arguments.Now ?? TimeProvider.System.GetUtcNow();
var clock = new ManualTimeProvider(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)));
IReadOnlyList<Customer> customers = DataFiles.Read("customers.json", DataJson.Default.CustomerFile).Customers;
var orders = new OrderBook(DataFiles.Read("orders.json", DataJson.Default.OrderFile).Orders);
var tickets = new InMemoryTicketSink();
var handoffs = new InMemoryHandoffSink();
var messages = new InMemoryMessageSink();
var history = new InMemoryCustomerHistory();

// What earlier sessions found; those of today add to it.
foreach (Customer customer in customers)
{
    foreach (EarlierSession earlier in customer.History ?? [])
    {
        DateTimeOffset ended = clock.GetUtcNow().AddDays(-earlier.DaysAgo);
        await history.AddAsync(
            new PastSession
            {
                SessionId = $"{customer.Key}-{earlier.DaysAgo}",
                CustomerKey = customer.Key,
                FlowId = earlier.Flow,
                Started = ended.AddMinutes(-10),
                Ended = ended,
                Outcome = earlier.Outcome,
                Tried = [.. earlier.Tried ?? []],
                Found = [.. (earlier.Found ?? new Dictionary<string, System.Text.Json.JsonElement>()).Select(found => KeyValuePair.Create(found.Key, ValueJson.Read(found.Value)))],
            },
            CancellationToken.None);
    }
}

// One host with all flows: where their tickets, people, words and memories go, and what it can do for them.
var services = new ServiceCollection();
services.AddSingleton<TimeProvider>(clock);
try
{
    services.AddGuidanceFlow(guidance =>
    {
        foreach (string flow in DataFiles.Flows)
        {
            guidance.AddFlow(flow);
        }

        guidance.UseTickets(tickets).UseHandoffs(handoffs).UseMessages(messages).UseHistory(history)
            .AddAction("order.find", DataJson.Default.OrderQuestion, DataJson.Default.OrderAnswer, orders.FindAsync);
    });
}
catch (FlowCompilationException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 3;
}

await using ServiceProvider provider = services.BuildServiceProvider();
var desk = new Desk(provider.GetRequiredService<GuidanceHost>(), provider.GetRequiredService<ISessionStore>(), clock, tickets, handoffs, messages, history, customers, Words.For(arguments.Locale));
Console.OutputEncoding = Encoding.UTF8;
Console.InputEncoding = Encoding.UTF8;
IScreen screen = TerminalChat.IsPossible ? new DrawnScreen(new TerminalView(arguments.Locale, clock)) : new PlainScreen(Console.In, Console.Out);
return await new SupportDesk(desk, screen, arguments.Person).RunAsync(arguments.Customer) ? 0 : 2;
