using GuidanceFlow.Answers;
using GuidanceFlow.Definitions;
using GuidanceFlow.Prompts;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation;

/// <summary>Asks and waits.</summary>
internal sealed class AskStep(StepPlace place) : WaitingStep(place)
{
    public required Localized<CompiledPrompt> Prompt { get; init; }

    /// <summary>What is understood, by language; what is saved and where it leads is the same in all.</summary>
    public required Localized<AnswerSpec> Answers { get; init; }

    /// <summary>What is understood in the flow's own language.</summary>
    public AnswerSpec Answer => Answers.Source;

    /// <summary>Whether the answer is a secret.</summary>
    public required bool IsSensitive { get; init; }

    /// <summary>The data slot; −1 for none.</summary>
    public required int SaveSlot { get; init; }

    /// <summary>What restates an answer; null when answers count at once.</summary>
    public required Localized<Template?> Confirm { get; init; }

    /// <summary>Whether answers are restated before they count.</summary>
    public bool Confirms => Confirm.Source is not null;

    /// <summary>What happens when the answer is known from the start.</summary>
    public required KnownAnswerPolicy WhenKnown { get; init; }

    /// <summary>What the answer measures, as it stands in flows; null for nothing.</summary>
    public required string? Measure { get; init; }

    /// <summary>What is said to answers that were not understood, one an attempt.</summary>
    public required Localized<Template[]> Retries { get; init; }

    /// <summary>What is said instead to answers that do not fit; empty for the same.</summary>
    public required Localized<Template[]> InvalidRetries { get; init; }

    /// <summary>What is done when the customer says nothing; null for nothing.</summary>
    public required CompiledSilence? Silence { get; init; }

    /// <summary>What is waited for that the customer need not answer; null at a question.</summary>
    public required CompiledWait? Wait { get; init; }

    public required int Attempts { get; init; }
}
