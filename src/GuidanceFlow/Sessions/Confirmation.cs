using System.Text.Json.Serialization;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>How far the confirming of an answer is.</summary>
/// <param name="Answer">The answer that was restated; null while the question is asked again.</param>
/// <param name="Denied">How many answers of this visit were restated and wrong.</param>
internal sealed record Confirmation(Value Answer, int Denied)
{
    /// <summary>So many are free; the next one takes the fallback.</summary>
    public const int MostDenied = 3;

    /// <summary>Whether the customer was asked whether an answer is right.</summary>
    [JsonIgnore]
    public bool IsPending => !Answer.IsNull;
}
