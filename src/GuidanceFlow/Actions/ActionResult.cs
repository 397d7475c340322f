using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Actions;

/// <summary>What became of an action. Immutable, compared by content.</summary>
public sealed record ActionResult
{
    /// <summary>What it gives back, by name; the flow's declaration says what there must be.</summary>
    public EquatableArray<KeyValuePair<string, Value>> Returned { get; init; }

    /// <summary>The error it ended with; null for none.</summary>
    public string? Error { get; init; }

    /// <summary>What the error means, in words, for tickets and colleagues; null for nothing.</summary>
    public string? Message { get; init; }

    /// <summary>What of it does not fit what a flow declares, by name, each with the reason; empty when all does, and for an error. A session goes on with <see cref="ActionErrors.InvalidResult"/> then. What the flow does not declare is passed over.</summary>
    /// <param name="declared">The action as the flow declares it.</param>
    public EquatableArray<KeyValuePair<string, string>> FindMisfits(ActionDefinition declared)
    {
        ArgumentNullException.ThrowIfNull(declared);
        return Error is not null ? default : [.. declared.Returns.Select(value => KeyValuePair.Create(value.Name, ReturnedValue.Fit(value, this, out _)!)).Where(misfit => misfit.Value is not null)];
    }

    /// <summary>It was done.</summary>
    /// <param name="returned">What it gives back.</param>
    public static ActionResult Done(params ReadOnlySpan<(string Name, Value Value)> returned)
    {
        var values = new KeyValuePair<string, Value>[returned.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = KeyValuePair.Create(returned[i].Name, returned[i].Value);
        }

        return new ActionResult { Returned = [.. values] };
    }

    /// <summary>It was not.</summary>
    /// <param name="error">The error, one that the flow declares or of <see cref="ActionErrors"/>; another one becomes <see cref="ActionErrors.Failed"/>.</param>
    /// <param name="message">What it means, in words; null for nothing.</param>
    public static ActionResult Failed(string error, string? message = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(error);
        return new ActionResult { Error = error, Message = message };
    }
}
