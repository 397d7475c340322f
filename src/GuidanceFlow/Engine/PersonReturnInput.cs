using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>The person gives the session back to the flow.</summary>
public sealed record PersonReturnInput : PersonInput
{
    /// <summary>The id of the step that goes on, one outside loops and interrupts in the flow that handed over; null for where its <c>on_return</c> leads.</summary>
    public string? Step { get; init; }

    /// <summary>What the person found out: data by name. Questions that save them are not asked any more.</summary>
    public EquatableArray<KeyValuePair<string, Value>> Data { get; init; }

    /// <summary>The person's last words to the customer; null for none.</summary>
    public string? Text { get; init; }

    /// <summary>The same with what the person found out: <c>new PersonReturnInput { By = "jo" }.WithData(("network_ok", Value.True))</c>.</summary>
    /// <param name="data">Data by name, in place of what there was.</param>
    public PersonReturnInput WithData(params ReadOnlySpan<(string Name, Value Value)> data)
    {
        var values = new KeyValuePair<string, Value>[data.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = KeyValuePair.Create(data[i].Name, data[i].Value);
        }

        return this with { Data = [.. values] };
    }

    /// <summary>The same with what the person found out.</summary>
    /// <param name="data">Data by name, in place of what there was; kept in the order of the names.</param>
    public PersonReturnInput WithData(IReadOnlyDictionary<string, Value> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return this with { Data = [.. data.OrderBy(datum => datum.Key, StringComparer.Ordinal)] };
    }
}
