using System.Text.Json;
using GuidanceFlow.Sessions;

namespace SupportDeskConsole.Data;

/// <summary>An earlier session of a customer.</summary>
/// <param name="Flow">Its flow.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="DaysAgo">How many days ago that was.</param>
/// <param name="Tried">The questions answered.</param>
/// <param name="Found">What was found out.</param>
internal sealed record EarlierSession(string Flow, SessionOutcome Outcome, int DaysAgo, IReadOnlyList<string>? Tried, IReadOnlyDictionary<string, JsonElement>? Found);
