namespace SupportDeskConsole.Data;

/// <summary>The file of customers.</summary>
/// <param name="Customers">The customers.</param>
internal sealed record CustomerFile(IReadOnlyList<Customer> Customers);
