namespace GuidanceFlow.Definitions;

/// <summary>
/// What a flow does for customers who are upset: who say so, shout, or are not understood again and again. With this member such messages are noticed and counted
/// (<c>session.upset</c>), without it they are not.
/// </summary>
public sealed record UpsetDefinition
{
    /// <summary>How many signals lead to <see cref="Goto"/> where <see cref="After"/> does not say.</summary>
    public const int DefaultAfter = 2;

    /// <summary>Words and phrases that show it, beside those the library knows in English and Chinese; no templates.</summary>
    public EquatableArray<string> Words { get; init; }

    /// <summary>What is said first in such a turn: the first template at the first signal, and so on; nothing once all were, and to those who are only not understood.</summary>
    public EquatableArray<string> Texts { get; init; }

    /// <summary>At which signal <see cref="Goto"/> is taken, once in a session; null for the second.</summary>
    public int? After { get; init; }

    /// <summary>The step, outside loops and interrupts, that such a customer is led to, mostly a person; null for none.</summary>
    public string? Goto { get; init; }
}
