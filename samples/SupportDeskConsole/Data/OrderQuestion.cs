namespace SupportDeskConsole.Data;

/// <summary>What the action <c>order.find</c> is given.</summary>
/// <param name="Number">The number of the order, as the customer wrote it.</param>
internal sealed record OrderQuestion(string Number);
