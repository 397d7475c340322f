using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>A flow that waits until one it runs has ended: what it had when it was left. Flows go by their ids, as their wording may change meanwhile. Immutable.</summary>
internal sealed record CallFrame
{
    /// <summary>How many flows may wait for one another.</summary>
    public const int Deepest = 16;

    /// <summary>The id of the flow that waits.</summary>
    public required string Flow { get; init; }

    /// <summary>The id of the flow that is run.</summary>
    public required string Running { get; init; }

    /// <summary>The step that runs it, or the question that was interrupted.</summary>
    public required int Step { get; init; }

    /// <summary>What interrupted the question; null where a step runs the flow.</summary>
    public Interruption? Interruption { get; init; }

    public required Value[] Data { get; init; }

    public AnswerList Answers { get; init; }

    public EachFrame? Loop { get; init; }

    public StepAnswer[] Known { get; init; } = [];

    public StepAnswer[] Chosen { get; init; } = [];

    /// <summary>The fallback that fired in this flow and that no ticket carries yet.</summary>
    public FallbackInfo? Fallback { get; init; }

    /// <summary>The flow that waits for the one that waits; null for none.</summary>
    public CallFrame? Outer { get; init; }

    /// <summary>How many flows wait, with this one.</summary>
    public int Depth => 1 + (Outer?.Depth ?? 0);
}

/// <summary>A question that was interrupted, as it was.</summary>
/// <param name="Owner">The id of the flow whose interrupt it is: the question's own, or one that waits.</param>
/// <param name="Id">The interrupt's id.</param>
/// <param name="Unrecognised">The answers that were not understood.</param>
/// <param name="Offered">The items it offered.</param>
/// <param name="Confirming">How far confirming an answer was.</param>
/// <param name="Until">Until when it waits, for a step that does.</param>
internal sealed record Interruption(string Owner, string Id, string[] Unrecognised, Value[] Offered, Confirmation? Confirming, DateTimeOffset? Until = null)
{
    /// <summary>What came with the signal that the step waits for; null while it did not come.</summary>
    public Value? Signal { get; init; }
}
