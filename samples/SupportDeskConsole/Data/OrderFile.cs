namespace SupportDeskConsole.Data;

/// <summary>The file of orders.</summary>
/// <param name="Orders">The orders.</param>
internal sealed record OrderFile(IReadOnlyList<Order> Orders);
