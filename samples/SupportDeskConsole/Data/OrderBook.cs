using GuidanceFlow.Actions;

namespace SupportDeskConsole.Data;

/// <summary>Stands for the shop's order system: finds orders in a file, and is down for those that say so.</summary>
internal sealed class OrderBook(IEnumerable<Order> orders)
{
    private readonly Dictionary<string, Order> _orders = orders.ToDictionary(order => order.Number, StringComparer.OrdinalIgnoreCase);

    /// <summary>The action <c>order.find</c>.</summary>
    /// <exception cref="ActionException">There is no such order, which the flow knows what to say to.</exception>
    /// <exception cref="TimeoutException">The system is down, so that the flow tries again and then calls a person.</exception>
    public ValueTask<OrderAnswer> FindAsync(OrderQuestion question, ActionCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Order order = _orders.GetValueOrDefault(question.Number) ?? throw new ActionException("unknown_order", $"There is no order {question.Number}.");
        return order.Unreachable
            ? throw new TimeoutException("The order system does not answer.")
            : ValueTask.FromResult(new OrderAnswer(order.State, order.DaysLeft, order.Carrier, order.LastScan, order.DaysSinceScan));
    }
}
