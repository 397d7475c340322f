namespace SupportDeskConsole.Data;

/// <summary>An order in the shop's system.</summary>
/// <param name="Number">Its number.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Carrier">Who delivers it.</param>
/// <param name="DaysLeft">In how many days it arrives; null where nobody knows.</param>
/// <param name="LastScan">Where it was seen last; null for nowhere.</param>
/// <param name="DaysSinceScan">How many days ago that was.</param>
/// <param name="Unreachable">Whether the system fails when it is asked for this order.</param>
internal sealed record Order(string Number, string State, string Carrier, int? DaysLeft = null, string? LastScan = null, int DaysSinceScan = 0, bool Unreachable = false);
