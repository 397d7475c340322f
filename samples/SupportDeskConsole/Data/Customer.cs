using System.Text.Json;

namespace SupportDeskConsole.Data;

/// <summary>A customer as the shop knows them: what flows are given when the customer starts one, and what earlier sessions found.</summary>
/// <param name="Key">The key.</param>
/// <param name="Locale">The language.</param>
/// <param name="Inputs">What flows may ask for, by the names of their inputs.</param>
/// <param name="History">Earlier sessions.</param>
internal sealed record Customer(string Key, string Locale, IReadOnlyDictionary<string, JsonElement> Inputs, IReadOnlyList<EarlierSession>? History)
{
    /// <summary>What people call them.</summary>
    public string Name => Inputs.TryGetValue("customer", out JsonElement customer) && customer.TryGetProperty("name", out JsonElement name) ? name.GetString() ?? Key : Key;
}
