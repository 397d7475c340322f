using System.Text.Json.Serialization;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Engine;

/// <summary>What a question understands as an answer. Immutable.</summary>
/// <param name="Type">The answer's type as it stands in flows: <c>choice</c>, <c>choices</c>, <c>yes_no</c>, <c>text</c>, <c>number</c>, <c>email</c>, <c>phone</c>, <c>date</c>, <c>rating</c>, <c>attachment</c>; <see cref="Nothing"/> where only time or a signal goes on.</param>
/// <param name="Options">The options offered now, in order; empty for other types.</param>
/// <param name="Min">The least number or rating, or the fewest options or attachments; null for none.</param>
/// <param name="Max">The greatest number or rating, or the most options or attachments; null for none.</param>
/// <param name="Unit">The number's unit; null for none.</param>
/// <param name="AttemptsLeft">How many answers that are not understood lead to the fallback; 0 at a step that waits, where none do.</param>
public sealed record Expectation(string Type, EquatableArray<ExpectedOption> Options, double? Min, double? Max, string? Unit, int AttemptsLeft)
{
    /// <summary>The type of a step that waits for a time or a signal, and for nothing that the customer could say.</summary>
    public const string Nothing = "nothing";

    /// <summary>Until when a step waits (UTC); null at a question.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Until { get; init; }

    /// <summary>The signal that a step waits for; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Signal { get; init; }

    /// <summary>Whether the answer is a secret: a channel hides it while it is typed, and in what it keeps.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Sensitive { get; init; }

    /// <summary>The kinds of attachments taken, as they stand in flows; empty for all, and for other types.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<string> Kinds { get; init; }

    /// <summary>The largest size of one attachment, in bytes; null for any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? MaxSize { get; init; }
}
