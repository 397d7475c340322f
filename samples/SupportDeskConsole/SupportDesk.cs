using SupportDeskConsole.Data;
using SupportDeskConsole.Screens;
using SupportDeskConsole.Seats;

namespace SupportDeskConsole;

/// <summary>The console: reads a line, does what it says, and tells what came of it.</summary>
internal sealed class SupportDesk
{
    private readonly Desk _desk;
    private readonly IScreen _screen;
    private readonly Words _words;
    private readonly CustomerSeat _customer;
    private readonly PersonSeat _person;
    private readonly News _news;
    private readonly Lists _lists;
    private readonly Timeline _timeline;

    public SupportDesk(Desk desk, IScreen screen, string? person)
    {
        (_desk, _screen, _words) = (desk, screen, desk.Words);
        _customer = new CustomerSeat(desk, screen);
        _person = new PersonSeat(desk, screen, person ?? _words["person"]);
        _news = new News(desk, screen, _customer, _person);
        _lists = new Lists(desk, screen);
        _timeline = new Timeline(desk, screen, _news);
    }

    /// <summary>Talks until there are no more lines, or somebody leaves.</summary>
    /// <param name="customer">Who sits in the customer's chair; null for the first one.</param>
    /// <returns>False when there is no such customer.</returns>
    public async Task<bool> RunAsync(string? customer)
    {
        if (customer is not null && !await _customer.BecomeAsync(customer))
        {
            return false;
        }

        _screen.Note(_words["welcome", Desk.Day(_desk.Clock.GetUtcNow()), _customer.Customer.Name]);
        while (_screen.Read(Who) is { } line && await TakeAsync(line.Trim()))
        {
        }

        _screen.Note(_words["bye"]);
        return true;
    }

    private string Who => _person.Session is { } session ? $"{_person.Name} → {session.Customer.Name}, {session.Name}" : _customer.Session is { } open ? $"{_customer.Customer.Name}, {open.Name}" : _customer.Customer.Name;

    /// <summary>Does what a line says; false to leave.</summary>
    private async Task<bool> TakeAsync(string line)
    {
        string[] parts = line.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
        {
            return true;
        }

        string rest = parts.ElementAtOrDefault(1) ?? string.Empty;
        string? command = line.StartsWith('/') ? _words.CommandOf(parts[0]) : null;
        switch (command)
        {
            case "quit":
                return false;
            case null when line.StartsWith('/'):
                _screen.Note(_words["unknown_command", parts[0]]);
                break;
            case null when _person.Handoff is not null:
                await _person.WriteAsync(line);
                break;
            case null:
                await _customer.SayAsync(line);
                break;
            default:
                await DoAsync(command, rest);
                break;
        }

        await _news.TellAsync();
        return true;
    }

    private Task DoAsync(string command, string rest) => command switch
    {
        "customers" => _customer.ListCustomersAsync(),
        "customer" when rest.Length == 0 => _customer.ListCustomersAsync(),
        "customer" => InCustomersChairAsync(() => _customer.BecomeAsync(rest)),
        "history" => _customer.ListHistoryAsync(),
        "flows" => Done(_customer.ListFlows),
        "start" when rest.Length == 0 => Done(_customer.ListFlows),
        "start" => InCustomersChairAsync(() => _customer.StartAsync(rest)),
        "sessions" => _lists.ListSessionsAsync(),
        "open" when rest.Length == 0 => _lists.ListSessionsAsync(),
        "open" => _desk.Find(rest) is { } session ? InCustomersChairAsync(() => _customer.OpenAsync(session)) : Done(() => _screen.Note(_words["no_such_session", rest])),
        "desk" => _person.ListAsync(),
        "take" => _person.TakeAsync(rest),
        "packet" => _person.ShowPacketAsync(),
        "return" => _person.ReturnAsync(rest),
        "end" => _person.EndAsync(rest),
        "leave" => InCustomersChairAsync(() => Done(() => _screen.Note(_words["left", _customer.Customer.Name]))),
        "tickets" => Done(_lists.ListTickets),
        "promises" => Done(_lists.ListPromises),
        "done" => Done(() => _lists.Close(rest)),
        "followups" => _lists.ListFollowUpsAsync(),
        "advance" => _timeline.AdvanceAsync(rest),
        "time" => Done(() => _screen.Note(_words["time_is", Desk.Day(_desk.Clock.GetUtcNow())])),
        "help" => Done(_lists.ListCommands),
        _ => throw new InvalidOperationException($"The words have a command '{command}' that the console does not."),
    };

    private Task InCustomersChairAsync(Func<Task> action)
    {
        _person.Leave();
        return action();
    }

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
