namespace GuidanceFlow.Definitions;

/// <summary>
/// What happens when a customer says nothing at a question: they are reminded, and after a while the question is given up. A step's stands before its stage's, that before
/// the flow's; the first there is holds as a whole. A wait has only its own: who is told to come back in ten minutes is meant to be silent.
/// </summary>
public sealed record SilenceDefinition
{
    /// <summary>How long the customer is silent before each reminder, counted from the question, their latest message or the reminder before; null for no reminders.</summary>
    public TimeSpan? RemindAfter { get; init; }

    /// <summary>The reminders in order: templates, one each; empty for a single one that asks the question again.</summary>
    public EquatableArray<string> Texts { get; init; }

    /// <summary>How long the customer is silent, from the question or their latest message, before it is given up; null for never.</summary>
    public TimeSpan? GiveUpAfter { get; init; }

    /// <summary>The step that giving up leads to; null for where the question's fallback leads.</summary>
    public string? Goto { get; init; }

    /// <summary>What happens when nobody was there in time to remind or to give up, as after an outage.</summary>
    public LatePolicy Late { get; init; }
}
