namespace GuidanceFlow.Definitions;

/// <summary>
/// Waits for a time or for a signal from outside. It is a question that time or the world answers; where it has an <see cref="Answer"/>, the
/// customer may be earlier. Exactly one of <see cref="For"/>, <see cref="Until"/> and <see cref="Signal"/> is given.
/// </summary>
public sealed record WaitStepDefinition : AnsweredStepDefinition
{
    /// <summary>The answer of a wait that no customer cuts short: a choice without options.</summary>
    internal static ChoiceAnswerDefinition NoAnswer { get; } = new();

    /// <inheritdoc/>
    /// <value>The default is a choice without options, so that the customer cannot cut it short.</value>
    public override AnswerDefinition Answer { get; init; } = NoAnswer;

    /// <inheritdoc/>
    public override string Type => "wait";

    /// <summary>How long it waits; null for another way.</summary>
    public TimeSpan? For { get; init; }

    /// <summary>Until when it waits: an expression that gives a date; null for another way. A date that is past is not waited for.</summary>
    public string? Until { get; init; }

    /// <summary>The signal it waits for; null for another way.</summary>
    public SignalWaitDefinition? Signal { get; init; }

    /// <summary>When a signal that does not come is no longer waited for; always given with a signal, and only then.</summary>
    public TimeoutDefinition? Timeout { get; init; }

    /// <summary>Whether the customer may cut it short.</summary>
    public bool TakesAnswers => Answer is not ChoiceAnswerDefinition { Options.IsEmpty: true, Listed: null };
}
