namespace SupportDeskConsole.Data;

/// <summary>What the action <c>order.find</c> gives back.</summary>
/// <param name="State">Where the order stands.</param>
/// <param name="DaysLeft">In how many days it arrives.</param>
/// <param name="Carrier">Who delivers it.</param>
/// <param name="LastScan">Where it was seen last.</param>
/// <param name="DaysSinceScan">How many days ago that was.</param>
internal sealed record OrderAnswer(string State, int? DaysLeft, string Carrier, string? LastScan, int DaysSinceScan);
